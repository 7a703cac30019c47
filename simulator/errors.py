"""Everything that can go wrong and be told to a person, as one tree.

    SimulatorError
    ├── SetUpError          the first run could not make the simulator ready on this machine
    ├── CaseError           a case file cannot be read, or says something that cannot be played
    ├── MoveRefused         the move is not one the person may make now
    │   └── RoomMovedOn     it was, but somebody moved first; look again and choose again
    ├── RecordError         the training record could not do what was asked
    │   ├── NotSaved        a move could not be stored; nothing was shown, it may be tried again
    │   ├── DatabaseNewer   the record was made by a newer simulator than this one
    │   └── ChainBroken     a stored move is not what was stored: the journal's hashes disagree
    ├── AccessRefused       wrong phrase, PIN or join code, or not this person's to see
    ├── SettingsError       a setting, folder or settings file cannot be used
    ├── ExportError         a report or export could not be written
    └── NotInstalled        an optional library is missing; the remedy holds the pip words

Raise the leaf that fits. `scoring` knows nothing of this tree and has errors of its own.
"""

from __future__ import annotations


class SimulatorError(Exception):
    """Something a person can be told in plain words.

    `title` names what happened in a few words, `message` says it in one sentence, `remedy` says what to do
    next. All three are shown as they are: no markup, no traceback, nobody to blame.
    """

    def __init__(self, title: str, message: str, remedy: str = "") -> None:
        super().__init__(title, message, remedy)
        self.title = title
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return " ".join(part for part in (f"{self.title}:", self.message, self.remedy) if part)


class SetUpError(SimulatorError):
    """The first run could not make the simulator ready on this machine."""


class CaseError(SimulatorError):
    """A case file cannot be read, or says something that cannot be played."""


class MoveRefused(SimulatorError):
    """The move is not one this role may make at this point of the case."""


class RoomMovedOn(MoveRefused):
    """The move was allowed when it was offered, but another seat moved first."""


class RecordError(SimulatorError):
    """The training record could not do what was asked."""


class NotSaved(RecordError):
    """The move could not be stored. Its consequence was not shown; trying again is safe."""


class DatabaseNewer(RecordError):
    """The record was made by a newer simulator; writing to it could spoil it."""


class ChainBroken(RecordError):
    """The journal's hashes disagree at one row: what is stored is not what was stored."""


class AccessRefused(SimulatorError):
    """A wrong phrase, PIN or join code, or something that is not this person's to see."""


class SettingsError(SimulatorError):
    """A setting, folder or settings file cannot be used."""


class ExportError(SimulatorError):
    """A report or export could not be written."""


class NotInstalled(SimulatorError):
    """What was asked for needs an optional library that is not installed."""
