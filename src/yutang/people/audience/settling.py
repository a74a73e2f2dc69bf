"""Find or make the tables of a store, and see that all of it can be read."""

import uuid
from collections.abc import Mapping
from typing import Any, Final

from clickhouse_connect.driver.exceptions import DatabaseError

from . import ddl
from .errors import ForeignStoreError, StoreTornError

_TABLES: Final = "select name from system.tables where database = {database:String}"
_AWAY: Final = "select table, reason from system.detached_parts where database = {database:String}"


def settle(client: Any, database: str, *, ours: bool) -> str:
    """Bring the database to our version; returns the store's id.

    Raises StoreTornError where it has to be set aside, ForeignStoreError where that is not for us
    to do: `ours` says that nobody else has anything there.
    """
    client.command(f"create database if not exists `{database}`")
    own = {"database": database}
    tables = {row[0] for row in client.query(_TABLES, parameters=own).result_rows}
    version, store = 0, ""
    if "store_version" in tables:
        found = sorted(_read(client, f"select version, store from `{database}`.store_version"))  # noqa: S608 - our own name
        if not found:
            message = "it does not say of which version it is"
            raise StoreTornError(message)
        version, store = found[-1]
    elif tables and not ours:
        raise ForeignStoreError(database)
    elif tables:
        message = f"the database '{database}' holds tables of somebody else"
        raise StoreTornError(message)
    if version > ddl.VERSION:
        message = f"it is of version {version}, later than {ddl.VERSION}"
        raise StoreTornError(message)
    if version:
        _look_through(client, database, own)
    else:
        client.command(_named(ddl.NAMED, database))
        store = uuid.uuid4().hex
    for step in range(version, ddl.VERSION):
        for statement in ddl.STEPS[step]:
            client.command(_named(statement, database))
        client.command(
            f"insert into `{database}`.store_version values"  # noqa: S608 - our own name
            " ({version:UInt32}, {store:String}, now64(6))",
            parameters={"version": step + 1, "store": store},
        )
    return str(store)


def set_aside(client: Any, database: str) -> None:
    """Keep it under another name; what was kept before goes."""
    client.command(f"drop database if exists `{database}_aside` sync")
    client.command(f"rename database `{database}` to `{database}_aside`")


def _named(statement: str, database: str) -> str:
    return statement.replace("create table ", f"create table `{database}`.", 1)


def _look_through(client: Any, database: str, own: Mapping[str, Any]) -> None:
    """ClickHouse puts parts that it cannot read away and goes on without them: we do not."""
    away = _read(client, _AWAY, own)
    if away:
        message = f"parts of {away[0][0]} cannot be read ({away[0][1]})"
        raise StoreTornError(message)
    for table in ddl.TABLES:
        _read(client, f"select count() from `{database}`.{table}")  # noqa: S608 - our own names


def _read(client: Any, sql: str, params: Mapping[str, Any] | None = None) -> list[Any]:
    try:
        return list(client.query(sql, parameters=dict(params or {})).result_rows)
    except DatabaseError as error:
        raise StoreTornError(str(error)[:200]) from error
