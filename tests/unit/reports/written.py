"""A report as its file holds it."""

from __future__ import annotations

import io

from simulator.reports.csv_file import write_csv
from simulator.reports.report import Report


def csv_bytes(report: Report) -> bytes:
    """The whole CSV file."""
    file = io.BytesIO()
    write_csv(report, file)
    return file.getvalue()
