"""Pieces of a page: escaped text, headings, lists, tables with captions, and the one style for all pages.

A page stands alone: nothing is fetched from anywhere, nothing in it runs.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from html import escape

from simulator.text import clean

STYLE = """
:root { color-scheme: light dark; --ink: #1b1f24; --paper: #fff; --soft: #eef1f4; --line: #8a939d;
  --accent: #0b5394; --stay: #8a4b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e9ec; --paper: #14171a; --soft: #22272c;
  --line: #8a939d; --accent: #8ec2f5; --stay: #f0b35e; } }
@media print { :root { --ink: #000; --paper: #fff; --soft: #f3f3f3; --accent: #003366; --stay: #663300; }
  h2 { break-after: avoid; } section.decision { break-inside: avoid; } }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1, h2, h3 { line-height: 1.25; } h2 { margin-top: 2.5rem; border-bottom: 2px solid var(--line); }
table { border-collapse: collapse; width: 100%; margin: 1rem 0; }
caption { text-align: left; font-weight: bold; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
thead th { vertical-align: bottom; } thead th.number { white-space: normal; }
tfoot th, tfoot td { border-top: 2px solid var(--line); font-weight: bold; }
body:has(.wide) { max-width: 100rem; } .wide { overflow-x: auto;
  background: linear-gradient(to right, var(--paper) 50%, transparent) left / 2rem 100% no-repeat local,
    linear-gradient(to left, var(--paper) 50%, transparent) right / 2rem 100% no-repeat local,
    linear-gradient(to right, var(--line), transparent) left / .6rem 100% no-repeat scroll,
    linear-gradient(to left, var(--line), transparent) right / .6rem 100% no-repeat scroll; }
.wide table { font-size: .72rem; line-height: 1.3; } .wide thead th { font-size: .66rem; }
.wide td, .wide th { padding: .3rem .2rem; }
.under caption { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.quiet { color: var(--ink); opacity: .8; } .stay { color: var(--stay); }
blockquote, .rule { border-left: 3px solid var(--line); margin: .5rem 0; padding: .1rem .8rem; }
.drawing { overflow-x: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg .lane { fill: var(--soft); } svg .moment { stroke: var(--line); stroke-dasharray: 2 4; }
svg .passed { stroke: var(--accent); stroke-width: 1.5; } svg g text { text-anchor: middle; font-size: 10px; }
svg .learned circle { fill: var(--accent); } svg .learned text { fill: var(--paper); }
svg .held circle { fill: var(--paper); stroke: var(--accent); stroke-width: 2; }
svg .told { fill: var(--line); }
svg .stayed circle { fill: var(--paper); stroke: var(--stay); stroke-width: 2; stroke-dasharray: 3 2; }
figure { margin: 1.5rem 0; break-inside: avoid; } figcaption { font-weight: bold; margin-bottom: .5rem; }
svg.chart { width: 100%; max-width: 46rem; height: auto; } svg.chart text { font-size: 11px; }
svg .ink { fill: var(--ink); } svg .stroke { stroke: var(--ink); stroke-width: 1; fill: none; }
svg .ground, svg .field { fill: var(--paper); } svg .bar { stroke: var(--ink); stroke-width: 1; }
svg .axis { stroke: var(--ink); stroke-width: 1; }
@page { size: A4; margin: 15mm; } @media print { body { max-width: none; margin: 0; font-size: .8rem; }
  thead { display: table-header-group; } tfoot { display: table-row-group; }
  tr { break-inside: avoid; }
  .wide { overflow: visible; background: none; } .wide table, .wide thead th { font-size: .6rem; }
  .wide td, .wide th { padding: .12rem .2rem; } body:has(.wide) { page: across; } }
@page across { size: A4 landscape; margin: 12mm; }
"""


_LONG = re.compile(r"\S{14,}")
_SIGNS = re.compile(r"(?<=\w)([@._/-])(?=\w)")
"""Between the parts of something long that has no spaces."""
_YEAR = re.compile("\N{NO-BREAK SPACE}(?=\\d{4}$)")


def text(words: str) -> str:
    """Words as a page shows them: nothing in them is markup, nothing acts."""
    return escape(clean(words))


def page(title: str, parts: Iterable[str]) -> str:
    """A whole page in English."""
    body = "\n".join(parts)
    return (
        '<!DOCTYPE html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n"
        f"{body}\n</main>\n</body>\n</html>\n"
    )


def heading(level: int, words: str) -> str:
    """A heading."""
    return f"<h{level}>{text(words)}</h{level}>"


def paragraph(words: str, kind: str = "") -> str:
    """A paragraph; line breaks are kept."""
    lines = "<br>".join(text(line) for line in words.split("\n"))
    return f'<p class="{kind}">{lines}</p>' if kind else f"<p>{lines}</p>"


def items(entries: Iterable[str]) -> str:
    """A list."""
    return "<ul>" + "".join(f"<li>{text(entry)}</li>" for entry in entries) + "</ul>"


def _in_cell(words: str) -> str:
    """Words in a narrow column: an address or a name for files may be broken at its signs, a day before its
    year."""
    parted = _LONG.sub(lambda long: _SIGNS.sub(r"\1<wbr/>", long[0]), text(words))
    return _YEAR.sub(" ", parted)


def table(
    caption: str,
    heads: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    foot: Sequence[str] = (),
    numbers: Container[int] = (),
    crowded: bool = False,
) -> str:
    """A table with its caption; a row's first cell is its heading. `numbers`: columns of figures. `crowded`:
    columns are narrow, and what is long may be parted."""
    shown = _in_cell if crowded else text
    classes = [' class="number"' if at in numbers else "" for at in range(len(heads))]
    head = "".join(
        f'<th scope="col"{kind}>{text(one)}</th>' for one, kind in zip(heads, classes, strict=True)
    )
    body = "".join(_row(map(shown, row), classes) for row in rows)
    last = f"<tfoot>{_row(map(shown, foot), classes)}</tfoot>" if foot else ""
    return (
        f"<table><caption>{text(caption)}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody>{body}</tbody>{last}</table>"
    )


def _row(cells: Iterable[str], classes: Sequence[str]) -> str:
    first, *others = cells
    rest = "".join(f"<td{kind}>{cell}</td>" for cell, kind in zip(others, classes[1:], strict=True))
    return f'<tr><th scope="row"{classes[0]}>{first}</th>{rest}</tr>'


def figure(caption: str, drawing: str) -> str:
    """A drawing with what it shows above it."""
    return f"<figure><figcaption>{text(caption)}</figcaption>{drawing}</figure>"
