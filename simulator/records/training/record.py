"""The front door to what a training lead keeps: `store.training`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from simulator.records.database import Database
from simulator.records.given import Given
from simulator.records.tables import (
    Action,
    Booked,
    Booking,
    Course,
    OnPaper,
    PartThere,
    Reason,
    Stage,
    Status,
    Trainer,
    Workshop,
)
from simulator.records.training import (
    actions,
    bookings,
    courses,
    evaluations,
    following_up,
    paper,
    workshops,
)
from simulator.records.training.evaluations import Occasion
from simulator.records.training.following_up import WOULD_RATHER_NOT, Trained
from simulator.records.training.paper import OfWhat
from simulator.records.training.rows import changed


class TrainingRecord:
    """Courses, workshops, bookings, evaluations and actions of one record.

    Everything that writes raises RecordError for what cannot be kept, or NotSaved.
    """

    def __init__(self, database: Database, given: Given) -> None:
        self._database = database
        self._given = given

    def set_course(self, course: Course) -> None:
        """Add a course, or change the one of its code."""
        self._database.write(lambda c: courses.set_course(c, course))

    def courses(self) -> Sequence[Course]:
        """Every course, by its code."""
        return self._database.read(courses.courses)

    def plan(self, workshop: Workshop) -> str:
        """Add a workshop, or change the one of its id; an empty id gets one. Gives the id."""
        planned = changed(workshop, id=workshop.id or self._given.new_id())
        self._database.write(lambda c: workshops.plan(c, planned))
        return planned.id

    def workshops(self, first: date | None = None, last: date | None = None) -> Sequence[Workshop]:
        """Workshops held or planned in a span of days, the first first."""
        return self._database.read(lambda c: workshops.workshops(c, first, last))

    def workshop(self, workshop: str) -> Workshop:
        """One workshop. Raises RecordError where there is none of that id."""
        return self._database.read(lambda c: workshops.workshop(c, workshop))

    def set_status(self, workshop: str, status: Status) -> None:
        """Say where a workshop stands."""
        self._database.write(lambda c: workshops.set_status(c, workshop, status))

    def close(self, workshop: str) -> None:
        """It was held: who played in it came, and the booked who did not are no-shows."""
        self._database.write(lambda c: workshops.close(c, workshop))

    def set_trainers(self, workshop: str, trainers: Sequence[Trainer]) -> None:
        """Say who led a workshop, instead of what was said before."""
        given = tuple(trainers)
        self._database.write(lambda c: workshops.set_trainers(c, workshop, given))

    def book(self, workshop: str, learner: str, on: date, table: str = "") -> None:
        """Book a place; booking it again changes nothing but the table."""
        self._database.write(lambda c: bookings.book(c, workshop, learner, on, table))

    def cancel(
        self,
        workshop: str,
        learner: str,
        on: date,
        reason: Reason = Reason.NOT_GIVEN,
        *,
        charge: bool = False,
    ) -> None:
        """Give a place back on a day."""
        self._database.write(lambda c: bookings.cancel(c, workshop, learner, on, reason, charge=charge))

    def came(self, workshop: str, learner: str, status: Booked, reason: Reason = Reason.NOT_GIVEN) -> None:
        """Say whether somebody came: attended, part or no-show. Who steps out has attended."""
        self._database.write(lambda c: bookings.came(c, workshop, learner, status, reason))

    def there(self, workshop: str, learner: str, part: int, how: PartThere) -> None:
        """Say whether somebody was there for one part (from 1) of a workshop that has several."""
        self._database.write(lambda c: bookings.there(c, workshop, learner, part, how))

    def bookings_of(self, workshop: str) -> Sequence[Booking]:
        """Everybody who is expected at a workshop or came."""
        return self._database.read(lambda c: bookings.bookings_of(c, workshop))

    def complete_on_paper(
        self, learner: str, of: OfWhat, how: OnPaper, on: date, trainer: str | None = None
    ) -> str:
        """Record a completion by a trainer's word, once; give its certificate's number."""
        new_id = self._given.new_id
        return self._database.write(
            lambda c: paper.complete_on_paper(c, learner, of, how, on, trainer, new_id)
        )

    def answer(self, occasion: Occasion, stage: Stage, answers: Mapping[str, int], on: date) -> None:
        """Record answers to items; answering again replaces the answer."""
        new_id = self._given.new_id
        self._database.write(lambda c: evaluations.answer(c, occasion, stage, answers, on, new_id))

    def intend(self, occasion: Occasion, text: str, on: date) -> str:
        """Record what somebody means to do; saying it again replaces it. Gives the intention's id."""
        new_id = self._given.new_id
        return self._database.write(lambda c: evaluations.intend(c, occasion, text, on, new_id))

    def follow_up(self, occasion: Occasion, on: date, *, done: bool, confirmed: bool | None = None) -> None:
        """Record whether somebody did what they meant to, and whether their manager confirmed it."""
        self._database.write(lambda c: evaluations.follow_up(c, occasion, on, done=done, confirmed=confirmed))

    def due(self, learner: str = "") -> Sequence[Trained]:
        """Who is to be asked again today, weeks after a training; whether one `learner` is."""
        return self._database.read(lambda c: following_up.due(c, self._given.now().date(), learner))

    def would_rather_not(self, occasion: Occasion) -> None:
        """Somebody who was asked again does not want to be."""
        self.answer(occasion, Stage.FOLLOW_UP, {WOULD_RATHER_NOT: 1}, self._given.now().date())

    def intention_of(self, occasion: Occasion) -> str:
        """What somebody wrote that they would do, for them and their trainer alone."""
        return self._database.read(lambda c: evaluations.intention_of(c, occasion))

    def agree(self, action: Action) -> str:
        """Record an action, or change the one of its id; an empty id gets one. Gives the id."""
        agreed = changed(action, id=action.id or self._given.new_id())
        self._database.write(lambda c: actions.agree(c, agreed))
        return agreed.id

    def done(self, action: str, on: date, evidence: str) -> None:
        """Record that an action was done, and what shows it."""
        self._database.write(lambda c: actions.done(c, action, on, evidence))

    def actions(self, *, waiting: bool = False) -> Sequence[Action]:
        """Every action, or those not done yet, by when they are due."""
        return self._database.read(lambda c: actions.actions(c, waiting=waiting))
