"""Show the connection, check it, and keep the files that prove a domain."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

import httpx2
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.clock import Clock, utc_now
from yutang.kernel.languages import Language
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.people.corps import service as corps
from yutang.people.corps.schemas import AppKeys, AppSecrets
from yutang.people.gateway import service as gateway
from yutang.people.gateway.schemas import QuotaRead
from yutang.people.staff import service as staff
from yutang.sense.callbacks import service as callbacks

from .asking import Way
from .checking import Known, callback_url, examine
from .domain import is_local
from .errors import BadVerifyFileError, UnknownVerifyFileError, VerifyFileTakenError
from .models import VerifyFile
from .quotas import Calls
from .repository import VerifyFileRepository
from .schemas import (
    AppRead,
    CheckList,
    ConnectionRead,
    Finding,
    RefusalRead,
    Stranger,
    VerifyFileRead,
    VerifyFileUpload,
)
from .wording import put_in_words

VERIFY_BYTES: Final = 1024
_VERIFY_NAME: Final = re.compile(r"WW_verify_[A-Za-z0-9]{1,64}\.txt", re.ASCII)
_VERIFY_TEXT: Final = re.compile(r"[\x20-\x7e\r\n\t]*", re.ASCII)
SHOWN_REFUSALS: Final = 20
_STAFF_PAGE: Final = 1000
_KEY_REASONS: Final = frozenset({"signature", "decryption", "receiver", "key_length"})
"""Refusals that mean WeCom's keys or corp differ from ours."""


async def read_connection(session: AsyncSession, runtime: Runtime, corp_id: int) -> ConnectionRead:
    """What is known without asking WeCom. Needs the owner's session."""
    address = runtime.settings.address
    facts = await corps.read_facts(session, corp_id)
    apps = await corps.read_app_secrets(session, runtime.vault, corp_id)
    refusals = await callbacks.list_refusals(
        session, corp_id, with_strangers=await corps.count_corps(session) == 1
    )
    files = await VerifyFileRepository(session).of_corp(corp_id)
    return ConnectionRead(
        corpid=facts.corpid,
        name=facts.name,
        address=address,
        address_is_local=is_local(address),
        apps=[
            AppRead(
                agent_id=app.agent_id,
                callback_url=callback_url(address, facts.corpid, app.agent_id),
                callback_token_set=bool(app.callback_token),
            )
            for app in apps
        ],
        last_callback_at=await callbacks.last_received_at(session, corp_id),
        last_synced_at=facts.synced_at,
        refusals=[RefusalRead(**row.model_dump()) for row in refusals[:SHOWN_REFUSALS]],
        verify_files=[_shown(file, address) for file in files],
    )


async def run_checks(runtime: Runtime, corp_id: int, language: Language) -> CheckList:
    """Every check of a corp, in words."""
    findings: list[Finding] = []
    await check_corp(runtime, corp_id, findings.append)
    return CheckList(items=[put_in_words(finding, language) for finding in findings])


async def check_corp(runtime: Runtime, corp_id: int, tell: Callable[[Finding], None]) -> None:
    """Ask WeCom and our own address anew; no transaction is open meanwhile."""
    known = await _read_known(runtime, corp_id)
    await examine(_way_of(runtime.settings, runtime.http, runtime.clock), known, tell)


async def check_stranger(
    settings: Settings, http: httpx2.AsyncClient, app: Stranger, tell: Callable[[Finding], None]
) -> None:
    """Ask WeCom about a corp that was not added: nothing of ours to compare with, no database."""
    secrets = AppSecrets(app.corpid, app.agent_id, app.secret, callback_token="", aes_key="")
    await examine(_way_of(settings, http, utc_now), Known(apps=(secrets,)), tell)


async def _read_known(runtime: Runtime, corp_id: int) -> Known:
    """What the checks compare WeCom's answers with."""
    async with runtime.database.owner() as session:
        apps = await corps.read_app_secrets(session, runtime.vault, corp_id)
        refusals = await callbacks.list_refusals(session, corp_id, with_strangers=False)
        files = await VerifyFileRepository(session).of_corp(corp_id)
        quota = await gateway.read_quota(session, runtime, corp_id, [], runtime.clock())
        return Known(
            apps=apps,
            added=True,
            staff=await _names_of_staff(session, corp_id),
            verify_files={file.name: file.content for file in files},
            last_callback_at=await callbacks.last_received_at(session, corp_id),
            refused={
                row.agent_id: row.reason
                for row in reversed(refusals)
                if row.agent_id is not None and row.reason in _KEY_REASONS
            },
            calls=_calls(quota),
        )


def _way_of(settings: Settings, http: httpx2.AsyncClient, clock: Clock) -> Way:
    """How this installation reaches WeCom and itself."""
    return Way(settings.wecom_base_url, settings.address, http, clock)


def _calls(quota: QuotaRead) -> Calls | None:
    """The API nearest to a ceiling, and the one that WeCom stops for longest."""
    windows = [(api.path, window) for api in quota.apis for window in api.windows if window.limit]
    if not windows:
        return None
    path, fullest = max(windows, key=lambda one: one[1].used / one[1].limit)
    stops = [
        (brake.until, api.path)
        for api in quota.apis
        for brake in api.brakes
        if brake.kind == "stop" and brake.until > quota.at
    ]
    until, stopped = max(stops, default=(None, ""))
    told = until.isoformat(timespec="minutes") if until is not None else ""
    return Calls(path, fullest.used, fullest.limit, stopped, told)


async def _names_of_staff(session: AsyncSession, corp_id: int) -> dict[str, str]:
    """Names of all who have not left, by account."""
    found: dict[str, str] = {}
    after = 0
    while True:
        page = await staff.list_staff(session, corp_id, "", after, _STAFF_PAGE)
        found |= {member.account: member.name for member in page.items}
        if len(page.items) < _STAFF_PAGE:
            return found
        after = page.items[-1].id


async def replace_app_keys(
    session: AsyncSession, runtime: Runtime, corp_id: int, agent_id: int, keys: AppKeys, actor: str
) -> None:
    """Take an app's new secret, callback token or AES key; raises what corps raises."""
    await corps.replace_app_keys(session, runtime.vault, corp_id, agent_id, keys, actor)


async def upload_verify_file(
    session: AsyncSession, corp_id: int, file: VerifyFileUpload, actor: str, now: datetime
) -> None:
    """Keep a file, in the place of an earlier one of the same name. Needs the owner's session.

    Raises BadVerifyFileError and VerifyFileTakenError; then nothing was changed.
    """
    content = file.content.removeprefix("\ufeff")
    if not _VERIFY_NAME.fullmatch(file.name):
        message = "WeCom's file is named WW_verify_, letters and digits, .txt; upload it unrenamed"
        raise BadVerifyFileError(message)
    if len(content) > VERIFY_BYTES or not content.strip() or not _VERIFY_TEXT.fullmatch(content):
        message = f"WeCom's file holds up to {VERIFY_BYTES} plain characters; download it again"
        raise BadVerifyFileError(message)
    kept = await VerifyFileRepository(session).named(file.name)
    if kept is not None and kept.corp_id != corp_id:
        message = f"{file.name} belongs to another company of this installation"
        raise VerifyFileTakenError(message)
    if kept is None:
        session.add(
            VerifyFile(
                corp_id=corp_id,
                name=file.name,
                content=content,
                uploaded_by=actor,
                uploaded_at=now,
            )
        )
    else:
        kept.content, kept.uploaded_by, kept.uploaded_at = content, actor, now
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="connection.verify_file_uploaded",
        target=f"file:{file.name}",
        before=None if kept is None else {"replaced": True},
        after={"bytes": len(content)},
    )


async def delete_verify_file(session: AsyncSession, corp_id: int, name: str, actor: str) -> None:
    """Stop serving a file. Needs the owner's session. Raises UnknownVerifyFileError."""
    kept = await VerifyFileRepository(session).named(name)
    if kept is None or kept.corp_id != corp_id:
        message = f"there is no file {name}"
        raise UnknownVerifyFileError(message)
    await session.delete(kept)
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="connection.verify_file_deleted",
        target=f"file:{name}",
    )


async def serve_verify_file(session: AsyncSession, name: str) -> str:
    """The content, for anybody. Needs the owner's session. Raises UnknownVerifyFileError."""
    kept = await VerifyFileRepository(session).named(name)
    if kept is None:
        message = f"there is no file {name}"
        raise UnknownVerifyFileError(message)
    return kept.content


def _shown(file: VerifyFile, address: str) -> VerifyFileRead:
    return VerifyFileRead(
        name=file.name,
        url=f"{address}/{file.name}",
        bytes=len(file.content),
        uploaded_at=file.uploaded_at,
    )
