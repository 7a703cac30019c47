"""What the parser says, in a trainer's words: each measured trap with its own code and its cure.

The parser names the spot where it gave up, which is seldom the spot that is wrong. So each of its complaints
has a short list of slips that lead to it; the first that is really on the page is reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from simulator.scenario.broken import Broken, in_parts, indent
from simulator.scenario.columns import column_trap
from simulator.scenario.curing import in_quotes
from simulator.scenario.diagnostics import Diagnostic, quoted
from simulator.scenario.naming import BULLETS, DASHES, NO_BREAK
from simulator.scenario.starts import start_trap
from simulator.text import clean
from simulator.words import Phrase, say

DOUBLE = Phrase("double")
SINGLE = Phrase("single")
AN_ITEM = Phrase("An item with a dash")
A_NAME = Phrase("A name with a colon")
AN_ITEM_THERE = Phrase("an item with a dash")
A_NAME_THERE = Phrase("a name with a colon")
A_TEXT_THERE = Phrase("a text without a name")
BAD_ESCAPE = Phrase("half of a character")

_LONGEST_NAME: Final = 1024
"""Characters that YAML allows before a colon."""
_CLOSING: Final = {"[": "]", "{": "}"}
_HASH: Final = re.compile(r"[^\s#][ ]+#(\w.*)")
_DECORATION: Final = re.compile(r"[ ]*([-=*_~#+.<>/\\]{3,})[ ]*$")
_ENTRY: Final = re.compile(r"[ ]*(?:-[ ]+)*[a-z][a-z0-9_]*(?: [a-z]+){0,2}:(?=[ ]|$)")
_GLUED_NAME: Final = re.compile(r"[ ]*(?:-[ ]+)?[A-Za-z][\w ]*:(?=[^\s:/])")
_GLUED_DASH: Final = re.compile(r"[ ]*-(?=[^\s-])")
BLOCK_SIGN: Final = re.compile(r"(?:^|.*[ ])([>|])[-+0-9]*[ ]*(?:#.*)?$")
_NO_BREAK: Final = re.compile(rf"[ ]*([{NO_BREAK}])|[ ]*-([{NO_BREAK}])|[ ]*(?:- +)?[\w ]+:([{NO_BREAK}])")

UNEXPLAINED: Final = "Y099"

Trap = Callable[[Broken], Diagnostic | None]


def explain(broken: Broken) -> Diagnostic:
    """The finding for lines that do not parse: the slip that explains it, or the parser's own words."""
    for said, traps in _TRAPS:
        if said.search(f"{broken.context}; {broken.problem}"):
            for trap in traps:
                if finding := trap(broken):
                    return finding
    problem = clean(broken.problem, 80)
    return broken.finding(UNEXPLAINED, broken.line, broken.column, problem=problem)


def no_entry(broken: Broken, number: int) -> Diagnostic:
    """The finding for a line that is neither a name with a colon nor an item with a dash."""
    line = broken.text(number)
    start, words = indent(line), line.strip(" ")  # other spaces are words to YAML
    found = quoted(words)
    if decoration := _DECORATION.match(line):
        return broken.finding("Y063", number, start + 1, len(words), found=quoted(decoration[1]))
    if words.startswith((*BULLETS, *DASHES)):
        return broken.finding("Y066", number, start + 1, bullet=quoted(words[0]))
    if finding := _no_break(broken, number) or _after_hash(broken, number):
        return finding
    above = broken.above(number)
    if above and (sign := BLOCK_SIGN.match(broken.text(above))):
        return broken.finding("Y064", number, start + 1, len(words), sign=sign[1], line=above)
    if _GLUED_DASH.match(line):
        return broken.finding("Y055", number, start + 2, found=found)
    if name := _GLUED_NAME.match(line):
        return broken.finding("Y054", number, name.end(), found=found)
    return broken.finding("Y060", number, start + 1, len(words), found=found)


def _no_break(broken: Broken, number: int) -> Diagnostic | None:
    match = _NO_BREAK.match(broken.text(number))
    return broken.finding("Y018", number, match.end()) if match else None


def _after_hash(broken: Broken, number: int) -> Diagnostic | None:
    line = broken.text(number)
    hash_ = _HASH.search(line)
    if hash_ is None:
        return None
    cure = in_quotes(in_parts(line).value or line)
    column = hash_.start(1)
    return broken.finding("Y038", number, column, len(line) - column + 1, lost=quoted(hash_[1]), cure=cure)


# --- one complaint of the parser each ------------------------------------------------------------------


def _second_colon(broken: Broken) -> Diagnostic | None:
    number, line = broken.line, broken.text(broken.line)
    above = broken.above(number)
    for earlier in (above, number) if above >= broken.first else (number,):
        if finding := _no_break(broken, earlier):
            return finding
    inside = above >= broken.first
    if inside and _GLUED_NAME.match(broken.text(above)):
        return no_entry(broken, above)
    if inside and (finding := _runs_on(broken, above)):
        return finding
    entry = _ENTRY.match(line)
    if inside and entry and entry.end() == broken.column and (finding := column_trap(broken, number)):
        return finding
    if finding := start_trap(broken, number):
        return finding
    if broken.column - indent(line) > _LONGEST_NAME and ": " not in line[: broken.column]:
        return None
    begins = in_parts(line).start
    begins = begins if begins < broken.column else indent(line)
    before = line[begins : broken.column - 1][-30:].strip()
    return broken.finding("Y040", number, broken.column, before=quoted(before), cure=in_quotes(line[begins:]))


def _runs_on(broken: Broken, above: int) -> Diagnostic | None:
    """An item below a text that stands in its name's line, or a name below an item that is a text."""
    number, line = broken.line, broken.text(broken.line)
    name, value, start = in_parts(broken.text(above))
    if not value:
        return None
    if name and line.lstrip().startswith("- ") and indent(line) > indent(broken.text(above)):
        return broken.finding("Y065", number, indent(line) + 1, line=above)
    if not name and start == indent(line):
        words = {"here": say(A_NAME), "there": say(A_TEXT_THERE), "line": above}
        return broken.finding("Y061", number, indent(line) + 1, len(line.strip()), **words)
    return None


def _open_quote(broken: Broken) -> Diagnostic | None:
    number, column = broken.context_line, broken.context_column
    quote = broken.rest(number, column)[:1]
    which = say(DOUBLE if quote == '"' else SINGLE)
    return broken.finding("Y043", number, column, which=which)


def _escape(broken: Broken) -> Diagnostic | None:
    line = broken.text(broken.line)
    start = max(line.rfind("\\", 0, broken.column), 0)
    found = quoted(line[start : start + 2])
    if "invalid Unicode" in broken.problem:
        written = line[start : start + 6]
        return broken.finding("Y012", broken.line, start + 1, 6, written=clean(written), what=say(BAD_ESCAPE))
    return broken.finding("Y062", broken.line, start + 1, 2, found=found)


def _in_brackets(broken: Broken) -> Diagnostic | None:
    number, column = broken.context_line, broken.context_column
    line = broken.text(number)
    opening = line[column - 1 : column]
    if opening not in _CLOSING:
        before = line[: column - 1]
        opening = "{" if before.rfind("{") > before.rfind("[") else "["
    if finding := _after_hash(broken, number):
        return finding
    closing = _CLOSING[opening]
    later = [broken.rest(number, column), *map(broken.text, range(number + 1, broken.last + 1))]
    if not any(closing in text for text in later):
        return broken.finding("Y058", number, column, opening=opening, closing=closing)
    found = quoted(broken.rest(broken.line, broken.column) or closing)
    return broken.finding("Y059", broken.line, broken.column, opening=opening, closing=closing, found=found)


def _no_colon(broken: Broken) -> Diagnostic | None:
    return no_entry(broken, broken.context_line)


def _begins(broken: Broken) -> Diagnostic | None:
    return start_trap(broken, broken.line) or start_trap(broken, broken.context_line)


def _decoration(broken: Broken) -> Diagnostic | None:
    number = broken.context_line
    return no_entry(broken, number) if _DECORATION.match(broken.text(number)) else None


def _special(broken: Broken) -> Diagnostic | None:
    """A star, an ampersand or an exclamation mark somewhere else than at the start of a line's text."""
    number, column = broken.context_line, broken.context_column
    rest = _piece(broken.rest(number, column))
    code = {"*": "Y046", "&": "Y047", "!": "Y048"}.get(rest[:1])
    return broken.finding(code, number, column, cure=in_quotes(rest)) if code else None


def _piece(text: str) -> str:
    """Up to where a bracket, a brace or a comma may end it."""
    return text[:1] + re.split(r"[,\]}]", text[1:])[0]


def _character(broken: Broken) -> Diagnostic | None:
    rest = _piece(broken.rest(broken.line, broken.column))
    return broken.finding(
        "Y045", broken.line, broken.column, character=quoted(rest[:1]), cure=in_quotes(rest)
    )


def _question(broken: Broken) -> Diagnostic | None:
    rest = broken.rest(broken.line, broken.column)
    return broken.finding("Y050", broken.line, broken.column, cure=in_quotes(rest))


def _directive(broken: Broken) -> Diagnostic | None:
    if broken.above(broken.context_line):
        return start_trap(broken, broken.context_line)
    return broken.finding("Y023", broken.context_line, 1)


def _nameless(broken: Broken) -> Diagnostic | None:
    if not broken.rest(broken.line, broken.column).startswith(":"):
        return None
    return broken.finding("Y030", broken.line, broken.column, tilde="")


def _one_too_many(broken: Broken) -> Diagnostic | None:
    found = broken.rest(broken.line, broken.column)[:1]
    if found not in ("]", "}"):
        return None
    return broken.finding("Y067", broken.line, broken.column, closing=found)


def _here_no_break(broken: Broken) -> Diagnostic | None:
    return _no_break(broken, broken.line)


def _mixed(broken: Broken) -> Diagnostic | None:
    """An item beside names, or a name beside items."""
    line = broken.text(broken.line)
    above = broken.above(broken.line)
    while above and indent(broken.text(above)) > indent(line):
        above = broken.above(above)
    if not above or indent(broken.text(above)) != indent(line):
        return None
    item, item_above = (text.lstrip().startswith("- ") for text in (line, broken.text(above)))
    if item == item_above:
        return None
    if item_above and (_GLUED_DASH.match(line) or line.lstrip()[0] in (*BULLETS, *DASHES)):
        return no_entry(broken, broken.line)
    here, there = (AN_ITEM, A_NAME_THERE) if item else (A_NAME, AN_ITEM_THERE)
    start, length = indent(line) + 1, len(line.strip())
    return broken.finding("Y061", broken.line, start, length, here=say(here), there=say(there), line=above)


def _under_sign(broken: Broken) -> Diagnostic | None:
    above = broken.above(broken.line)
    if not above or _ENTRY.match(broken.text(broken.line)):
        return None
    return no_entry(broken, broken.line) if BLOCK_SIGN.match(broken.text(above)) else None


def _column(broken: Broken) -> Diagnostic | None:
    return column_trap(broken, broken.line)


_TRAPS: Final[tuple[tuple[re.Pattern[str], tuple[Trap, ...]], ...]] = tuple(
    (re.compile(said), traps)
    for said, traps in (
        (r"mapping values are not allowed", (_second_colon,)),
        (r"quoted scalar; found unexpected", (_open_quote,)),
        (r"quoted scalar; ", (_escape,)),
        (r"flow (mapping|sequence|node)", (_in_brackets,)),
        (r"could not find expected ':'", (_no_colon,)),
        (r"scanning an? (alias|anchor|tag)|tag handle", (_decoration, _begins, _special)),
        (r"block scalar", (_begins,)),
        (r"cannot start any token", (_begins, _character)),
        (r"directive|incompatible YAML|%", (_directive, _begins)),
        (r"sequence entries are not allowed", (_begins, _mixed, _column)),
        (r"mapping keys are not allowed", (_begins, _question)),
        (r"node content", (_begins, _here_no_break, _mixed, _column)),
        (
            r"expected",
            (_begins, _here_no_break, _one_too_many, _nameless, _under_sign, _mixed, _column),
        ),
    )
)
"""By what the C parser and the pure one say, the more telling complaints first."""
