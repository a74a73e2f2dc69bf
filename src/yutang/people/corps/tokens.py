"""WeCom's access tokens, shared by all processes through PostgreSQL."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

import psycopg
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from yutang.kernel.runtime import Runtime
from yutang.wecom.tokens import Credentials

from .models import AccessToken

_CONTEXT = "access_tokens.token"
_REFRESH_EARLY = timedelta(minutes=5)


class SharedTokens:
    """The token store of one app: this process's copy, then the table, then WeCom.

    One process at a time fetches a new token; the others wait for it on an advisory lock.
    """

    def __init__(self, runtime: Runtime, corp_id: int, agent_id: int) -> None:
        self._runtime = runtime
        self._key = (corp_id, agent_id)
        self._copy: tuple[str, datetime] | None = None

    async def get(self, credentials: Credentials) -> str | None:  # noqa: ARG002 - one app a store
        """The token while it has more than 5 minutes to live."""
        fresh_until = self._runtime.clock() + _REFRESH_EARLY
        if self._copy is not None and self._copy[1] > fresh_until:
            return self._copy[0]
        corp_id, agent_id = self._key
        async with self._runtime.database.owner() as session:
            row = await session.scalar(
                select(AccessToken).where(
                    AccessToken.corp_id == corp_id, AccessToken.agent_id == agent_id
                )
            )
        if row is None or row.expires_at <= fresh_until:
            return None
        self._copy = (self._runtime.vault.unseal(row.sealed_token, _CONTEXT), row.expires_at)
        return self._copy[0]

    async def put(self, credentials: Credentials, token: str, expires_in: int) -> None:  # noqa: ARG002
        """Keep a token that lives `expires_in` seconds."""
        corp_id, agent_id = self._key
        expires_at = self._runtime.clock() + timedelta(seconds=expires_in)
        values = {
            "sealed_token": self._runtime.vault.seal(token, _CONTEXT),
            "expires_at": expires_at,
        }
        async with self._runtime.database.owner() as session:
            await session.execute(
                insert(AccessToken)
                .values(corp_id=corp_id, agent_id=agent_id, **values)
                .on_conflict_do_update(index_elements=["corp_id", "agent_id"], set_=values)
            )
        self._copy = (token, expires_at)

    async def drop(self, credentials: Credentials, token: str) -> None:  # noqa: ARG002
        """Forget `token` if it is still the one kept: another process may have a newer one."""
        if self._copy is not None and self._copy[0] == token:
            self._copy = None
        corp_id, agent_id = self._key
        async with self._runtime.database.owner() as session:
            row = await session.scalar(
                select(AccessToken)
                .where(AccessToken.corp_id == corp_id, AccessToken.agent_id == agent_id)
                .with_for_update()
            )
            if row is not None and self._runtime.vault.unseal(row.sealed_token, _CONTEXT) == token:
                await session.execute(
                    delete(AccessToken).where(
                        AccessToken.corp_id == corp_id, AccessToken.agent_id == agent_id
                    )
                )

    @asynccontextmanager
    async def refreshing(self, credentials: Credentials) -> AsyncIterator[None]:  # noqa: ARG002
        """Hold the right to fetch: no transaction is open meanwhile, only a session lock."""
        corp_id, agent_id = self._key
        async with await psycopg.AsyncConnection.connect(
            self._runtime.database.url, autocommit=True, connect_timeout=5
        ) as connection:
            await connection.execute(
                "select pg_advisory_lock(hashtextextended(%s, 0))",
                (f"access_token:{corp_id}:{agent_id}",),
            )
            yield
