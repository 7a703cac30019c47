"""Findings about how the parts of a case speak of each other, and of the guidance."""

from __future__ import annotations

from typing import Final

from simulator.scenario.catalogue.entry import Entry
from simulator.scenario.catalogue.examples import (
    ENDINGS,
    FACTS,
    OPTIONS,
    QUESTION,
    TITLE,
    TWO_ROLES,
    asking_case,
    case,
    scenes,
    shared_case,
)
from simulator.scenario.diagnostics import Severity
from simulator.words import Phrase

_STOP = Severity.STOP
_LATE = "  late:\n    when: clock after 2 days since start\n    text: Two days have gone by.\n"
_WHY = "What is spoken of must be there, or the case would come to a place where it cannot go on."


def _missing(code: str, title: str, what: str, where: str, failing: str, repaired: str) -> Entry:
    """An id that nothing in the case has."""
    message = Phrase("There is no " + what + " {id}.")
    remedy = Phrase("{perhaps}" + where)
    return Entry(code, title, _STOP, message, remedy, _WHY, failing, repaired)


NO_ROLE: Final = _missing(
    "R001",
    "No such role",
    "role",
    "The roles are: {known}.",
    case(TWO_ROLES, "as: gpp\n" + QUESTION + OPTIONS),
    case(TWO_ROLES, "as: gp\n" + QUESTION + OPTIONS),
)
NO_PARTY: Final = _missing(
    "R002",
    "Nobody of that name",
    "role, member of the family or other person called",
    "There are: {known}.",
    shared_case("share:\n  to: [nurse]\n", FACTS.replace("held by: gp", "held by: gpp")),
    shared_case("share:\n  to: [nurse]\n"),
)
NO_MEMBER: Final = _missing(
    "R003",
    "Nobody of that name in the family",
    "member of the family called",
    "The family is: {known}.",
    case("family:\n  child: {age: 3, focus: yes}\n  mother: {age: 21-24, parent of: chlid}\n"),
    case("family:\n  child: {age: 3, focus: yes}\n  mother: {age: 21-24, parent of: child}\n"),
)
NO_PERSON: Final = _missing(
    "R004",
    "Nobody of that name outside the roles",
    "member of the family or other person called",
    "There are: {known}.",
    shared_case("share:\n  to: [nurse]\n  openness: {mother: tell}\n"),
    shared_case("share:\n  to: [nurse]\n  openness: {child: tell}\n"),
)
NO_FACT: Final = _missing(
    "R005",
    "No such fact",
    "fact",
    "The facts are: {known}.",
    shared_case("share:\n  to: [nurse]\n  facts: [lat]\n"),
    shared_case("share:\n  to: [nurse]\n  facts: [late]\n"),
)
NO_SCENE: Final = _missing(
    "R006",
    "No such scene",
    "scene",
    "The scenes are: {known}.",
    case(decision=QUESTION + OPTIONS + "then: tuesday\n"),
    case(decision=QUESTION + OPTIONS + "then: end\n"),
)
NO_ENDING: Final = _missing(
    "R007",
    "No such ending",
    "ending",
    "The endings are: {known}.",
    case(decision=QUESTION + OPTIONS + "then: end home_tim\n"),
    case(decision=QUESTION + OPTIONS + "then: end home_time\n"),
)
MARK_NEVER_SET: Final = Entry(
    "R008",
    "A mark that nothing sets",
    _STOP,
    Phrase("Nothing in the case sets the mark {id}."),
    Phrase(
        "{perhaps}Add “mark: {bare}” to the option, decision or scene that should set it. Marks set: {known}."
    ),
    "A condition on it could never hold.",
    case(decision=QUESTION + OPTIONS + "mark: waited\n", scene="if: not marked wated\n"),
    case(decision=QUESTION + OPTIONS + "mark: waited\n", scene="if: not marked waited\n"),
)
MILESTONE_NEVER_STAMPED: Final = Entry(
    "R009",
    "A milestone that nothing stamps",
    _STOP,
    Phrase("Nothing in the case stamps the milestone {id}."),
    Phrase("{perhaps}Add “milestone: {bare}” where it is reached. Milestones stamped: {known}."),
    "A condition on it could never hold.",
    case(decision=QUESTION + OPTIONS + "milestone: noticed\n", scene="if: notice not reached\n"),
    case(decision=QUESTION + OPTIONS + "milestone: noticed\n", scene="if: noticed not reached\n"),
)
NO_CHOICE: Final = Entry(
    "R010",
    "Nothing there can be chosen like that",
    _STOP,
    Phrase("In the scene {scene} nothing called {choice} can be chosen."),
    Phrase("{perhaps}What can be chosen there: {known}."),
    "A condition on it could never hold.",
    case(scene="if: did not choose monday asked\n"),
    case(scene="if: did not choose monday ask\n"),
)
NO_SPEAKER: Final = _missing(
    "R011",
    "Nobody of that name can speak",
    "role, member of the family or other person called",
    "Those who can speak are: {known}.",
    case(scene="say:\n  - chlid: I am not hungry.\n"),
    case(scene="say:\n  - child: I am not hungry.\n"),
)
NO_TOPIC: Final = _missing(
    "R012",
    "No such topic",
    "topic of the guidance called",
    "“simulator topics” finds them by words; under “cite”, “judgement” claims no rule.",
    case(decision=QUESTION + OPTIONS + "cite: s47_dutie\n"),
    case(decision=QUESTION + OPTIONS + "cite: s47_duty\n"),
)
NO_BASIS: Final = _missing(
    "R013",
    "No such basis",
    "lawful basis called",
    "They are: {known}. “protect a child” means any that serves for that on the day.",
    shared_case("share:\n  to: [nurse]\n  basis: public_intrest\n"),
    shared_case("share:\n  to: [nurse]\n  basis: public_interest\n"),
)
NO_EDITION: Final = _missing(
    "R014",
    "No such edition",
    "edition of the guidance called",
    "The editions are: {known}.",
    case(scene="if: edition from wt2031\n"),
    case(scene="if: edition from wt2013\n"),
)
NO_GUIDANCE: Final = _missing(
    "R015",
    "No such family of guidance",
    "family of guidance called",
    "They are: {known}.",
    case("guidance: [working togther]\n"),
    case("guidance: [working together]\n"),
)
SAME_ID: Final = Entry(
    "R016",
    "Two parties with one id",
    _STOP,
    Phrase("{id} is both in {first} and in {second}."),
    Phrase("Give one of them another id, here and wherever it is meant."),
    "Where the id stands nobody could tell which of the two is meant.",
    case(TWO_ROLES + "people:\n  nurse: {}\n"),
    case(TWO_ROLES + "people:\n  other_nurse: {}\n"),
)
ENDING_HIDES_THE_REST: Final = Entry(
    "R017",
    "Endings that are never reached",
    _STOP,
    Phrase("The ending {id} has no “when”, so those after it are never reached."),
    Phrase("Give it a “when”, or move it to the end of the list."),
    "The first ending whose conditions hold is taken; one without conditions always holds.",
    case(endings=ENDINGS + _LATE),
    case(endings="endings:\n" + _LATE + "  home_time: The day ends.\n"),
)
LAST_ENDING_HAS_WHEN: Final = Entry(
    "R018",
    "Perhaps no ending",
    _STOP,
    Phrase("The last ending, {id}, has a “when”: where no condition holds, there is no ending."),
    Phrase("Add one more ending without “when”, or delete this “when”."),
    "The story would be stuck.",
    case(endings="endings:\n" + _LATE),
    case(endings="endings:\n  late: Two days have gone by.\n"),
)
NOT_ITS_SHARE: Final = Entry(
    "R019",
    "Not a scene in which that role answers",
    _STOP,
    Phrase("{scene} is not a scene in which {role} decides what to share."),
    Phrase("Name the scene with “as: {bare}” and “share”."),
    "A role that is played answers a request by deciding what to share.",
    asking_case("ask", "answered in: {nurse: asking}\n"),
    asking_case("ask answer", "answered in: {nurse: answer}\n"),
)
ANSWERED_EARLIER: Final = Entry(
    "R020",
    "Answered before it was asked",
    _STOP,
    Phrase("{scene} stands before the scene in which it is asked for."),
    Phrase("Move it further down, after the question."),
    "Scenes follow each other as they stand in the file.",
    asking_case("answer ask", "answered in: {nurse: answer}\n"),
    asking_case("ask answer", "answered in: {nurse: answer}\n"),
)
NOBODY_PLAYS: Final = Entry(
    "R021",
    "No seat to take",
    _STOP,
    Phrase("No role has “play: yes”, so nobody could play this case."),
    Phrase("Add “play: yes” to the roles that trainees may take."),
    "Roles are colleagues, acting by habit, unless the case says that they can be played.",
    case("roles:\n  gp: {agency: general practice}\n"),
    case("roles:\n  gp: {agency: general practice, play: yes}\n"),
)
NO_FOCUS: Final = Entry(
    "R022",
    "No child that the case is about",
    _STOP,
    Phrase("Nobody in the family has “focus: yes”."),
    Phrase("Add it to the child that the case is about."),
    "`<child>` is the first child in focus, and the debrief has a lane for the child.",
    case("family:\n  boy: {age: 3}\n"),
    case("family:\n  boy: {age: 3, focus: yes}\n"),
)
BACK_TO_ITSELF: Final = Entry(
    "R023",
    "A scene that leads to itself",
    _STOP,
    Phrase("{scene} leads back to itself, and can be entered only once."),
    Phrase("Lead on to another scene, or add “again: 1” to the scene."),
    "A scene is entered once unless it says how often it may come again.",
    case(decision=QUESTION + OPTIONS + "then: monday\n"),
    case(decision=QUESTION + OPTIONS + "then: monday\n", scene="again: 1\n"),
)
EVERYTHING_CUT: Final = Entry(
    "R024",
    "A cut that leaves nothing",
    _STOP,
    Phrase("The cut {id} leaves out every scene."),
    Phrase("Take out of the list what should still be played."),
    "A shorter version still has something to decide.",
    case("cuts:\n  short: {minutes: 5, leave out: [monday]}\n"),
    TITLE
    + "cuts:\n  short: {minutes: 5, leave out: [tuesday]}\n"
    + scenes()
    + "  tuesday:\n    stop: What now?\n"
    + ENDINGS,
)
NO_MOVE: Final = Entry(
    "R025",
    "A move that cannot be made",
    _STOP,
    Phrase("{typed} does not begin with a scene that has a decision, or with a word for a whole play."),
    Phrase("{perhaps}Write the scene and what is done there. Words for a whole play: {known}."),
    "A check plays the case as trainees would, scene by scene.",
    case("checks:\n  - play: [mondy ask]\n    expect: {red lines: 0}\n"),
    case("checks:\n  - play: [monday ask]\n    expect: {red lines: 0}\n"),
)
NOT_PLAYED: Final = Entry(
    "R026",
    "A seat that cannot be taken",
    _STOP,
    Phrase("Nobody can play {role}: it has no “play: yes”."),
    Phrase("Add “play: yes” to the role, or leave it out here."),
    "Only seats that trainees can take are played in a check.",
    case(
        TWO_ROLES.replace("nursing, play: yes", "nursing")
        + "checks:\n  - play: [best]\n    as: [nurse]\n    expect: {red lines: 0}\n"
    ),
    case(TWO_ROLES + "checks:\n  - play: [best]\n    as: [nurse]\n    expect: {red lines: 0}\n"),
)
NOT_PRESENT: Final = Entry(
    "R027",
    "Somebody decides who is not there",
    Severity.FIX,
    Phrase("{role} decides here and is not among those present."),
    Phrase("Add the role to “present”, or leave “present” out."),
    "Who decides has to have heard what was said.",
    case(TWO_ROLES, "as: gp\n" + QUESTION + OPTIONS, "present: [nurse]\n"),
    case(TWO_ROLES, "as: gp\n" + QUESTION + OPTIONS, "present: [gp, nurse]\n"),
)

NEARLY_A_MILESTONE: Final = Entry(
    "R028",
    "Nearly a milestone of the timescales",
    Severity.THINK,
    Phrase("No timescale of the guidance knows the milestone {id}."),
    Phrase("{perhaps}If it is one of your own, read only by conditions, it may stay, with another name."),
    "A timescale counts from one milestone to another; with a letter wrong it would never begin.",
    case(decision=QUESTION + OPTIONS + "milestone: concern_formd\n"),
    case(decision=QUESTION + OPTIONS + "milestone: concern_formed\n"),
)

ENTRIES: Final = (
    NO_ROLE,
    NO_PARTY,
    NO_MEMBER,
    NO_PERSON,
    NO_FACT,
    NO_SCENE,
    NO_ENDING,
    MARK_NEVER_SET,
    MILESTONE_NEVER_STAMPED,
    NO_CHOICE,
    NO_SPEAKER,
    NO_TOPIC,
    NO_BASIS,
    NO_EDITION,
    NO_GUIDANCE,
    SAME_ID,
    ENDING_HIDES_THE_REST,
    LAST_ENDING_HAS_WHEN,
    NOT_ITS_SHARE,
    ANSWERED_EARLIER,
    NOBODY_PLAYS,
    NO_FOCUS,
    BACK_TO_ITSELF,
    EVERYTHING_CUT,
    NO_MOVE,
    NOT_PLAYED,
    NOT_PRESENT,
    NEARLY_A_MILESTONE,
)
