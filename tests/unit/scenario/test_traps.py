"""What a trainer writes, line for line, and what becomes of it: kept as typed, or refused with the cure."""

from __future__ import annotations

import pytest
import yaml

from simulator.scenario import building
from simulator.scenario.nodes import Mapping, Text
from simulator.scenario.source import source_of
from simulator.scenario.tree import Reading, read_tree


def read(text: str) -> Reading:
    return read_tree(source_of(text, "case.yaml"))


KEPT = {
    # what stands after "text: " → what the tree holds
    "5.10": "5.10",
    "12:30": "12:30",
    "09:05": "09:05",
    "0712": "0712",
    "010": "010",
    "0x1F": "0x1F",
    "1_000": "1_000",
    "1e3": "1e3",
    ".inf": ".inf",
    ".nan": ".nan",
    "no": "no",
    "on": "on",
    "Yes": "Yes",
    "y": "y",
    "true": "true",
    "null": "null",
    "~": "~",
    "=": "=",
    "2006-05-08": "2006-05-08",
    "8/5/2006": "8/5/2006",
    "2006-02-31": "2006-02-31",
    "2006-05-08 09:00": "2006-05-08 09:00",
    "Mum’s “own” words — all of them…": "Mum’s “own” words — all of them…",
    "It's fine": "It's fine",
    'She said "no"': 'She said "no"',
    "5% of them": "5% of them",
    "a, b and c": "a, b and c",
    "what? nothing": "what? nothing",
    "100 @ 5": "100 @ 5",
    "Smith & Sons": "Smith & Sons",
    "a*b": "a*b",
    "wow!": "wow!",
    "see [note 4] and {this}": "see [note 4] and {this}",
    "a]": "a]",
    "-5 degrees": "-5 degrees",
    "-foo": "-foo",
    "?what": "?what",
    "http://example.org": "http://example.org",
    "see C#4": "see C#4",
    "one  two": "one  two",
    "<child.They> cannot roll.": "<child.They> cannot roll.",
    "'No: never'": "No: never",
    "'It''s fine'": "It's fine",
    '"No: never"': "No: never",
    '"say \\"no\\""': 'say "no"',
    '"two\\nlines"': "two\nlines",
    '"a\\tb"': "a b",
    '"\\r=1"': "\n=1",
    '"caf\\u00e9"': "café",
    "core                 # introductory | core": "core",
    "core # or advanced": "core",
    '""': "",
    ">\n    He fell.\n    She saw it.\n": "He fell. She saw it.\n",
    ">\n    # not a remark\n": "# not a remark\n",
    ">\n    Mum said: he fell, #3 of three\n": "Mum said: he fell, #3 of three\n",
    ">\n    - no item\n    -nor this\n    name:no field\n": "- no item -nor this name:no field\n",
    "|\n    one\n    two\n": "one\ntwo\n",
    ">-\n    one\n\n    two\n": "one\ntwo",
    "He fell\n    and got up": "He fell and got up",
    "日本語のテキスト": "日本語のテキスト",
    "👍 done": "👍 done",
    "– as she said": "– as she said",
    "\n    — as she said": "— as she said",
    "1. one": "1. one",
}


@pytest.mark.parametrize("written", KEPT)
def test_kept_as_typed(written: str) -> None:
    reading = read(f"a:\n  text: {written}\n  after: x\n")
    assert reading.findings == ()
    assert reading.complete
    assert value_of(reading, "text") == KEPT[written]
    assert value_of(reading, "after") == "x"


def value_of(reading: Reading, name: str) -> str:
    assert reading.root is not None
    inside = reading.root.entries["a"].value
    assert isinstance(inside, Mapping)
    text = inside.entries[name].value
    assert isinstance(text, Text)
    return text.value


REFUSED = [
    # what stands in the file; where; the code; words of the message or the cure
    ("text: Mum said: he fell", "1:15", "Y040", '"Mum said: he fell"'),
    ("text: Mum said: “he fell”", "1:15", "Y040", '"Mum said: “he fell”"'),
    ("say:\n  - mother: He said: no\n  - child: x", "2:20", "Y040", 'Write: "He said: no"'),
    ("text: a: b: c", "1:8", "Y040", '"a: b: c"'),
    ("text: He said: \"no\" and 'yes'", "1:14", "Y040", "on the next line"),
    ('text: "Bruise" seen by staff', "1:14", "Y041", "'\"Bruise\" seen by staff'"),
    ('text: ""Hello" she said"', "1:8", "Y041", "'\"Hello\" she said'"),
    ('text: "He said "no""', "1:16", "Y041", "'He said \"no\"'"),
    ('text: "Mum" and "Dad"', "1:11", "Y041", '\'"Mum" and "Dad"\''),
    ("text: 'It's fine'", "1:10", "Y042", '"It\'s fine"'),
    ("learning:\n  - 'It's fine'\n  - x", "2:8", "Y042", '"It\'s fine"'),
    ("text: 'Mum' said so", "1:11", "Y042", "\"'Mum' said so\""),
    ('text: "He fell\nlevel: core', "1:7", "Y043", "double quote"),
    ("text: 'tis the season\nlevel: core", "1:7", "Y043", "single quote"),
    ("text: @home", "1:7", "Y045", '"@home"'),
    ("text: `home`", "1:7", "Y045", '"`home`"'),
    ("text: % of them", "1:7", "Y045", '"% of them"'),
    ("title: x\n% of them", "2:1", "Y045", '"% of them"'),
    ("text: , then", "1:7", "Y045", '", then"'),
    ("text: ] then", "1:7", "Y045", '"] then"'),
    ("text: : then", "1:7", "Y045", '": then"'),
    ("text: *really* bad", "1:7", "Y046", '"*really* bad"'),
    ("text: *really bad", "1:7", "Y046", '"*really bad"'),
    ("text: *really", "1:7", "Y025", '"*really"'),
    ("text: & sons", "1:7", "Y047", '"& sons"'),
    ("text: &sons of", "1:7", "Y024", '"&sons of"'),
    ("text: !important", "1:7", "Y026", '"!important"'),
    ("text: ! stop", "1:7", "Y026", '"! stop"'),
    ("text: !<stop it", "1:7", "Y048", '"!<stop it"'),
    ("text: - first", "1:7", "Y049", '"- first"'),
    ("text: ? why", "1:7", "Y050", '"? why"'),
    ("debrief:\n  - ? why", "2:5", "Y031", "quotes"),
    ("text: > A child.", "1:7", "Y051", "next line"),
    ("text: | A child.", "1:7", "Y051", "next line"),
    ("text: >10 minutes", "1:7", "Y051", '">10 minutes"'),
    ("text: [sic] he said", "1:7", "Y052", '"[sic] he said"'),
    ("text: {child} is here", "1:7", "Y053", "<child>"),
    ("text: {{ child }} is here", "1:7", "Y053", "<child>"),
    ("text: {{ child }}", "1:8", "Y029", "quotes"),
    ("text:He fell\nlevel: core", "1:5", "Y054", "space after the colon"),
    ("a:\n  text:He fell\n  level: core", "2:7", "Y054", "space after the colon"),
    ("a:\n  text:fell", "2:3", "Y054", "space after the colon"),
    ("say:\n  - mother:He fell", "2:5", "Y054", "space after the colon"),
    ("learning:\n  - x\n  -y", "3:4", "Y055", "space after the dash"),
    ("learning:\n  -x", "2:4", "Y055", "space after the dash"),
    ("learning:\n  -x\n  - y", "3:3", "Y065", "line 2"),
    ("a:\n  b: 1\n   c: 2", "3:4", "Y056", "line 2 begins in column 3"),
    ("a:\n  b: 1\n c: 2", "3:2", "Y056", "line 2 begins in column 3"),
    ("a:\n   b: 1\n  c: 2", "2:4", "Y056", "line 3 begins in column 3"),
    ("a:\n  - b: 1\n   c: 2", "3:4", "Y056", "the dash in line 2 begins in column 5"),
    ("a:\n  why: >\n    text\n   c: 2", "4:4", "Y056", "line 2 begins in column 3"),
    (" title: x\nlevel: core", "1:2", "Y056", "column 1"),
    ("a:\n  - x\n - y", "3:2", "Y056", "line 2 begins in column 3"),
    ("about: [mother, father\nlevel: core", "1:8", "Y058", "]"),
    ("child: {age: 6, focus: yes\nlevel: core", "1:8", "Y058", "}"),
    ("about: [mother, father]]", "1:24", "Y067", "Delete"),
    ("child: {age: 6}}", "1:16", "Y067", "Delete"),
    ("about: [*gp*, mother]", "1:9", "Y046", '"*gp*"'),
    ("about: [*gp one, mother]", "1:13", "Y059", "a line of its own"),
    ("child: {age: &, sex: male}", "1:14", "Y047", '"&"'),
    ("about: [@gp, mother]", "1:9", "Y045", '"@gp"'),
    ("*gp : x\nb: c", "1:1", "Y025", "*gp"),
    ("&gp key: x\nb: c", "1:1", "Y024", "&gp"),
    ("a: [? b: c]", "1:5", "Y037", "a line of its own"),
    ("a: x\n  b\n\u00a0 c\nd: 1", "3:1", "Y018", "no-break"),
    ("a:\n\u00a0\u00a0b: c: d", "2:1", "Y018", "no-break"),
    ('text: "a\nb"\nx: y: z', "3:5", "Y040", '"y: z"'),
    ("a: [\n  b,\n  c\n]\nx: y: z", "5:5", "Y040", '"y: z"'),
    ("a: {text: It said: no, b: c}", "1:18", "Y059", "a line of its own"),
    ("a: ['it's', fine]", "1:9", "Y059", "a line of its own"),
    ("a: [x, , y]", "1:8", "Y059", "a line of its own"),
    ("title: x\nhe fell\nlevel: core", "2:1", "Y060", "he fell"),
    ("title: x\nhe fell", "2:1", "Y060", "he fell"),
    ("a:\n  b: 1\n  - c", "3:3", "Y061", "line 2"),
    ("a:\n  - b\n  c: 1", "3:3", "Y061", "line 2"),
    ("a:\n- b\n  c: d\n- e: f", "3:3", "Y061", "a text without a name in line 2"),
    ("a: b\n  - c: d", "2:3", "Y065", "line 1"),
    ('text: "C:\\lunch"', "1:10", "Y062", "single quotes"),
    ('text: "C:\\Users"', "1:10", "Y062", "single quotes"),
    ("title: x\n-----\nlevel: core", "2:1", "Y063", "#"),
    ("title: x\n*****\nlevel: core", "2:1", "Y063", "#"),
    ("title: x\n=====\nlevel: core", "2:1", "Y063", "#"),
    ("a:\n  text: >\n  He fell\n  b: 1", "3:3", "Y064", "line 2"),
    ("text: >\nHe fell: hard", "2:1", "Y064", "line 1"),
    ("about: mother\n  - father", "2:3", "Y065", "dash"),
    ("learning:\n  • One\n  • Two", "2:3", "Y066", "- "),
    ("learning:\n  – One\n  – Two", "3:3", "Y066", "- "),
    ("learning:\n  * One\n  * Two", "2:3", "Y066", "- "),
    ("learning:\n  • One: a\n  • Two: b", "2:3", "Y066", "- "),
    ("text: flat #3 is damp", "1:12", "Y038", '"flat #3 is damp"'),
    ("text: #3 is damp", "1:7", "Y038", '"#3 is damp"'),
    ('text: "flat" #3', "1:14", "Y038", "'\"flat\" #3'"),
    ("text: the flat\n  at number\n  #3 is damp", "3:3", "Y038", '"the flat at number #3 is damp"'),
    ("a: {text: flat #3, b: c}\nb: 1", "1:16", "Y038", "flat #3"),
    ("flat #3: x", "1:6", "Y038", "flat #3"),
    ("text: the flat # 3 is damp", "1:16", "Y039", '"the flat # 3 is damp"'),
    ("title: x\ntitle: y", "2:1", "Y028", "line 1"),
    ("a: {b: 1, b: 2}", "1:11", "Y028", "line 1"),
    ("<<: x", "1:1", "Y027", "copy"),
    ("~: x", "1:1", "Y030", "nothing"),
    (": x", "1:1", "Y030", "no name"),
    ("a: {b, c: d}", "1:5", "Y036", "colon"),
    ("a: {text: It happens, but late, grade: good}", "1:23", "Y036", "but late"),
    ("a: [b: c]", "1:5", "Y037", "a line of its own"),
    ("“title”: x", "1:1", "Y034", "curly"),
    ("titl\u0435: x", "1:1", "Y035", "Cyrillic small letter ie"),
    ("set–on: x", "1:1", "Y035", "a long dash"),
    ("content\u00a0notes: x", "1:1", "Y035", "a no-break space"),
    ("title:\u00a0x\nlevel: core", "1:7", "Y018", "no-break"),
    ("a:\n\u00a0\u00a0b: 1", "2:1", "Y018", "no-break"),
    ("a:\n  -\u00a0b\n  -\u00a0c", "2:4", "Y018", "no-break"),
    ("a:\n  - b\n\u00a0 - c", "3:1", "Y018", "no-break"),
    ("a:\n\tb: 1", "2:1", "Y016", "spaces"),
    ("a:\n  b: 1\n \tc: 1", "3:2", "Y016", "spaces"),
    ("a:\tb", "1:3", "Y017", "tab"),
    ("text: one\ttwo", "1:10", "Y017", "tab"),
    ("title: x\n---\nlevel: core", "2:1", "Y022", "three dashes"),
    ("title: x\n...\nlevel: core", "2:1", "Y022", "three dashes or dots"),
    ("%FOO bar\n---\ntitle: x", "1:1", "Y023", "Delete"),
    ('text: "a\\0b"', "1:9", "Y012", "\\0"),
    ("text: a\x07b", "1:8", "Y010", "U+0007"),
    ("text: a\u2066b", "1:8", "Y010", "U+2066"),
]


@pytest.mark.parametrize(("written", "place", "code", "words"), REFUSED)
def test_refused_with_the_cure(written: str, place: str, code: str, words: str) -> None:
    reading = read(written + "\n")
    found = {(f"{f.place.line}:{f.place.column}", f.code): f for f in reading.findings}
    assert (place, code) in found
    finding = found[place, code]
    assert words in f"{finding.message} {finding.remedy}"
    assert "{" not in finding.message.replace("“{", "").replace("{}", "")  # every value was filled in


def test_of_two_characters_in_a_line_each_is_told() -> None:
    found = [f.place.column for f in read("text: a\u2066b\u200bc\u200bd\n").findings if f.code == "Y010"]
    assert found == [8, 10]


@pytest.mark.parametrize(("written", "code"), [(written, code) for written, _, code, _ in REFUSED])
def test_one_slip_is_one_finding(written: str, code: str) -> None:
    """Two for the lines that really have two, and no more."""
    twice = {"learning:\n  -x\n  - y", "a:\n  -\u00a0b\n  -\u00a0c"}
    assert len(read(written + "\n").findings) == (2 if written in twice or code == "Y066" else 1)


@pytest.mark.parametrize(("written", "code"), [(written, code) for written, _, code, _ in REFUSED])
def test_the_pure_parser_finds_the_same(written: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the C parser is missing PyYAML's own says things differently; the findings stay."""
    monkeypatch.setattr(building, "_Loader", yaml.BaseLoader)
    assert code in [finding.code for finding in read(written + "\n").findings]


@pytest.mark.parametrize("written", KEPT)
def test_the_pure_parser_keeps_the_same(written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = f"a:\n  text: {written}\n  after: x\n"
    by_c = read(text)
    monkeypatch.setattr(building, "_Loader", yaml.BaseLoader)
    assert read(text) == by_c


def test_the_cure_cures() -> None:
    """What “Write: …” shows can be put in the place of the text, and is then kept as it was meant."""
    tried = 0
    for written, _, _, _ in REFUSED:
        if not written.startswith("text: ") or "\n" in written:
            continue
        remedy = read(written + "\n").findings[0].remedy
        if not remedy.startswith("Write: "):
            continue
        cure = remedy.removeprefix("Write: ").split(" A person of")[0]
        if cure[0] not in "\"'":
            continue
        tried += 1
        cured = read(f"a:\n  text: {cure}\n")
        assert cured.findings == ()
        meant = written.removeprefix("text: ")
        assert value_of(cured, "text").strip("\"'") in meant
    assert tried > 15
