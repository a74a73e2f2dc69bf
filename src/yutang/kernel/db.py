"""One request or job is one transaction; one transaction is one corp, or the owner's."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from psycopg.errors import IdleInTransactionSessionTimeout, TransactionTimeout
from sqlalchemy import BigInteger, DateTime, MetaData, Table, Text, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.engine import Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import (
    AsyncEngine,
    AsyncSession,
    async_sessionmaker,
    create_async_engine,
)
from sqlalchemy.orm import DeclarativeBase, Session, SessionTransaction
from sqlalchemy.types import UserDefinedType
from typing_extensions import override

from .announcing import Announcer

APP_ROLE = "yutang_app"
SCOPED_ROLE = "yutang_scoped"
"""Under it every table of persons shows only those whom the members of `app.staff` have."""
SEARCH_PATH = "public,procrastinate"
TRANSACTION_TIMEOUT = "5s"
_ANNOUNCED = "announced"


class Base(DeclarativeBase):
    """All tables; names of constraints are fixed so that migrations can speak of them."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        datetime: DateTime(timezone=True),
        str: Text(),
        int: BigInteger(),
        dict[str, Any]: JSONB(),
    }


def table_of(model: type[Base]) -> Table:
    """The table of a model, for statements run once per row of a list."""
    return cast("Table", model.__table__)


class Xid8(UserDefinedType[int]):
    """PostgreSQL's 64-bit transaction id."""

    cache_ok = True

    @override
    def get_col_spec(self, **kw: Any) -> str:
        return "xid8"


ischema_names["xid8"] = Xid8


@dataclass(frozen=True, slots=True)
class Seer:
    """For whom a transaction reads and writes, where that is not the corp as a whole.

    `user_id`: that person's scope as it is when the transaction begins, which may be the whole
    corp; else `staff_ids`: those members' customers. `actor` owns what he asks for.
    """

    actor: str
    user_id: int | None = None
    staff_ids: tuple[int, ...] = ()

    @classmethod
    def of(cls, actor: str) -> "Seer | None":
        """For what `user:<id>` or `staff:<id>` asked for; the whole corp for anybody else."""
        kind, _, found = actor.partition(":")
        number = int(found) if found.isdigit() else 0
        if kind == "staff" and number:
            return cls(actor, staff_ids=(number,))
        return cls(actor, user_id=number) if kind == "user" and number else None


class CorpSession(Session):
    """A session that enters one corp under an app role each time a transaction begins."""


@event.listens_for(CorpSession, "after_begin")
def enter_corp(session: Session, _: SessionTransaction, connection: Connection) -> None:
    """Transaction-local on purpose: a per-connection memory of the corp leaked after rollback."""
    corp_id, seer = session.info["corp_id"], session.info["seer"]
    staff = None if seer is None else _staff_of(connection, corp_id, seer)
    session.info["staff"] = staff
    if seer is None or staff is None:
        connection.exec_driver_sql(
            "select set_config('role', %s, true), set_config('app.corp_id', %s, true)",
            (APP_ROLE, str(corp_id)),
        )
        return
    connection.exec_driver_sql(
        "select set_config('role', %s, true), set_config('app.corp_id', %s, true),"
        " set_config('app.staff', %s, true), set_config('app.actor', %s, true)",
        (SCOPED_ROLE, str(corp_id), "{" + ",".join(map(str, staff)) + "}", seer.actor),
    )


def _staff_of(connection: Connection, corp_id: int, seer: Seer) -> tuple[int, ...] | None:
    if seer.user_id is None:
        return seer.staff_ids
    found = connection.exec_driver_sql(
        "select staff_in_scope(%s, %s)", (corp_id, seer.user_id)
    ).scalar()
    return None if found is None else tuple(found)


def staff_in_scope(session: AsyncSession) -> tuple[int, ...] | None:
    """Whose customers this corp's transaction sees; None for all of them, as the owner does.

    The database itself keeps to it; queries that answer from sums and bitmaps must ask.
    """
    return session.info.get("staff")


def psycopg_url(url: str) -> str:
    """The same address for SQLAlchemy with psycopg 3."""
    return url.replace("postgresql://", "postgresql+psycopg://", 1)


class Database:
    """The pool of one process and the two ways into it."""

    def __init__(self, url: str, *, pool_size: int = 10, pre_ping: bool = True) -> None:
        self.url = url
        self.engine: AsyncEngine = create_async_engine(
            psycopg_url(url),
            pool_size=pool_size,
            max_overflow=10,
            # An error tells its statement; the values in it may be anybody's.
            hide_parameters=True,
            # A crash of one backend drops all connections; a dead one must not reach a request.
            pool_pre_ping=pre_ping,
            connect_args={"options": f"-c search_path={SEARCH_PATH}", "connect_timeout": 10},
        )
        event.listen(self.engine.sync_engine, "connect", _limit_transactions)
        # Its own connections: changing the level to and fro costs more than such a statement.
        self.single: AsyncEngine = create_async_engine(
            psycopg_url(url),
            pool_size=4,
            max_overflow=4,
            hide_parameters=True,
            pool_pre_ping=pre_ping,
            pool_reset_on_return=None,
            isolation_level="AUTOCOMMIT",
            connect_args={"options": f"-c search_path={SEARCH_PATH}", "connect_timeout": 10},
        )
        """Each statement is a transaction of its own; every query names its corp."""
        self._announcer = Announcer(self.single)
        self._corp = async_sessionmaker(
            self.engine, sync_session_class=CorpSession, expire_on_commit=False
        )
        self._owner = async_sessionmaker(self.engine, expire_on_commit=False)

    @asynccontextmanager
    async def corp(self, corp_id: int, seer: Seer | None = None) -> AsyncIterator[AsyncSession]:
        """One transaction of one corp under row-level security; commits at the end.

        With a `seer` it sees and changes only what he may.
        """
        info = {"corp_id": corp_id, "seer": seer, "staff": None}
        async with self._corp(info=info) as session:
            async with session.begin():
                if seer is not None:
                    # The scope must be known before anything asks for it.
                    _ = await session.connection()
                yield session
            self._announcer.announce(session.info.get(_ANNOUNCED, ()))

    @asynccontextmanager
    async def owner(self) -> AsyncIterator[AsyncSession]:
        """One transaction over all corps, for loops and jobs; every query names its corp."""
        async with self._owner() as session:
            async with session.begin():
                yield session
            self._announcer.announce(session.info.get(_ANNOUNCED, ()))

    async def close(self) -> None:
        """Give every connection back."""
        await self._announcer.close()
        await self.engine.dispose()
        await self.single.dispose()


def announce(session: AsyncSession, channel: str, payload: str = "") -> None:
    """Have a channel notified once this transaction is committed."""
    session.info.setdefault(_ANNOUNCED, set()).add((channel, payload))


def ran_out_of_time(error: DBAPIError) -> bool:
    """Whether the server ended the transaction for its length, and said so."""
    return isinstance(error.orig, TransactionTimeout | IdleInTransactionSessionTimeout)


def took_too_long(error: DBAPIError) -> bool:
    """Whether the transaction may have ended for its length: half the work may fit into one.

    In the midst of a COPY one only sees that the line is dead.
    """
    return ran_out_of_time(error) or error.connection_invalidated


def _limit_transactions(connection: Any, _: object) -> None:
    """An open transaction that holds an xid holds all event readers back: 5 s and it ends.

    The parameter exists from PostgreSQL 17 on; asking pg_settings keeps 15 and 16 working.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "select set_config(name, %s, false) from pg_settings where name in"
            " ('transaction_timeout', 'idle_in_transaction_session_timeout')",
            (TRANSACTION_TIMEOUT,),
        )
    connection.commit()
