"""Add a corp, find it, and call WeCom as one of its apps."""

import re
import time
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic import SecretStr
from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.runtime import Runtime
from yutang.kernel.vault import Vault
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import TokenRead
from yutang.wecom.admission import Urgency
from yutang.wecom.client import WeCom
from yutang.wecom.crypto import CallbackCipher
from yutang.wecom.errors import AesKeyError
from yutang.wecom.tokens import Credentials
from yutang.wecom.transport import Transport

from .errors import (
    AlreadyAddedError,
    BadCallbackKeyError,
    BadCallbackTokenError,
    NothingToReplaceError,
    UnknownCorpError,
)
from .models import AccessToken, Corp, CorpApp
from .preferences import change_preferences, preferences_of, read_preferences
from .schemas import (
    AppKeys,
    AppSecrets,
    CallbackDoor,
    CorpFacts,
    CorpRead,
    NewApp,
    NewCorp,
    NewOwner,
)
from .tokens import SharedTokens

__all__ = (
    "add_corp",
    "callback_doors",
    "change_preferences",
    "connect",
    "corps_at_hour",
    "count_corps",
    "describe",
    "every_corp",
    "find_corp_id",
    "first_agent_id",
    "list_token_ages",
    "preferences_of",
    "read_app_secrets",
    "read_facts",
    "read_preferences",
    "record_sync",
    "replace_app_keys",
)

WELCOME_PATH = "/cgi-bin/externalcontact/send_welcome_msg"
WELCOMES_AT_ONCE = 16
"""A welcome has 20 s; four at a time, as for other writes, would queue a busy day's."""


KNOWN_SECONDS = 30.0
_CALLBACK_TOKEN = re.compile(r"[A-Za-z0-9]{1,32}", re.ASCII)


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
    _check_key(app.agent_id, key)
    return CorpApp(
        corp_id=corp.id,
        agent_id=app.agent_id,
        sealed_secret=vault.seal(app.secret.get_secret_value(), "corp_apps.secret"),
        sealed_callback_token=vault.seal(token, "corp_apps.callback_token"),
        sealed_aes_key=vault.seal(key, "corp_apps.aes_key"),
    )


def _check_key(agent_id: int, key: str) -> None:
    try:
        CallbackCipher("", key, "")
    except AesKeyError as error:
        message = (
            f"app {agent_id}: the EncodingAESKey is not WeCom's 43 letters and digits,"
            f" it has {len(key)} characters"
        )
        raise BadCallbackKeyError(message) from error


async def replace_app_keys(
    session: AsyncSession, vault: Vault, corp_id: int, agent_id: int, keys: AppKeys, actor: str
) -> None:
    """Take what WeCom's console now shows; every process uses it within 30 s.

    Needs the owner's session. Raises UnknownCorpError, NothingToReplaceError,
    BadCallbackKeyError, BadCallbackTokenError; then nothing was changed.
    """
    app = await session.get(CorpApp, (corp_id, agent_id), with_for_update=True)
    if app is None:
        message = f"corp {corp_id} has no WeCom app {agent_id}"
        raise UnknownCorpError(message)
    secret, token, key = map(_plain, (keys.secret, keys.callback_token, keys.aes_key))
    replaced = [
        name
        for name, value in (("secret", secret), ("callback_token", token), ("aes_key", key))
        if value
    ]
    if not replaced:
        message = "give at least one of secret, callback_token and aes_key"
        raise NothingToReplaceError(message)
    if key:
        _check_key(agent_id, key)
        app.sealed_aes_key = vault.seal(key, "corp_apps.aes_key")
    if token:
        if not _CALLBACK_TOKEN.fullmatch(token):
            message = f"app {agent_id}: a callback token has 1 to 32 letters and digits"
            raise BadCallbackTokenError(message)
        app.sealed_callback_token = vault.seal(token, "corp_apps.callback_token")
    if secret:
        app.sealed_secret = vault.seal(secret, "corp_apps.secret")
        # A token of the old secret may live on for two hours, and would hide a wrong new one.
        await session.execute(
            delete(AccessToken).where(
                AccessToken.corp_id == corp_id, AccessToken.agent_id == agent_id
            )
        )
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="corp.app_keys_replaced",
        target=f"app:{agent_id}",
        after={"replaced": replaced},
    )


def _plain(value: SecretStr | None) -> str:
    """The text without the blanks that copying from a page brings along."""
    return value.get_secret_value().strip() if value is not None else ""


async def read_facts(session: AsyncSession, corp_id: int) -> CorpFacts:
    """The corp with its apps; raises UnknownCorpError."""
    corp = await session.get(Corp, corp_id)
    if corp is None:
        message = f"there is no corp {corp_id}"
        raise UnknownCorpError(message)
    agent_ids = await session.scalars(
        select(CorpApp.agent_id).where(CorpApp.corp_id == corp_id).order_by(CorpApp.created_at)
    )
    return CorpFacts(corp_id, corp.corpid, corp.name, corp.synced_at, tuple(agent_ids))


async def read_app_secrets(
    session: AsyncSession, vault: Vault, corp_id: int
) -> tuple[AppSecrets, ...]:
    """Each app's secrets, oldest app first. Needs the owner's session; never to be shown."""
    rows = await session.execute(
        select(CorpApp, Corp.corpid)
        .join(Corp, Corp.id == CorpApp.corp_id)
        .where(CorpApp.corp_id == corp_id)
        .order_by(CorpApp.created_at)
    )
    return tuple(
        AppSecrets(
            corpid=corpid,
            agent_id=app.agent_id,
            secret=vault.unseal(app.sealed_secret, "corp_apps.secret"),
            callback_token=vault.unseal(app.sealed_callback_token, "corp_apps.callback_token"),
            aes_key=vault.unseal(app.sealed_aes_key, "corp_apps.aes_key"),
        )
        for app, corpid in rows
    )


async def count_corps(session: AsyncSession) -> int:
    """How many companies this installation serves. Needs the owner's session."""
    return await session.scalar(select(func.count()).select_from(Corp)) or 0


async def corps_at_hour(session: AsyncSession, hour: int, now: datetime) -> list[int]:
    """The corps where `now` lies in this hour of their day. Needs the owner's session."""
    rows = await session.execute(select(Corp.id, Corp.timezone).order_by(Corp.id))
    return [row.id for row in rows if now.astimezone(ZoneInfo(row.timezone)).hour == hour]


async def every_corp(session: AsyncSession) -> list[int]:
    """Ids of all corps of this installation. Needs the owner's session."""
    return list(await session.scalars(select(Corp.id).order_by(Corp.id)))


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


async def connect(
    runtime: Runtime,
    corp_id: int,
    agent_id: int | None = None,
    *,
    urgency: Urgency = Urgency.INTERACTIVE,
) -> WeCom:
    """A client that calls WeCom as the app (default: the corp's first); one a process and class.

    Each call waits for its quota as long as its `urgency` has patience. Raises UnknownCorpError.
    """
    known = runtime.once("connections", dict[tuple[int, int | None, Urgency], _Connection])
    key = (corp_id, agent_id, urgency)
    connection = known.get(key)
    now = time.monotonic()
    if connection is None or connection.until < now:
        client = await _connect(runtime, corp_id, agent_id, urgency)
        # Read anew each half minute: a changed secret must reach every process.
        connection = known[key] = _Connection(client, now + KNOWN_SECONDS)
    return connection.client


async def _connect(runtime: Runtime, corp_id: int, agent_id: int | None, urgency: Urgency) -> WeCom:
    if agent_id is None:
        async with runtime.database.owner() as session:
            agent_id = await first_agent_id(session, corp_id)
    credentials = await _credentials(runtime, corp_id, agent_id)
    # A store per secret: the copy it keeps of the old secret's token must not outlive it.
    tokens = runtime.once(
        ("tokens", corp_id, agent_id, credentials), lambda: SharedTokens(runtime, corp_id, agent_id)
    )
    return runtime.once(
        ("wecom", corp_id, agent_id, credentials, urgency),
        lambda: WeCom(
            Transport(
                runtime.settings.wecom_base_url,
                runtime.http,
                tokens,
                credentials,
                gates={WELCOME_PATH: WELCOMES_AT_ONCE},
                admission=gateway.admission(runtime, corp_id),
                urgency=urgency,
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


async def list_token_ages(session: AsyncSession, corp_id: int) -> list[TokenRead]:
    """When each app's access token was fetched and ends; never a token."""
    rows = await session.execute(
        select(AccessToken.agent_id, AccessToken.fetched_at, AccessToken.expires_at)
        .where(AccessToken.corp_id == corp_id)
        .order_by(AccessToken.agent_id)
    )
    return [TokenRead.model_validate(row, from_attributes=True) for row in rows]


async def record_sync(session: AsyncSession, corp_id: int, now: datetime) -> None:
    """Remember that the whole corp was read at `now`."""
    corp = await session.get_one(Corp, corp_id)
    corp.synced_at = now
