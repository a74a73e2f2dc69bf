"""Make, list and revoke tokens; know who comes with one."""

import hashlib
import re
import secrets
from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import column, func, or_, select, table, update
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.access import service as access
from yutang.kernel.access.schemas import Principal

from .errors import (
    TooManyTokensError,
    TooWideError,
    UnknownPermissionError,
    UnknownScopeError,
    UnknownTokenError,
)
from .models import ApiToken
from .schemas import (
    ApiTokenRead,
    Kind,
    NewServiceToken,
    NewToken,
    State,
    TokenMade,
    TokenPage,
    TokenScope,
)

MOST_TOKENS = {"personal": 20, "service": 200}
"""Live ones: of one person, of one company."""
USED_AGAIN = timedelta(minutes=1)
PAGE_ROWS = 50

_TOKEN = re.compile(r"yt_([1-9][0-9]{0,17})_([A-Za-z0-9_-]{43})")
_PLACES = {
    kind: table(name, column("corp_id"), column("id"))
    for kind, name in (("department", "departments"), ("store", "stores"))
}


def _hash(secret: str) -> bytes:
    # 256 random bits need no slow hash.
    return hashlib.sha256(secret.encode()).digest()


async def find_principal(
    session: AsyncSession, token: str, now: datetime, ip: str
) -> Principal | None:
    """Who asks with this token, by the owner's session; None when it is good for nothing.

    He has what his account has now and the token was given, whichever is less.
    """
    parts = _TOKEN.fullmatch(token)
    if parts is None:
        return None
    row = await session.scalar(select(ApiToken).where(ApiToken.id == int(parts[1])))
    if row is None or not secrets.compare_digest(row.secret_hash, _hash(parts[2])):
        return None
    if row.revoked_at is not None or row.expires_at <= now:
        return None
    holder = await access.find_user(session, row.corp_id, row.user_id)
    if holder is None:
        return None
    if row.last_used_at is None or row.last_used_at <= now - USED_AGAIN:
        # The condition once more: of many calls at once one writes.
        await session.execute(
            update(ApiToken)
            .where(
                ApiToken.corp_id == row.corp_id,
                ApiToken.id == row.id,
                or_(ApiToken.last_used_at.is_(None), ApiToken.last_used_at <= now - USED_AGAIN),
            )
            .values(last_used_at=now, last_used_ip=ip)
            .execution_options(synchronize_session=False)
        )
    allowed = holder.permissions & frozenset(row.permissions)
    return holder.model_copy(update={"permissions": allowed, "token_id": row.id})


async def make_personal(
    session: AsyncSession, maker: Principal, asked: NewToken, now: datetime
) -> TokenMade:
    """A token that acts as its maker.

    Raises UnknownPermissionError, TooWideError, TooManyTokensError.
    """
    _check_permissions(maker, asked.permissions)
    return await _make(session, maker, asked, now, "personal", maker.user_id)


async def make_service(
    session: AsyncSession, maker: Principal, asked: NewServiceToken, now: datetime
) -> TokenMade:
    """A token with an account of its own, no wider than its maker is now.

    Raises ForbiddenError, UnknownPermissionError, UnknownScopeError, TooWideError and
    TooManyTokensError.
    """
    access.demand(maker, "tokens.write")
    _check_permissions(maker, asked.permissions)
    for scope in asked.scopes:
        await _check_place(session, maker.corp_id, scope)
    scopes = [(scope.kind, 0 if scope.kind == "corp" else scope.ref_id) for scope in asked.scopes]
    user_id = await access.add_service(session, maker, asked.name, scopes)
    if user_id is None:
        raise TooWideError(f"{kind} {ref_id}".removesuffix(" 0") for kind, ref_id in scopes)
    return await _make(session, maker, asked, now, "service", user_id)


def _check_permissions(maker: Principal, asked: Iterable[str]) -> None:
    wanted = frozenset(asked)
    if unknown := wanted - access.known_permissions().keys():
        raise UnknownPermissionError(unknown)
    if beyond := wanted - maker.permissions:
        raise TooWideError(beyond)


async def _check_place(session: AsyncSession, corp_id: int, scope: TokenScope) -> None:
    place = _PLACES.get(scope.kind)
    if place is None:
        return
    found = await session.scalar(
        select(place.c.id).where(place.c.corp_id == corp_id, place.c.id == scope.ref_id)
    )
    if found is None:
        raise UnknownScopeError(scope.kind, scope.ref_id)


async def _make(
    session: AsyncSession,
    maker: Principal,
    asked: NewToken,
    now: datetime,
    kind: Kind,
    user_id: int,
) -> TokenMade:
    owned = ApiToken.user_id == user_id if kind == "personal" else ApiToken.kind == "service"
    live = await session.scalar(
        select(func.count()).where(
            ApiToken.corp_id == maker.corp_id,
            ApiToken.kind == kind,
            owned,
            ApiToken.revoked_at.is_(None),
            ApiToken.expires_at > now,
        )
    )
    if (live or 0) >= MOST_TOKENS[kind]:
        raise TooManyTokensError(MOST_TOKENS[kind])
    secret = secrets.token_urlsafe(32)
    row = ApiToken(
        corp_id=maker.corp_id,
        user_id=user_id,
        kind=kind,
        name=asked.name,
        permissions=sorted(set(asked.permissions)),
        secret_hash=_hash(secret),
        created_by=maker.actor,
        created_at=now,
        expires_at=now + timedelta(days=asked.expires_in_days),
        last_used_ip="",
    )
    session.add(row)
    await session.flush()
    await audit.record(
        session,
        maker.corp_id,
        actor=maker.actor,
        action="token.made",
        target=f"token:{row.id}",
        after={
            "kind": kind,
            "name": row.name,
            "permissions": row.permissions,
            "user_id": user_id,
            "expires_at": row.expires_at.isoformat(),
        },
    )
    [read] = await _describe(session, maker.corp_id, [row], now)
    return TokenMade(**read.model_dump(), token=f"yt_{row.id}_{secret}")


async def list_tokens(
    session: AsyncSession, reader: Principal, kind: Kind, now: datetime, after: int | None
) -> TokenPage:
    """One's own tokens, or those of services; newest first, with those that no longer work.

    Raises ForbiddenError for those of services without the permission.
    """
    query = select(ApiToken).where(ApiToken.corp_id == reader.corp_id, ApiToken.kind == kind)
    if kind == "service":
        access.demand(reader, "tokens.write")
    else:
        query = query.where(ApiToken.user_id == reader.user_id)
    if after is not None:
        query = query.where(ApiToken.id < after)
    rows = list(await session.scalars(query.order_by(ApiToken.id.desc()).limit(PAGE_ROWS + 1)))
    items = await _describe(session, reader.corp_id, rows[:PAGE_ROWS], now)
    more = len(rows) > PAGE_ROWS
    return TokenPage(items=items, next=str(items[-1].id) if more else None)


async def _describe(
    session: AsyncSession, corp_id: int, rows: Sequence[ApiToken], now: datetime
) -> list[ApiTokenRead]:
    accounts = {row.user_id for row in rows}
    out = await access.who_are_out(session, corp_id, accounts)
    makers = {row.created_by: int(row.created_by.removeprefix("user:")) for row in rows}
    names = await access.names_of(session, corp_id, makers.values())
    services = [row.user_id for row in rows if row.kind == "service"]
    scopes = await access.scopes_of(session, corp_id, services)
    return [
        ApiTokenRead.model_validate(
            {
                "id": row.id,
                "kind": row.kind,
                "name": row.name,
                "permissions": row.permissions,
                "scopes": [
                    {"kind": kind, "ref_id": ref_id} for kind, ref_id in scopes.get(row.user_id, ())
                ]
                if row.kind == "service"
                else None,
                "state": _state(row, out, now),
                "created_by": names.get(makers[row.created_by], row.created_by),
                "created_at": row.created_at,
                "expires_at": row.expires_at,
                "last_used_at": row.last_used_at,
                "last_used_ip": row.last_used_ip,
                "revoked_at": row.revoked_at,
            }
        )
        for row in rows
    ]


def _state(row: ApiToken, out: Collection[int], now: datetime) -> State:
    if row.revoked_at is not None:
        return "revoked"
    if row.expires_at <= now:
        return "expired"
    return "ended" if row.user_id in out else "live"


async def revoke(session: AsyncSession, reader: Principal, token_id: int, now: datetime) -> None:
    """End a token at once, and the account of a service with it; safe to repeat.

    Raises UnknownTokenError for one that is not his and, without the permission, for a service's.
    """
    row = await session.scalar(
        select(ApiToken)
        .where(ApiToken.corp_id == reader.corp_id, ApiToken.id == token_id)
        .with_for_update()
    )
    may = row is not None and (
        "tokens.write" in reader.permissions
        if row.kind == "service"
        else row.user_id == reader.user_id
    )
    if row is None or not may:
        raise UnknownTokenError
    if row.revoked_at is not None:
        return
    row.revoked_at, row.revoked_by = now, reader.actor
    if row.kind == "service":
        await access.end_service(session, reader.corp_id, row.user_id, now)
    await audit.record(
        session,
        reader.corp_id,
        actor=reader.actor,
        action="token.revoked",
        target=f"token:{row.id}",
        before={"kind": row.kind, "name": row.name},
    )
