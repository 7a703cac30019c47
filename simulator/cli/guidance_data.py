"""What `guidance --json` prints."""

from __future__ import annotations

from datetime import date
from typing import Any

from scoring.guidance import library
from scoring.guidance.comparing import Answer, Difference
from scoring.guidance.glossary import lookup
from simulator.cli import guidance_found as found
from simulator.cli.show import document


def editions(on: date | None) -> None:
    """Every edition, or those of a day."""
    document({"editions": [edition.as_data() for edition in found.editions_on(on)]})


def search(query: str, edition: str, on: date | None) -> None:
    """Rules for a query, and the glossary's word for it."""
    entry = lookup(query)
    word = None if entry is None else {"word": entry.word, "full": entry.full, "means": entry.means}
    rules = found.rules_found(query, edition, on)
    document({"query": query, "glossary": word, "rules": [rule.as_data() for rule in rules]})


def rules_of(edition: str, on: date | None) -> None:
    """An edition with its rules."""
    rules = found.rules_in(edition, on)
    about = library().edition(edition).as_data()
    document({"edition": about, "rules": [rule.as_data() for rule in rules]})


def history(name: str, on: date | None) -> None:
    """A rule's topic through the editions."""
    steps = found.history_of(name, on)
    document(
        {
            "topic": steps[0].topic.id if steps else None,
            "title": steps[0].topic.title if steps else None,
            "steps": [
                {"edition": step.edition.id, "rules": [rule.as_data() for rule in step.rules]}
                for step in steps
            ],
        }
    )


def differences(one: str, other: str) -> None:
    """What changed between two editions."""
    compared = library().differences(one, other)
    document(
        {
            "one": compared.one.as_data(),
            "other": compared.other.as_data(),
            "changes": [
                {
                    "topic": change.topic.id,
                    "title": change.topic.title,
                    "kind": change.kind,
                    "before": [rule.as_data() for rule in change.before],
                    "after": [rule.as_data() for rule in change.after],
                }
                for change in compared.changes
            ],
            "examples": [_example(example) for example in compared.stated],
        }
    )


def due(name: str, typed: str, on: date | None) -> None:
    """When a timescale falls due."""
    answer = found.deadline(name, typed, on)
    document(
        {
            "rule": answer.rule.as_data(),
            "from": answer.begun.isoformat(timespec="minutes"),
            "due": answer.due.at.isoformat(timespec="minutes") if answer.due.at else None,
            "counting": list(answer.due.counting),
            "latest": answer.is_latest,
        }
    )


def _example(example: Difference) -> dict[str, Any]:
    return {
        "id": example.id,
        "question": example.question,
        "answers": [_answer(answer) for answer in example.answers],
        "effect": example.effect,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    begins, ends = (None if day is None else day.isoformat() for day in (answer.begins, answer.ends))
    return {"when": answer.when, "says": answer.says, "begins": begins, "ends": ends}
