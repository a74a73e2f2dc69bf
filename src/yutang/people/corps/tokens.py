"""WeCom's access tokens, shared by all processes through PostgreSQL."""

from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from yutang.kernel.locking import holding, trying_to_hold
from yutang.kernel.runtime import Runtime
from yutang.wecom.tokens import Credentials, fresh_seconds, working_seconds

from .models import AccessToken

_CONTEXT = "access_tokens.token"


@dataclass(frozen=True, slots=True)
class _Copy:
    token: str = field(repr=False)
    renew_at: datetime
    works_until: datetime


class SharedTokens:
    """The token store of one app: this process's copy, then the table, then WeCom.

    One process at a time fetches a new token. While the old one works the others keep using it;
    without one they wait on an advisory lock, which PostgreSQL frees when its holder dies.
    """

    def __init__(self, runtime: Runtime, corp_id: int, agent_id: int) -> None:
        self._runtime = runtime
        self._key = (corp_id, agent_id)
        self._copy: _Copy | None = None
        # What was refused is never handed out again, though a reading that began before may find
        # it in the table once more.
        self._refused: deque[str] = deque(maxlen=8)

    async def get(self, credentials: Credentials) -> str | None:  # noqa: ARG002 - one app a store
        """The token while it has more than 10 s to live."""
        copy = self._copy
        if copy is None or copy.renew_at <= self._runtime.clock():
            # Another process may have renewed it.
            copy = self._copy = await self._read()
        if copy is None or copy.works_until <= self._runtime.clock():
            return None
        if copy.token in self._refused:
            self._copy = None
            return None
        return copy.token

    async def is_due(self, credentials: Credentials) -> bool:  # noqa: ARG002
        """Whether it ends within 5 minutes; asked after `get`, so the copy is the table's."""
        return self._copy is None or self._copy.renew_at <= self._runtime.clock()

    async def _read(self) -> _Copy | None:
        corp_id, agent_id = self._key
        async with self._runtime.database.owner() as session:
            row = await session.scalar(
                select(AccessToken).where(
                    AccessToken.corp_id == corp_id, AccessToken.agent_id == agent_id
                )
            )
        if row is None:
            return None
        token = self._runtime.vault.unseal(row.sealed_token, _CONTEXT)
        life = (row.expires_at - row.fetched_at).total_seconds()
        return _Copy(
            token,
            row.fetched_at + timedelta(seconds=fresh_seconds(int(life))),
            row.fetched_at + timedelta(seconds=working_seconds(int(life))),
        )

    async def put(self, credentials: Credentials, token: str, expires_in: int) -> None:  # noqa: ARG002
        """Keep a token that lives `expires_in` seconds."""
        corp_id, agent_id = self._key
        while token in self._refused:
            # WeCom itself hands it out again.
            self._refused.remove(token)
        now = self._runtime.clock()
        values = {
            "sealed_token": self._runtime.vault.seal(token, _CONTEXT),
            "fetched_at": now,
            "expires_at": now + timedelta(seconds=expires_in),
        }
        async with self._runtime.database.owner() as session:
            await session.execute(
                insert(AccessToken)
                .values(corp_id=corp_id, agent_id=agent_id, **values)
                .on_conflict_do_update(index_elements=["corp_id", "agent_id"], set_=values)
            )
        self._copy = _Copy(
            token,
            now + timedelta(seconds=fresh_seconds(expires_in)),
            now + timedelta(seconds=working_seconds(expires_in)),
        )

    async def drop(self, credentials: Credentials, token: str) -> None:  # noqa: ARG002
        """Forget `token` if it is still the one kept: another process may have a newer one."""
        self._refused.append(token)
        if self._copy is not None and self._copy.token == token:
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
        """Hold the right to fetch; no transaction is open meanwhile."""
        async with holding(self._runtime.database.url, self._name):
            self._copy = None
            yield

    @asynccontextmanager
    async def trying_to_refresh(self, credentials: Credentials) -> AsyncIterator[bool]:  # noqa: ARG002
        """Hold that right if no other process does; yields whether it is held."""
        async with trying_to_hold(self._runtime.database.url, self._name) as is_ours:
            if is_ours:
                # Who held it a moment ago may have renewed the token.
                self._copy = await self._read()
            yield is_ours

    @property
    def _name(self) -> str:
        return f"access_token:{self._key[0]}:{self._key[1]}"
