"""What is kept elsewhere so that a record rewritten as a whole can be told: each attempt's last hash, each
certificate. A chain shows any change to what is stored, and cannot show that all of it was written anew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from sqlalchemy import Connection, and_, case, func, null, select

from simulator.records import tables
from simulator.records.chain import text_digest
from simulator.records.completed import every_completion, is_review
from simulator.records.engine import take_time
from simulator.records.verifying import Break
from simulator.words import records_people as words
from simulator.words import say


class Heads(NamedTuple):
    """What to keep. Nobody's name is in it."""

    attempts: dict[str, tuple[int, str]]
    """Attempt -> its last move's number and hash; 0 and its opening where nobody has moved."""
    certificates: dict[str, str]
    """Certificate -> the digest of what it says."""


def heads(connection: Connection) -> Heads:
    """The heads of a record as it is now."""
    take_time(connection)
    moved, attempt = tables.journal.c, tables.attempts.c
    last = select(moved.attempt, func.max(moved.seq).label("seq")).group_by(moved.attempt).subquery()
    ends = select(moved.attempt, moved.seq, moved.hash).join(
        last, and_(last.c.attempt == moved.attempt, last.c.seq == moved.seq)
    )
    found = {one: (0, opening) for one, opening in connection.execute(select(attempt.id, attempt.opening))}
    found |= {one: (seq, head) for one, seq, head in connection.execute(ends)}
    return Heads(found, dict(_certificates(connection)))


def _certificates(connection: Connection) -> Iterator[tuple[str, str]]:
    done = every_completion().subquery().c
    workshop = case((is_review(done), null()), else_=done.workshop)  # as heads have always been kept
    said = (done.attempt, workshop, done.case_id, done.minutes, done.level, done.completed_on)
    for certificate, *values in connection.execute(select(done.certificate, *said)):
        yield certificate, text_digest("\n".join("" if one is None else str(one) for one in values))


def changed_since(connection: Connection, kept: Heads) -> list[Break]:
    """Where a record no longer holds what was kept; it may have grown."""
    take_time(connection)
    broken = [
        Break(attempt, seq, say(words.HEAD_CHANGED, attempt=attempt, seq=seq))
        for attempt, (seq, head) in sorted(kept.attempts.items())
        if _hash_at(connection, attempt, seq) != head
    ]
    now = dict(_certificates(connection))
    return broken + [
        Break("", 0, say(words.CERTIFICATE_CHANGED, certificate=certificate))
        for certificate, digest in sorted(kept.certificates.items())
        if now.get(certificate) != digest
    ]


def _hash_at(connection: Connection, attempt: str, seq: int) -> str | None:
    moved, begun = tables.journal.c, tables.attempts.c
    if seq == 0:
        return connection.scalar(select(begun.opening).where(begun.id == attempt))
    return connection.scalar(select(moved.hash).where(moved.attempt == attempt, moved.seq == seq))
