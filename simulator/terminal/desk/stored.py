"""The desk of a training record: people, attempts and completions are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scoring.calendar import in_words
from scoring.errors import ScoringError
from scoring.guidance.board import Board
from scoring.guidance.board_reading import load_board
from simulator import access
from simulator.access import Details, Known
from simulator.errors import RecordError, SettingsError
from simulator.play.step import start, step
from simulator.records import Beginning, Delivery, OpenAttempt, Player, Store, Summary, open_store
from simulator.records.beginning import counted_as
from simulator.records.tables import Stage
from simulator.records.training.evaluations import Occasion
from simulator.reports.transcript import entries_of
from simulator.scenario import library
from simulator.scenario.model import Case
from simulator.settings import Settings
from simulator.terminal.desk.asking import StoredAsking, asking_about
from simulator.terminal.desk.making import make, read_case
from simulator.terminal.desk.model import Again, Learner, Resumed, Said, SignedIn, SignIn, Unfinished, Wish
from simulator.terminal.desk.sitting import keep_scribe, table_at
from simulator.terminal.room.attempt import Attempt, moves_of, still_played
from simulator.text import clean
from simulator.words import desk as words
from simulator.words import say


@dataclass
class StoredDesk:
    """What the screens get from the record of the settings."""

    settings: Settings
    store: Store
    board: Board
    asked: set[str] = field(default_factory=set, kw_only=True)
    """Who has been asked in this sitting whether an earlier training has lasted."""

    def cases(self) -> tuple[library.Summary, ...]:
        """The library; summaries are remembered between runs."""
        folders = library.folders(self.settings.scenarios)
        return library.listing(folders, self.settings.home / "library.json")

    def case(self, path: str) -> Case:
        """One case whole."""
        return read_case(path)[1]

    def sign_in(self, who: SignIn) -> SignedIn:
        """Enter somebody for the first time; who comes back has a phrase."""
        details = Details(who.name, who.agency, who.job_title, who.email)
        known, phrase = access.register(self.store, details)
        return SignedIn(_learner(known), phrase)

    def come_back(self, name: str, phrase: str) -> Learner:
        """The learner of a name and a phrase."""
        return _learner(access.sign_in(self.store, name, phrase))

    def remembered(self) -> Learner | None:
        """Whom this machine remembers."""
        known = access.remembered(self.store, self.settings.home)
        return _learner(known) if known else None

    def remember(self, learner: Learner | None) -> None:
        """Let this machine remember somebody, or nobody."""
        if learner is None:
            access.forget(self.store, self.settings.home)
        else:
            access.remember(self.store, learner.id, self.settings.home)

    def unfinished(self, learner: Learner | None) -> tuple[Unfinished, ...]:
        """What somebody can carry on with, or what is nobody's."""
        found = self.store.resumable(learner.id if learner else None)
        mine = [one for one in found if not one.workshop]  # with its code one comes back to a seat there
        mine = [one for one in mine if learner or one.practice_only]
        made = self.store.decided([one.attempt for one in mine])
        return tuple(_unfinished(one, made[one.attempt]) for one in mine)

    def begin(self, wish: Wish) -> Attempt:
        """Begin, and keep all that the attempt stands on."""
        made = make(wish, self.board)
        roles = () if len(wish.roles) > 1 else wish.roles
        delivery = Delivery.TABLE if len(wish.roles) > 1 else Delivery.SOLO
        beginning = Beginning(
            made.text,
            made.name,
            wish.roles,
            made.family.seed,
            made.family,
            made.rulebook,
            cut=wish.cut,
            board={"profile": self.board.text},
            players=tuple(Player(each.id, wish.taken.get(each.id, roles)) for each in wish.learners),
            training=counted_as(made.case, wish.cut, self.board.levels)._replace(delivery=delivery),
            table=wish.table,
            practice_only=not wish.learners,
        )
        begun = self.store.attempt(self.store.begin(beginning))
        if wish.seating is not None:
            keep_scribe(self.store, begun, wish.seating)
        return begun

    def resume(self, attempt: str) -> Resumed:
        """Carry on, in the seats it was begun with; who has stepped out of a table has none."""
        opened = self.store.attempt(attempt)
        if opened.about.workshop and not opened.ended:  # whoever opens it here would see every seat's own
            raise RecordError(say(words.OF_A_WORKSHOP), say(words.OF_A_WORKSHOP_MESSAGE))
        seating = table_at(self.store, opened) if len(opened.seats) > 1 else None
        return Resumed(opened, still_played(opened, opened.seats), seating)

    def try_from(self, attempt: Attempt, scene: str) -> Attempt | None:
        """A practice attempt in the record, beginning where the other one first decided in the scene. Tried
        from a live table's, it is played by whoever sits at this screen alone."""
        state = start(attempt.game, attempt.seats)[0]
        for seq, move in enumerate(moves_of(attempt)):
            if state.scene < len(attempt.game.scenes) and attempt.game.scenes[state.scene].scene.id == scene:
                tried = self.store.attempt(self.store.try_from(attempt.id, seq))
                if mine := getattr(attempt, "mine", ()):
                    from simulator.workshop.table import by_oneself

                    by_oneself(tried, mine)
                return tried
            state, _ = step(attempt.game, state, move)
        return None

    def asking(self, attempt: Attempt) -> StoredAsking | None:
        """Whoever is at a table that plays by itself."""
        return asking_about(self.store, attempt) if isinstance(attempt, OpenAttempt) else None

    def asked_again(self, learner: Learner) -> Again | None:
        """The earliest of 6 to 12 weeks ago about which they have not answered; once in a sitting."""
        if learner.id in self.asked:
            return None
        self.asked.add(learner.id)
        for one in self.store.training.due(learner.id):
            meant = self.store.training.intention_of(one.occasion)
            weeks = one.weeks(self.store.given.now().date())
            return Again(clean(one.title), weeks, clean(meant), one.occasion.workshop, one.occasion.attempt)
        return None

    def answer_again(self, learner: Learner, again: Again, said: Said | None) -> None:
        """Keep it for the evaluation, where nobody sees whose it is."""
        record, occasion = self.store.training, Occasion(learner.id, again.workshop, again.attempt)
        on = self.store.given.now().date()
        if said is None or (not said.answers and said.done is None):
            record.would_rather_not(occasion)
            return
        record.answer(occasion, Stage.FOLLOW_UP, said.answers, on)
        if said.done is not None:
            record.follow_up(occasion, on, done=said.done, confirmed=said.confirmed)

    def transcript(self, learner: Learner) -> tuple[Mapping[str, str], ...]:
        """The person's rows of report R4."""
        return self.store.database.read(lambda connection: entries_of(connection, learner.id))


def _learner(known: Known) -> Learner:
    return Learner(known.learner, clean(known.details.name), clean(known.details.agency))


def _unfinished(one: Summary, made: int) -> Unfinished:
    last = (one.last_move or one.started).astimezone()
    return Unfinished(one.attempt, clean(one.case_title), one.seats, made + 1, _day(last), one.table)


def _day(moment: datetime) -> str:
    """`Thu 12 Mar`."""
    return in_words(moment.date()).rpartition(" ")[0]


def open_stored(settings: Settings) -> StoredDesk:
    """Raises SettingsError or RecordError where board or record cannot be used."""
    try:
        board = load_board(settings.board)
    except ScoringError as error:
        raise SettingsError(error.title, error.message, error.remedy) from error
    return StoredDesk(settings, open_store(settings), board)
