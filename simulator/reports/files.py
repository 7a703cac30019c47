"""A report as a file, in every form there is. Libraries are loaded when their form is asked for."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.reports.report import Report


class Format(StrEnum):
    """How a report is printed."""

    TABLE = "table"
    CSV = "csv"
    XLSX = "xlsx"
    PDF = "pdf"
    HTML = "html"
    JSON = "json"


def written(report: Report, asked: str, format: Format, file: Path) -> int:
    """Write a report to a file in a form, and give the number of its rows. Raises ExportError."""
    if format is Format.CSV:
        from simulator.reports.csv_file import write_csv

        with file.open("wb") as out:
            return write_csv(report, out)
    if format is Format.XLSX:
        from simulator.reports.xlsx_file import write_xlsx

        return write_xlsx(report, asked, file)
    report = report.read()
    file.write_bytes(_whole(report, asked, format))
    return sum(1 for _ in report.rows)


def _whole(report: Report, asked: str, format: Format) -> bytes:
    if format is Format.JSON:
        import json

        return (json.dumps(report.as_data(), sort_keys=True, indent=2) + "\n").encode()
    if format is Format.PDF:
        from simulator.reports.report_pdf import report_pdf

        return report_pdf(report, asked)
    from simulator.reports.report_page import report_page

    return report_page(report, asked).encode()
