"""Strings that have broken other programs' screens, and a case that says them everywhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

NASTY: Final = (
    "see [/note] 4",
    "Jo [AKA Jon] Smith",
    "[@click=app.quit]press me[/]",
    "[bold green]You PASSED[/bold green]",
    "[/",
    "\\[b] and [[b]]",
    "{name} and $text and %s",
    "[link=http://evil.example]here[/link]",
    "a < b &amp; c > d; =1+1",
    "字字字 café Ü ﬁne ‘quoted’",
)
"""What a trainer may type, and a reader accepts."""

HOSTILE: Final = (
    "a\x1b]0;title\x07b",
    "a\x1b[31mred",
    "a\x9b31mb",
    "a\x00b\x08c",
    "a\x1b]52;c;ZXZpbA==\x07",
    "a\u202eb\u2066c",
    "a\u200b\ufeffb",
    "a\ud800b",
)
"""What reaches a screen only past the reader: from an older record, an import, another program."""

FORBIDDEN: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no line on a screen may hold."""


def nasty_case(folder: Path) -> tuple[str, dict[str, str]]:
    """A case every text of which is nasty; its path, and what is said where."""
    said = {
        "title": NASTY[1],
        "summary": NASTY[0],
        "note": NASTY[2],
        "line": NASTY[3],
        "question": NASTY[4] + " what now?",
        "good": NASTY[5],
        "poor": NASTY[6],
        "fact": NASTY[7],
        "brief": NASTY[8],
        "ending": NASTY[9],
        "reason": NASTY[3],
        "advice": NASTY[0],
        "prompt": NASTY[2],
    }
    quoted = {name: "'" + text.replace("'", "''") + "'" for name, text in said.items()}
    text = CASE.format(**quoted)
    path = folder / "nasty.yaml"
    path.write_text(text, "utf-8")
    return str(path), said


CASE: Final = """
title: {title}
summary: {summary}
content notes:
  - {note}
family:
  child: {{age: 6, focus: yes}}
  mother: {{age: 30, parent of: child}}
roles:
  teacher:
    agency: school
    play: yes
    brief: {brief}
  nurse: {{agency: school nursing}}
facts:
  it:
    text: {fact}
    held by: teacher
    about: child
    source: seen
    needed by: [nurse]
scenes:
  first:
    say:
      - child: {line}
      - narrator: {line}
    decide:
      as: teacher
      question: {question}
      options:
        good:
          text: {good}
          grade: good
          why: {advice}
        poor:
          text: {poor}
          grade: poor
          why: {advice}
  second:
    stop: {prompt}
    decide:
      as: teacher
      question: {question}
      advice:
        from: {advice}
        says: {advice}
      share:
        to: [nurse]
        openness: {{mother: tell}}
        reasons:
          one: {reason}
          two: {advice}
endings:
  end: {ending}
debrief:
  - {prompt}
"""
