"""Who somebody is: signing in, phrases to come back with, the trainer's PIN, what this device remembers."""

from __future__ import annotations

from simulator.access.device import forget, remember, remembered
from simulator.access.people import find, person, register, renew_phrase, sign_in
from simulator.access.phrases import new_phrase
from simulator.access.pin import check_pin, has_pin, set_pin
from simulator.records.details import Details, Known

__all__ = [
    "Details",
    "Known",
    "check_pin",
    "find",
    "forget",
    "has_pin",
    "new_phrase",
    "person",
    "register",
    "remember",
    "remembered",
    "renew_phrase",
    "set_pin",
    "sign_in",
]
