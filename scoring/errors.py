"""What can be wrong with guidance, boards and words, said in plain sentences.

    ScoringError
    └── GuidanceError     a pack, topic, edition or word of the guidance cannot be used
        ├── NotInGuidance     nothing has the name that was asked for
        └── FileMistakes      a pack, glossary or board profile has mistakes; each is named with its line

`scoring` stands alone: whoever shows these to a person turns them into an error of its own.
"""

from __future__ import annotations

from typing import NamedTuple


class ScoringError(Exception):
    """Something a person can be told: `title` names it, `message` says it, `remedy` says what to do next."""

    def __init__(self, title: str, message: str, remedy: str = "") -> None:
        super().__init__(title, message, remedy)
        self.title = title
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.title}:", self.message, self.remedy) if part)


class GuidanceError(ScoringError):
    """A pack, topic, edition or word of the guidance cannot be used."""


class NotInGuidance(GuidanceError):
    """No rule, topic, edition or board entry has the name that was asked for."""


class Problem(NamedTuple):
    """One mistake in a file somebody wrote, at its place (lines and columns count from 1)."""

    file: str
    line: int
    column: int
    message: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.message} {self.remedy}".rstrip()


class FileMistakes(GuidanceError):
    """A file cannot be used; `problems` names every mistake found, in the order of the file."""

    def __init__(self, title: str, problems: tuple[Problem, ...]) -> None:
        count = "one mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        super().__init__(
            title,
            f"The file has {count}: " + " ".join(str(problem) for problem in problems),
            "Correct the lines named and try again.",
        )
        self.problems = problems
