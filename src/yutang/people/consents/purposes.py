"""The register of purposes: four that Yutang asks for itself, and the corp's own."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import select, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit

from .errors import BadConsenterCursorError, BuiltInPurposeError, UnknownPurposeError
from .models import Purpose, PurposeNotice
from .schemas import (
    MARKETING,
    PHONE,
    SENSITIVE,
    SERVICE,
    Consenter,
    ConsenterPage,
    NoticeRead,
    PurposeChange,
    PurposeRead,
)

BUILT_IN: Final[dict[str, PurposeChange]] = {
    MARKETING: PurposeChange(
        name_zh="营销信息",
        name_en="Marketing messages",
        about_zh="发送活动、优惠和推荐",
        about_en="Sending campaigns, offers and recommendations",
    ),
    PHONE: PurposeChange(
        name_zh="手机号",
        name_en="Phone number",
        about_zh="保存手机号，用于识别客户和联系他",
        about_en="Keeping the phone number, to recognise the customer and to reach him",
    ),
    SENSITIVE: PurposeChange(
        name_zh="敏感信息",
        name_en="Sensitive data",
        about_zh="保存标为敏感的字段",
        about_en="Keeping the fields that are marked as sensitive",
    ),
    SERVICE: PurposeChange(
        name_zh="服务记录",
        name_en="Service history",
        about_zh="记录咨询、处理和评价，让接手的员工知道做过什么",
        about_en="Keeping enquiries, answers and ratings, so that whoever helps knows the history",
    ),
}

_COUNTS = text(
    """
    select purpose, count(*) filter (where withdrawn_at is null) as living,
           count(*) filter (where withdrawn_at is not null) as withdrawn
    from consents where corp_id = :corp_id group by purpose
    """
)
_CONSENTERS = text(
    """
    select w.customer_id, w.id, c.name, w.source, w.given_at, w.notice_version, w.withdrawn_at
    from consents w join customers c on c.corp_id = w.corp_id and c.id = w.customer_id
    where w.corp_id = :corp_id and w.purpose = :purpose
      and (cast(:at as timestamptz) is null or (w.given_at, w.customer_id) < (:at, :customer_id))
    order by w.given_at desc, w.customer_id desc limit :limit
    """
)


@dataclass(frozen=True, slots=True)
class _Stand:
    key: str
    wanted: PurposeChange
    version: int
    archived_at: datetime | None


async def _standing(session: AsyncSession, corp_id: int) -> dict[str, _Stand]:
    found = {key: _Stand(key, wanted, 1, None) for key, wanted in BUILT_IN.items()}
    rows = await session.scalars(
        select(Purpose).where(Purpose.corp_id == corp_id).order_by(Purpose.key)
    )
    for row in rows:
        wanted = PurposeChange(
            name_zh=row.name_zh,
            name_en=row.name_en,
            about_zh=row.about_zh,
            about_en=row.about_en,
            notice_zh=row.notice_zh,
            notice_en=row.notice_en,
            months=row.months,
            archived=row.archived_at is not None,
        )
        found[row.key] = _Stand(row.key, wanted, row.notice_version, row.archived_at)
    return found


async def list_purposes(session: AsyncSession, corp_id: int) -> list[PurposeRead]:
    """Every purpose, built-in ones first, archived ones too, with its counts of people."""
    counts = {row.purpose: row for row in await session.execute(_COUNTS, {"corp_id": corp_id})}
    read = []
    for one in (await _standing(session, corp_id)).values():
        counted: Any = counts.get(one.key)
        read.append(
            PurposeRead(
                key=one.key,
                built_in=one.key in BUILT_IN,
                notice_version=one.version,
                archived_at=one.archived_at,
                living=counted.living if counted else 0,
                withdrawn=counted.withdrawn if counted else 0,
                **one.wanted.model_dump(exclude={"archived"}),
            )
        )
    return read


async def notice_version(session: AsyncSession, corp_id: int, key: str) -> int | None:
    """The version of the notice people are shown now, null where nobody wrote one.

    Raises UnknownPurposeError for one that is not set or archived.
    """
    found = (await _standing(session, corp_id)).get(key)
    if found is None or found.archived_at is not None:
        raise UnknownPurposeError(key)
    return found.version if found.wanted.notice_zh or found.wanted.notice_en else None


async def months_of(session: AsyncSession, corp_id: int) -> dict[str, int]:
    """How many months consents hold, for the purposes where they end by themselves."""
    standing = await _standing(session, corp_id)
    return {key: one.wanted.months for key, one in standing.items() if one.wanted.months}


async def set_purpose(
    session: AsyncSession, corp_id: int, key: str, wanted: PurposeChange, by: str, now: datetime
) -> None:
    """Set a purpose, or make one. A notice that differs from the one before is a new version.

    What people agreed to stays readable: every version is kept. Raises BuiltInPurposeError.
    """
    if wanted.archived and key in BUILT_IN:
        raise BuiltInPurposeError(key)
    before = (await _standing(session, corp_id)).get(key)
    told = (wanted.notice_zh, wanted.notice_en)
    differs = before is None or told != (before.wanted.notice_zh, before.wanted.notice_en)
    version = 1 if before is None else before.version
    if before is not None and differs and (before.wanted.notice_zh or before.wanted.notice_en):
        version += 1
    archived_at = before.archived_at if before is not None else None
    values = wanted.model_dump(exclude={"archived"}) | {
        "notice_version": version,
        "archived_at": (archived_at or now) if wanted.archived else None,
        "updated_by": by,
        "updated_at": now,
    }
    write = insert(Purpose).values(corp_id=corp_id, key=key, **values)
    await session.execute(
        write.on_conflict_do_update(index_elements=["corp_id", "key"], set_=values)
    )
    if differs and any(told):
        notice = insert(PurposeNotice).values(
            corp_id=corp_id,
            key=key,
            version=version,
            notice_zh=wanted.notice_zh,
            notice_en=wanted.notice_en,
            written_by=by,
            since=now,
        )
        await session.execute(notice.on_conflict_do_nothing())
    await audit.record(
        session,
        corp_id,
        actor=by,
        action="purpose.set",
        target=f"purpose:{key}",
        before=before.wanted.model_dump() if before is not None else None,
        after=wanted.model_dump() | {"notice_version": version},
    )


async def list_notices(session: AsyncSession, corp_id: int, key: str) -> list[NoticeRead]:
    """Every notice of a purpose, the newest first."""
    rows = await session.scalars(
        select(PurposeNotice)
        .where(PurposeNotice.corp_id == corp_id, PurposeNotice.key == key)
        .order_by(PurposeNotice.version.desc())
    )
    return [
        NoticeRead(
            version=row.version,
            notice_zh=row.notice_zh,
            notice_en=row.notice_en,
            since=row.since,
            written_by=row.written_by,
        )
        for row in rows
    ]


async def list_consenters(
    session: AsyncSession, corp_id: int, key: str, after: str | None, limit: int
) -> ConsenterPage:
    """Who agreed to a purpose, withdrawn consents too. Raises BadConsenterCursorError."""
    at: datetime | None = None
    customer_id = 0
    if after is not None:
        moment, _, number = after.rpartition("~")
        try:
            at, customer_id = datetime.fromisoformat(moment), int(number)
        except ValueError as error:
            raise BadConsenterCursorError from error
        if at.tzinfo is None:
            raise BadConsenterCursorError
    rows = (
        await session.execute(
            _CONSENTERS,
            {
                "corp_id": corp_id,
                "purpose": key,
                "at": at,
                "customer_id": customer_id,
                "limit": limit + 1,
            },
        )
    ).all()
    shown = rows[:limit]
    more = len(rows) > limit
    return ConsenterPage(
        items=[
            Consenter(
                customer_id=row.customer_id,
                name=row.name,
                source=row.source,
                given_at=row.given_at,
                notice_version=row.notice_version,
                withdrawn_at=row.withdrawn_at,
            )
            for row in shown
        ],
        next=f"{shown[-1].given_at.isoformat()}~{shown[-1].customer_id}" if more else None,
    )
