"""The short way to the database for what every move does: one kept connection, statements compiled once.

SQLAlchemy costs some fifty microseconds a statement and as much a connection; on a laptop that is as long as
a disk takes to be sure of a move. Here the driver is spoken to directly, in statements that SQLAlchemy wrote,
and whatever else belongs to the move (a completion, typed words) joins the same transaction the usual way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from threading import RLock
from typing import Any, Final

from sqlalchemy import Connection, Dialect, Engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ClauseElement
from sqlalchemy.types import TypeEngine

Convert = Callable[[Any], Any]


class Statement:
    """A statement in a database's own words, with what its values and its columns must be turned into."""

    def __init__(
        self,
        statement: ClauseElement,
        dialect: Dialect,
        values: Mapping[str, TypeEngine[Any]],
        columns: Sequence[TypeEngine[Any]] = (),
    ) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=list(values))
        assert isinstance(compiled, SQLCompiler)
        self.text: Final = str(compiled)
        self._order = compiled.positiontup
        self._fixed = {name: value for name, value in compiled.params.items() if name not in values}
        self._in = {
            name: convert
            for name, kind in values.items()
            if (convert := kind.dialect_impl(dialect).bind_processor(dialect)) is not None
        }
        self._out: list[tuple[int, Convert]] = [
            (place, convert)
            for place, kind in enumerate(columns)
            if (convert := kind.dialect_impl(dialect).result_processor(dialect, None)) is not None
        ]

    def values(self, given: Mapping[str, Any]) -> Any:
        """The values as the driver takes them."""
        ready = {**self._fixed, **given}
        for name, convert in self._in.items():
            ready[name] = convert(ready[name])
        return ready if self._order is None else [ready[name] for name in self._order]

    def rows(self, found: Sequence[Sequence[Any]]) -> list[list[Any]]:
        """The driver's rows with each column of its kind."""
        rows = [list(row) for row in found]
        for place, convert in self._out:
            for row in rows:
                row[place] = convert(row[place])
        return rows


class Swift:
    """The kept connection. One thread at a time; the others wait."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._lock = RLock()
        self._kept: Connection | None = None
        self._driver: Any = None

    @contextmanager
    def transaction(self) -> Iterator[Swift]:
        """Everything inside is committed at the end, or nothing. Raises DBAPIError."""
        with self._lock:
            try:
                self._begin()
                yield self
                self._end()
            except self._engine.dialect.loaded_dbapi.Error as error:
                self.drop()
                raise self._explained(error) from error
            except DBAPIError:
                self.drop()
                raise
            except BaseException:
                self._roll_back()
                raise

    @property
    def dialect(self) -> Dialect:
        """Of the database it speaks to."""
        return self._engine.dialect

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's connection, in the same transaction."""
        assert self._kept is not None
        return self._kept

    def run(self, statement: Statement, **values: Any) -> None:
        """Run a statement that gives nothing back."""
        self._driver.execute(statement.text, statement.values(values))

    def find(self, statement: Statement, **values: Any) -> list[list[Any]]:
        """Run a statement and give its rows."""
        return statement.rows(self._driver.execute(statement.text, statement.values(values)).fetchall())

    def drop(self) -> None:
        """Let go of the connection; the next transaction makes another."""
        with self._lock:
            kept, self._kept, self._driver = self._kept, None, None
            if kept is not None:
                kept.invalidate()
                kept.close()

    def _begin(self) -> None:
        if self._kept is None:
            self._kept = self._engine.connect().execution_options(writes=True)
            self._driver = self._kept.connection.dbapi_connection
        if self._engine.dialect.name == "sqlite":
            self._driver.execute("BEGIN IMMEDIATE")

    def _end(self) -> None:
        if self.connection.in_transaction():
            self.connection.commit()
        else:
            self._driver.commit()

    def _roll_back(self) -> None:
        """After a refusal. Where even that fails the connection goes, and the transaction with it."""
        try:
            if self._kept is not None:
                self._kept.rollback()
                self._driver.rollback()
        except (self._engine.dialect.loaded_dbapi.Error, DBAPIError):
            self.drop()

    def _explained(self, error: Exception) -> DBAPIError:
        dialect = self._engine.dialect
        explained = DBAPIError.instance(None, None, error, dialect.loaded_dbapi.Error, dialect=dialect)
        assert isinstance(explained, DBAPIError)
        return explained
