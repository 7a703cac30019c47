"""From a trainer's text to a case, or to everything that is wrong with it.

`read_text` and `read_file` never raise for what a file may hold. `case_from` is for text that was checked
before, such as the text an attempt was played with.
"""

from __future__ import annotations

import gc
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

from simulator.errors import CaseError
from simulator.scenario import nodes
from simulator.scenario.catalogue import fields as told
from simulator.scenario.diagnostics import Diagnostic, Severity, quoted
from simulator.scenario.fields.case import CASE, LATEST_FORMAT, USUAL_DATE
from simulator.scenario.fields.who import usual_family, usual_roles
from simulator.scenario.findings import Findings
from simulator.scenario.ids import proposal
from simulator.scenario.kinds import UNREAD
from simulator.scenario.known import KnownGuidance
from simulator.scenario.model import Case
from simulator.scenario.moments import read_moment
from simulator.scenario.pieces import read_piece
from simulator.scenario.references import check_references
from simulator.scenario.source import Source, open_source, source_of
from simulator.scenario.tree import read_tree
from simulator.scenario.wholeness import check_case, check_endings, check_parties
from simulator.words import Phrase, say

NOT_READ = Phrase("This case cannot be read")
NOT_READ_REMEDY = Phrase("Run “{simulator} check” on the file; it says where and what to do.")


class Reading(NamedTuple):
    """What came of reading a file."""

    case: Case | None
    """None where something was found that keeps it from being played."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of the file; there may be some with a case, too."""


def read_text(text: str, name: str, known: KnownGuidance | None = None) -> Reading:
    """Read a case from text. `name` is how findings call it, and gives the case its id where it has none.

    With `known`, what the case says of the guidance is looked up too.
    """
    return read_source(source_of(text, name), known)


def read_file(path: Path, known: KnownGuidance | None = None, name: str = "") -> Reading:
    """Read a case from a file, however odd the file is."""
    source = open_source(path, name)
    return Reading(None, (source,)) if isinstance(source, Diagnostic) else read_source(source, known)


def case_from(text: str, name: str) -> Case:
    """The case of a text that was checked before. Raises CaseError with every finding where there is none."""
    reading = read_text(text, name)
    if reading.case is None:
        raise CaseError(say(NOT_READ), _headlines(reading.diagnostics), say(NOT_READ_REMEDY))
    return reading.case


def _headlines(diagnostics: Iterable[Diagnostic]) -> str:
    return "\n".join(each.headline for each in diagnostics if each.severity is Severity.STOP)


def read_source(source: Source, known: KnownGuidance | None = None) -> Reading:
    """Read a case from a source. Each format has its own reader, so that an old case means what it meant."""
    collecting = gc.isenabled()
    gc.disable()  # tens of thousands of small objects and no cycles: collecting would cost more than reading
    try:
        tree = read_tree(source)
        findings = Findings(source, tree.complete)
        findings.take(tree.findings)
        case = None
        if tree.root is not None and _format_is_known(findings, tree.root):
            case = _read_format_1(findings, tree.root, known)
        return Reading(None if findings.stopped else case, findings.found)
    finally:
        if collecting:
            gc.enable()


def _format_is_known(findings: Findings, root: nodes.Mapping) -> bool:
    """Whether this simulator has a reader for the format. What is no number is left to the field."""
    entry = root.entries.get("format")
    typed = entry.value.value.strip() if entry and isinstance(entry.value, nodes.Text) else ""
    if entry and typed.isascii() and typed.isdigit() and int(typed[:6]) > LATEST_FORMAT:
        findings.add(told.LATER_FORMAT, entry.value, typed=quoted(typed), latest=LATEST_FORMAT)
        return False
    return True


def _read_format_1(findings: Findings, root: nodes.Mapping, known: KnownGuidance | None) -> Case | None:
    usual_start = read_moment(USUAL_DATE)
    assert usual_start is not None
    findings.first_day = usual_start - usual_start % 1440
    root = _in_order(root)
    if "roles" not in root.entries:
        findings.roles = findings.first_seat = tuple(usual_roles())
    values = read_piece(findings, CASE, root, "case")
    if findings.complete:
        check_endings(findings, root)
        check_parties(findings, root)
    check_references(findings, root, known)
    if values is UNREAD or findings.stopped:
        return None
    case = _case(findings.source, values, usual_start)
    check_case(findings, case, root)
    return case


def _in_order(root: nodes.Mapping) -> nodes.Mapping:
    """The parts as the language lists them: the day and the roles come before the scenes that need them."""
    listed = {field.key: root.entries[field.key] for field in CASE.fields if field.key in root.entries}
    return root._replace(entries=listed | root.entries)


def _case(source: Source, values: dict[str, Any], usual_start: int) -> Case:
    """The case, with what holds where a field is left out."""
    start = values["set_on"]
    return Case(
        **{
            **values,
            "id": values["id"] or proposal(Path(source.name).stem).replace("_", "-"),
            "set_on": usual_start if start is None else start,
            "family": values["family"] or usual_family(),
            "roles": values["roles"] or usual_roles(),
        },
        version=source.sha256,
    )
