"""How a sentence is to be written instead: the cure shown in a finding, ready to be copied."""

from __future__ import annotations

from typing import Final

from simulator.text import clean
from simulator.words import Phrase, say

_LONGEST_CURE: Final = 60

ON_THE_NEXT_LINE = Phrase("“>”, and the sentence on the next line, two spaces further right.")


def in_quotes(sentence: str) -> str:
    """The sentence in quotes that suit it, shortened; where neither kind does, the way with `>`."""
    sentence = sentence.strip()
    for quote in ('"', "'"):
        if quote not in sentence and not (quote == '"' and "\\" in sentence):
            return f"{quote}{clean(sentence, _LONGEST_CURE)}{quote}"
    return say(ON_THE_NEXT_LINE)
