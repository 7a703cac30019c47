"""What the first run on a machine says while it sets the simulator up, and when it cannot."""

from __future__ import annotations

from simulator.words import Phrase

SETTING_UP = Phrase("Setting up, once; this takes about half a minute ...")
READY = Phrase("done.")
BRINGING_UP_TO_DATE = Phrase("Bringing the set-up up to date ...")
WAITING = Phrase("Another first run is setting up in this folder; waiting for it to finish.")
STARTED_AFRESH = Phrase("An earlier set-up was not finished, so it is made again.")
STOPPED = Phrase("Stopped. The next run starts the set-up afresh.")
GOING_ON = Phrase("There is no network, so what was set up before is used as it is.")

NOT_SET_UP = Phrase("The simulator is not set up")

FOLDER_NOT_WRITABLE = Phrase("The folder {folder} cannot be written to, and the set-up is kept there.")
COPY_FOLDER = Phrase("Copy the simulator's folder to one of your own and start it from there.")

NO_PIP = Phrase("This Python has neither a pip nor what it needs to make an environment of its own.")
ADD_VENV = Phrase(
    "On Debian or Ubuntu: sudo apt install python3-venv. Elsewhere, install Python from python.org. "
    "Then start again."
)

NO_NETWORK = Phrase("The libraries could not be fetched: the network did not answer.")
TRY_WITH_NETWORK = Phrase(
    "Start again with a network; it is needed only this once. For a room without one, run "
    "'python3 -m pip download -d wheelhouse . hatchling editables' on a machine like this one that has a "
    "network, and copy the whole folder across."
)

CERTIFICATE_REFUSED = Phrase("The libraries could not be fetched: a certificate on the way was not trusted.")
ASK_FOR_CERTIFICATE = Phrase(
    "Some workplaces look into secure connections. Ask your IT desk for their certificate file, name it in "
    "PIP_CERT, and start again."
)

DISK_FULL = Phrase("The disk is full.")
FREE_SPACE = Phrase("Free about 400 MB and start again.")

INSTALL_FAILED = Phrase("The libraries could not be installed: {reason}")
SEE_LOG = Phrase("The whole story is in {log}.")
