"""Add a corp, find it, and call WeCom as one of its apps."""

import time
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault
from yutang.wecom.client import WeCom
from yutang.wecom.crypto import CallbackCipher
from yutang.wecom.errors import AesKeyError
from yutang.wecom.tokens import Credentials
from yutang.wecom.transport import Transport

from .errors import AlreadyAddedError, BadCallbackKeyError, UnknownCorpError
from .models import Corp, CorpApp
from .schemas import CallbackDoor, CorpRead, NewApp, NewCorp, NewOwner
from .tokens import SharedTokens

WELCOME_PATH = "/cgi-bin/externalcontact/send_welcome_msg"
WELCOMES_AT_ONCE = 16
"""A welcome has 20 s; four at a time, as for other writes, would queue a busy day's."""


KNOWN_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class _Connection:
    client: WeCom
    until: float


async def add_corp(session: AsyncSession, vault: Vault, new: NewCorp, owner: NewOwner) -> int:
    """Serve one more corp, with its first person; returns its id.

    Needs the owner's session. Raises AlreadyAddedError, BadCallbackKeyError, WeakPasswordError.
    """
    if await session.scalar(select(Corp.id).where(Corp.corpid == new.corpid)) is not None:
        raise AlreadyAddedError(new.corpid)
    corp = Corp(corpid=new.corpid, name=new.name)
    session.add(corp)
    await session.flush()
    for app in new.apps:
        session.add(_sealed(vault, corp, app))
    await access.add_user(
        session,
        corp.id,
        login=owner.login,
        name=owner.name,
        role="owner",
        password=owner.password.get_secret_value(),
        must_change_password=owner.must_change_password,
    )
    await audit.record(
        session,
        corp.id,
        actor="system",
        action="corp.added",
        target=f"corp:{corp.id}",
        after={"corpid": new.corpid, "apps": [app.agent_id for app in new.apps]},
    )
    return corp.id


def _sealed(vault: Vault, corp: Corp, app: NewApp) -> CorpApp:
    token, key = app.callback_token.get_secret_value(), app.aes_key.get_secret_value()
    try:
        CallbackCipher(token, key, corp.corpid)
    except AesKeyError as error:
        message = f"app {app.agent_id}: the EncodingAESKey is not WeCom's 43 letters and digits"
        raise BadCallbackKeyError(message) from error
    return CorpApp(
        corp_id=corp.id,
        agent_id=app.agent_id,
        sealed_secret=vault.seal(app.secret.get_secret_value(), "corp_apps.secret"),
        sealed_callback_token=vault.seal(token, "corp_apps.callback_token"),
        sealed_aes_key=vault.seal(key, "corp_apps.aes_key"),
    )


async def describe(session: AsyncSession, corp_id: int) -> CorpRead:
    """The corp; raises UnknownCorpError."""
    corp = await session.get(Corp, corp_id)
    if corp is None:
        message = f"there is no corp {corp_id}"
        raise UnknownCorpError(message)
    return CorpRead(id=corp.id, name=corp.name, timezone=corp.timezone)


async def find_corp_id(session: AsyncSession, corpid: str) -> int | None:
    """Our id of WeCom's `corpid`."""
    return await session.scalar(select(Corp.id).where(Corp.corpid == corpid))


async def first_agent_id(session: AsyncSession, corp_id: int) -> int:
    """The app that calls WeCom for the corp; raises UnknownCorpError."""
    agent_id = await session.scalar(
        select(CorpApp.agent_id).where(CorpApp.corp_id == corp_id).order_by(CorpApp.created_at)
    )
    if agent_id is None:
        message = f"corp {corp_id} has no WeCom app"
        raise UnknownCorpError(message)
    return agent_id


async def callback_doors(session: AsyncSession, vault: Vault) -> list[CallbackDoor]:
    """Every app's callback keys, unsealed."""
    rows = await session.execute(
        select(CorpApp, Corp.corpid).join(Corp, Corp.id == CorpApp.corp_id)
    )
    return [
        CallbackDoor(
            corp_id=app.corp_id,
            corpid=corpid,
            agent_id=app.agent_id,
            token=vault.unseal(app.sealed_callback_token, "corp_apps.callback_token"),
            aes_key=vault.unseal(app.sealed_aes_key, "corp_apps.aes_key"),
        )
        for app, corpid in rows
    ]


async def connect(runtime: Runtime, corp_id: int, agent_id: int | None = None) -> WeCom:
    """A client that calls WeCom as the app (default: the corp's first); one a process.

    Raises UnknownCorpError.
    """
    known = runtime.once("connections", dict[tuple[int, int | None], _Connection])
    connection = known.get((corp_id, agent_id))
    now = time.monotonic()
    if connection is None or connection.until < now:
        client = await _connect(runtime, corp_id, agent_id)
        # Read anew each half minute: a changed secret must reach every process.
        connection = known[corp_id, agent_id] = _Connection(client, now + KNOWN_SECONDS)
    return connection.client


async def _connect(runtime: Runtime, corp_id: int, agent_id: int | None) -> WeCom:
    if agent_id is None:
        async with runtime.database.owner() as session:
            agent_id = await first_agent_id(session, corp_id)
    credentials = await _credentials(runtime, corp_id, agent_id)
    tokens = runtime.once(
        ("tokens", corp_id, agent_id), lambda: SharedTokens(runtime, corp_id, agent_id)
    )
    return runtime.once(
        ("wecom", corp_id, agent_id, credentials),
        lambda: WeCom(
            Transport(
                runtime.settings.wecom_base_url,
                runtime.http,
                tokens,
                credentials,
                gates={WELCOME_PATH: WELCOMES_AT_ONCE},
            )
        ),
    )


async def _credentials(runtime: Runtime, corp_id: int, agent_id: int) -> Credentials:
    async with runtime.database.owner() as session:
        row = (
            await session.execute(
                select(CorpApp.sealed_secret, Corp.corpid)
                .join(Corp, Corp.id == CorpApp.corp_id)
                .where(CorpApp.corp_id == corp_id, CorpApp.agent_id == agent_id)
            )
        ).one_or_none()
    if row is None:
        message = f"corp {corp_id} has no WeCom app {agent_id}"
        raise UnknownCorpError(message)
    return Credentials(
        corpid=row.corpid, secret=runtime.vault.unseal(row.sealed_secret, "corp_apps.secret")
    )


async def record_sync(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """Remember that the whole corp was read at `now`."""
    corp = await session.get_one(Corp, corp_id)
    corp.synced_at = now
