"""Decisions about records: what goes on file, and what is looked up."""

from __future__ import annotations

from typing import Any, Final

from scoring.terms import LABELS
from simulator.scenario import nodes
from simulator.scenario.catalogue import parts as amiss
from simulator.scenario.diagnostics import quoted
from simulator.scenario.fields.choosing import IDS, TEXTS, check_listed, names_under, right_one
from simulator.scenario.fields.effects import TELLS
from simulator.scenario.findings import Findings
from simulator.scenario.ids import FACT, FACTS, ID, MEMBER, NEW_ID
from simulator.scenario.kinds import PROSE, WORDS, YES_OR_NO, choice, either, list_of, map_of
from simulator.scenario.model import IndexResult, LookUp, Record, RecordItem
from simulator.scenario.paths import inside
from simulator.scenario.pieces import Field, Piece, Values, named, one

NONE: Final = "none"

# --- record --------------------------------------------------------------------------------------------

ITEM: Final = Piece(
    "an item",
    "How a fact is recorded rightly.",
    (
        Field("label", choice(LABELS), "As what.", "said", required=True),
        Field("where", ID, "In which of the places.", "child_protection_file", required=True),
    ),
    RecordItem,
    placed=False,
)


def _read_places(places: Any) -> dict[str, str]:
    return places if isinstance(places, dict) else {place: place.replace("_", " ") for place in places}


_PLACE_LIST: Final = list_of(NEW_ID, "places")
_PLACE_MAP: Final = map_of(NEW_ID, WORDS, "places, each with its words")
_PLACES: Final = either(
    "a list of places, or places with words", text=_PLACE_LIST, listed=_PLACE_LIST, mapped=_PLACE_MAP
)


def _recorded(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    values["places"] = _read_places(values["places"])
    places = names_under(node, "places")
    for fact, item in values["items"].items():
        check_listed(findings, inside(node, "items", fact, "where") or node, item.where, places)
    for fact, unsafe in values["unsafe"].items():
        for place in unsafe:
            check_listed(findings, inside(node, "unsafe", fact) or node, place, places)
    for fact in values["leave_out"]:
        if fact in values["items"]:
            findings.add(amiss.RECORDED_AND_LEFT_OUT, inside(node, "leave out") or node, fact=quoted(fact))


RECORD: Final = Piece(
    "a record",
    "Choose what to write down, as what, and where.",
    (
        Field(
            "items",
            map_of(FACT, one(ITEM), "facts, each with label and place"),
            "What belongs on file, and how.",
            "{own_words: {label: said, where: child_protection_file}}",
            required=True,
        ),
        Field("leave out", FACTS, "What does not belong on file.", "[knee]", default=(), usual="nothing"),
        Field(
            "places",
            _PLACES,
            "The places to choose among.",
            "[child_protection_file, register]",
            required=True,
        ),
        Field(
            "unsafe",
            map_of(FACT, IDS, "facts, each with places"),
            "Where writing a fact would be a red line.",
            "{own_words: [register]}",
            default={},
            usual="nowhere",
        ),
    ),
    Record,
    check=_recorded,
    placed=False,
)

# --- look up -------------------------------------------------------------------------------------------

RESULT: Final = Piece(
    "a result",
    "One record that the search shows.",
    (
        Field(
            "text",
            PROSE,
            "What is seen of it before it is opened.",
            "A girl of six at this school.",
            required=True,
        ),
        TELLS,
    ),
    IndexResult,
    short="text",
    placed=False,
)


def _looked_up(findings: Findings, values: Values, node: nodes.Mapping) -> None:
    right_one(findings, values, node, "right purpose", "purposes")
    if values["right_result"] != NONE:
        right_one(findings, values, node, "right result", "results")
    for id in values["never_open"]:
        check_listed(findings, node.entries["never open"].value, id, names_under(node, "results"))


LOOK_UP: Final = Piece(
    "a search",
    "Look a child up in the Index, for a purpose, and open one record or none (2009 to 6 August 2010).",
    (
        Field("child", MEMBER, "Who is looked up.", "child", required=True),
        Field(
            "purposes",
            TEXTS,
            "Purposes to choose among.",
            "\ncurious: To see what there is.\nwho_to_ring: To see whom to ring about <child>.",
            required=True,
        ),
        Field(
            "right purpose", ID, "The purpose that is right.", "who_to_ring", default="", usual="the first"
        ),
        Field(
            "results",
            named(RESULT, "choice", "records, each under a name of its own"),
            "What the search shows.",
            "\nsame_name: A girl of six in another town.\nthis_child: A girl of six at this school.",
            required=True,
        ),
        Field(
            "right result", ID, "The record to open, or `none`.", "this_child", default="", usual="the first"
        ),
        Field(
            "never open",
            IDS,
            "Records that it is a red line to open.",
            "[same_name]",
            default=(),
            usual="none",
        ),
        Field(
            "authorised",
            YES_OR_NO,
            "Whether the role may use the Index.",
            "yes",
            usual="whether the role has `index user: trained`",
        ),
        Field(
            "mark",
            choice(("contact", "information")),
            "What to add to the right record: your contact, or that you have information; never marked.",
            "contact",
            default="",
            usual="nothing",
        ),
    ),
    LookUp,
    check=_looked_up,
    placed=False,
)
