"""The training record: what was played, move by move, who was there, and what they completed.

    with open_store(settings.load()) as store:
        attempt = store.attempt(store.begin(Beginning(text, "case.yaml", seats, seed, family, rulebook)))
        events = attempt.play(move, client_id, role)     # stored; now it may be shown

Only this package and what lies above it loads a database library.
"""

from __future__ import annotations

from simulator.records.attempt import OpenAttempt
from simulator.records.beginning import Beginning, Player, Training
from simulator.records.folding import Moved
from simulator.records.given import Given
from simulator.records.listing import Summary
from simulator.records.playing import TRAINER
from simulator.records.store import Place, Store, open_store
from simulator.records.tables import Delivery, Presence

__all__ = [
    "TRAINER",
    "Beginning",
    "Delivery",
    "Given",
    "Moved",
    "OpenAttempt",
    "Place",
    "Player",
    "Presence",
    "Store",
    "Summary",
    "Training",
    "open_store",
]
