"""A Twee story as the text of a case: each passage a scene, each link a way on, the rest to be decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from simulator.author.twee.passages import Link, Passage, Story, links_of, stripped
from simulator.scenario.ids import proposal
from simulator.text import clean
from simulator.words import author as words
from simulator.words import say

MOST_OPTIONS: Final = 6
_WORDS: Final = "start end any best worst everything nothing first longest random none narrator more_choices"
RESERVED: Final = frozenset(_WORDS.split())
"""Ids that mean something of their own."""


class Remark(NamedTuple):
    """Something of the story that did not come along."""

    line: int
    words: str


class Imported(NamedTuple):
    """A case's text, and what its author should know."""

    text: str
    passages: int
    links: int
    remarks: tuple[Remark, ...]


def imported(story: Story, title: str) -> Imported:
    """The case that a story becomes. `title` is used where the story has none."""
    passages = sorted(story.passages, key=lambda one: one.name != story.start)
    names = _ids([one.name for one in passages])
    first = _first(passages)
    found = {name: tuple(links_of(one)) for name, one in first.items()}
    missing = [
        link.target
        for one in passages
        for link in found[one.name]
        if link.target not in names and link.target
    ]
    names.update(_ids(missing, taken=set(names.values())))
    order = {name: number for number, name in enumerate(names)}
    back = {
        link.target
        for one in passages
        for link in found[one.name]
        if order[link.target or one.name] <= order[one.name]
    }
    scenes = [_scene(one, found[one.name], names, back) for one in passages if first[one.name] is one]
    scenes += [_unwritten(names[name]) for name in dict.fromkeys(missing)]
    ends = [one for one in passages if not found[one.name]]
    body = "".join(scenes) or _unwritten("opening")
    remarks = tuple(_remarks(story, passages, names))
    head = _head(story.title or title, remarks)
    endings = _endings([names[one.name] for one in ends], bool(missing) or not passages)
    return Imported(
        head + "scenes:\n" + body + endings, len(passages), sum(map(len, found.values())), remarks
    )


def _first(passages: Sequence[Passage]) -> dict[str, Passage]:
    """Of passages of one name the first counts; Twine would not have them either."""
    return {one.name: one for one in reversed(passages)}


def _ids(names: Sequence[str], taken: set[str] | None = None) -> dict[str, str]:
    """An id for each name: its words where they can be one, and a number where two are alike."""
    used = set(taken or ())
    ids: dict[str, str] = {}
    for name in names:
        if name in ids:
            continue
        base = proposal(name)[:48] or "passage"
        base = f"{base}_scene" if base in RESERVED else base
        chosen, number = base, 2
        while chosen in used:
            chosen, number = f"{base}_{number}", number + 1
        used.add(chosen)
        ids[name] = chosen
    return ids


def _scene(passage: Passage, links: Sequence[Link], names: Mapping[str, str], back: set[str]) -> str:
    name = names[passage.name]
    lines = [f"  {name}:"]
    if passage.name in back:
        lines.append("    again: 1")
    spoken = list(_paragraphs(passage))
    if spoken:
        lines.append("    say:")
        for text in spoken:
            lines += ["      - narrator: >", f"          {text}"]
    ways = [link for link in links if link.target]
    if not ways:
        return "\n".join([*lines, f"    mark: end_{name}", "    then: end", ""])
    if len(ways) == 1:
        return "\n".join([*lines, f"    then: {names[ways[0].target]}", ""])
    return "\n".join([*lines, ""]) + _decisions(name, ways, names)


def _decisions(scene: str, ways: Sequence[Link], names: Mapping[str, str]) -> str:
    """One decision, and another scene for every five ways beyond the sixth."""
    here, rest = list(ways), []
    if len(here) > MOST_OPTIONS:
        here, rest = here[: MOST_OPTIONS - 1], here[MOST_OPTIONS - 1 :]
    lines = [
        "    decide:",
        f"      question: {say(words.TO_DECIDE_QUESTION)}",
        f"      why: {say(words.TO_DECIDE_WHY)}",
        "      cite: judgement",
        "      options:",
    ]
    ids = _ids(
        [f"{link.text} {number}" if _twice(link, here) else link.text for number, link in enumerate(here)]
    )
    for option, link in zip(ids.values(), here, strict=True):
        text, _ = stripped(link.text)
        lines += _option(option, text or names[link.target], names[link.target])
    if not rest:
        return "\n".join([*lines, ""])
    more = f"{scene}_more"
    lines += _option("more_choices", say(words.MORE_CHOICES), more)
    after = [f"  {more}:", "    again: 1", ""]
    if len(rest) == 1:
        after = [f"  {more}:", f"    then: {names[rest[0].target]}", ""]
        return "\n".join([*lines, *after])
    return "\n".join([*lines, *after]) + _decisions(more, rest, names)


def _option(name: str, text: str, then: str) -> list[str]:
    return [f"        {name}:", "          text: >", f"            {_prose(text)}", f"          then: {then}"]


def _twice(link: Link, links: Sequence[Link]) -> bool:
    return sum(other.text == link.text for other in links) > 1


def _paragraphs(passage: Passage) -> Iterator[str]:
    for line in passage.lines:
        text, _ = stripped(line)
        if text and any(map(str.isalnum, text)):
            yield _prose(text)


def _prose(text: str) -> str:
    """Text that a case keeps as it is: an angle bracket would be taken for a placeholder."""
    return clean(text).replace("<", "‹").replace(">", "›").strip()


def _unwritten(name: str) -> str:
    lines = [f"  {name}:", "    say:", f"      - narrator: {say(words.NOT_BUILT)}", "    then: end", ""]
    return "\n".join(lines)


def _endings(ends: Sequence[str], others: bool) -> str:
    unique = list(dict.fromkeys(ends))
    lines = ["endings:"]
    last = None if others or not unique else unique.pop()
    for name in unique:
        lines += [
            f"  {name}_end:",
            f"    when: marked end_{name}",
            f"    text: {say(words.TO_DECIDE_ENDING)}",
        ]
    lines += [f"  {last or 'otherwise'}_end:", f"    text: {say(words.TO_DECIDE_ENDING)}", ""]
    return "\n".join(lines)


def _head(title: str, remarks: Sequence[Remark]) -> str:
    lines = [f"# {say(words.IMPORTED)}"]
    lines += [f"# {say(words.AT_LINE, line=one.line)} {_comment(one.words)}" for one in remarks]
    return "\n".join([*lines, "format: 1", "title: >", f"  {_prose(title) or 'A story'}", ""])


def _comment(text: str) -> str:
    return clean(" ".join(text.split()), 160)


def _remarks(story: Story, passages: Sequence[Passage], names: Mapping[str, str]) -> Iterator[Remark]:
    """In the order of the story's lines."""
    found = [
        Remark(line, say(words.HEADER if what.startswith("::") else words.UNREADABLE, what=_comment(what)))
        for line, what in story.trouble
    ]
    first = _first(passages)
    for passage in story.code:
        found.append(Remark(passage.line, say(words.CODE_PASSAGE, name=_comment(passage.name))))
    for passage in passages:
        if first[passage.name] is not passage:
            found.append(Remark(passage.line, say(words.NAMED_TWICE, name=_comment(passage.name))))
        if passage.tags:
            tags = ", ".join(passage.tags)
            found.append(
                Remark(passage.line, say(words.TAGS, scene=names[passage.name], tags=_comment(tags)))
            )
        for number, line in enumerate(passage.lines, passage.line + 1):
            found += [Remark(number, say(words.LEFT_OUT, code=_comment(code))) for code in stripped(line)[1]]
    written = {passage.name for passage in passages}
    for passage in passages:
        for link in links_of(passage):
            if not link.target:
                found.append(Remark(link.line, say(words.NO_TARGET, text=_comment(link.text))))
            elif link.target not in written:
                found.append(Remark(link.line, say(words.LEADS_NOWHERE, target=_comment(link.target))))
    yield from sorted(found)
