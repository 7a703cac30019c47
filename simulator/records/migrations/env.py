"""Run by Alembic, and only by it: to bring a record to today's tables, and to write down a change of them.

After changing `simulator/records/tables`, with a record of your own at the last revision, write the next one,
read what was written, and add its name to `REVISIONS` in `simulator/records/migrating.py`:

    python3 -m alembic -c simulator/records/migrations/alembic.ini revision --autogenerate -m "what it is for"
"""

from __future__ import annotations

from alembic import context
from sqlalchemy import Connection

from simulator.records.migrating import VERSION_TABLE
from simulator.records.tables import metadata


def run(connection: Connection) -> None:
    """Do what was asked for over one connection; whoever gave it commits."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        version_table=VERSION_TABLE,
        render_as_batch=True,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


given = context.config.attributes.get("connection")
if given is not None:
    run(given)
else:
    from simulator.records.engine import open_engine
    from simulator.settings import load

    with open_engine(load().database).connect() as own:
        run(own)
