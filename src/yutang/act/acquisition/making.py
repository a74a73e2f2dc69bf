"""Make channels, one or many at once, set by set."""

import secrets
from collections.abc import Sequence

from pydantic import BaseModel, Field
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings import service as greetings
from yutang.act.greetings.schemas import WelcomeText
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.corps import service as corps
from yutang.wecom.contact_ways import MAX_REMARK_CHARACTERS

from .checking import check
from .jobs import asking
from .schemas import ChannelCreate, Kind

_CHANNELS = text(
    """
    insert into channels (corp_id, kind, name, state, agent_id, created_by, skip_verify, remark,
                          qr_content)
    select :corp_id, :kind, n.name, n.state, :agent_id, :actor, n.skip_verify, n.remark, :page
    from unnest(cast(:names as text[]), cast(:states as text[]), cast(:skips as boolean[]),
                cast(:remarks as text[]))
         with ordinality as n (name, state, skip_verify, remark, place)
    order by n.place
    returning id, state
    """
)
_STAFF = text(
    """
    insert into channel_staff (corp_id, channel_id, staff_id)
    select :corp_id, s.channel_id, s.staff_id
    from unnest(cast(:codes as bigint[]), cast(:parts as bigint[])) as s (channel_id, staff_id)
    on conflict do nothing
    """
)
_TAGS = text(
    """
    insert into channel_tags (corp_id, channel_id, tag_id)
    select :corp_id, t.channel_id, t.tag_id
    from unnest(cast(:codes as bigint[]), cast(:parts as bigint[])) as t (channel_id, tag_id)
    on conflict do nothing
    """
)


class CodeTemplate(BaseModel):
    """What many codes have in common."""

    tag_ids: list[int] = Field(default_factory=list, max_length=20)
    skip_verify: bool = True
    welcome: WelcomeText | None = None

    def code(self, name: str, staff_ids: list[int], remark: str) -> ChannelCreate:
        """One of them."""
        return ChannelCreate(
            name=name,
            staff_ids=staff_ids,
            tag_ids=self.tag_ids,
            skip_verify=self.skip_verify,
            remark=remark,
            welcome=self.welcome,
        )


async def check_template(session: AsyncSession, corp_id: int, template: CodeTemplate) -> None:
    """Raise what would be wrong with any code of this template."""
    await check(session, corp_id, [], template.tag_ids)
    if template.welcome is not None:
        await greetings.check_content(session, corp_id, template.welcome)


async def create_channel(
    session: AsyncSession,
    corp_id: int,
    new: ChannelCreate,
    actor: str,
    *,
    kind: Kind = "direct",
    page: str | None = None,
) -> int:
    """As `create_channels`, of one."""
    (channel_id,) = await create_channels(session, corp_id, [new], actor, kind=kind, page=page)
    return channel_id


async def create_channels(
    session: AsyncSession,
    corp_id: int,
    codes: Sequence[ChannelCreate],
    actor: str,
    *,
    kind: Kind = "direct",
    page: str | None = None,
) -> list[int]:
    """Write channels and ask WeCom for them; returns their ids in the order given.

    Each is `creating` until WeCom answered. `page` is the address of a page code's page. Raises
    what `checking.check` and `greetings.greet_new` raise, for all of them together.
    """
    if not codes:
        return []
    await check(
        session,
        corp_id,
        [one for code in codes for one in code.staff_ids],
        [one for code in codes for one in code.tag_ids],
    )
    states = [f"yt{secrets.token_hex(8)}" for _ in codes]
    rows = await session.execute(
        _CHANNELS,
        {
            "corp_id": corp_id,
            "kind": kind,
            "agent_id": await corps.first_agent_id(session, corp_id),
            "actor": actor,
            "page": page,
            "names": [code.name for code in codes],
            "states": states,
            "skips": [code.skip_verify for code in codes],
            "remarks": [remark_of(code) for code in codes],
        },
    )
    by_state = {row.state: row.id for row in rows}
    ids: list[int] = [by_state[state] for state in states]
    made = dict(zip(ids, codes, strict=True))
    for statement, parts in (
        (_STAFF, [(at, one) for at, code in made.items() for one in code.staff_ids]),
        (_TAGS, [(at, one) for at, code in made.items() for one in code.tag_ids]),
    ):
        asked = {"codes": [at for at, _ in parts], "parts": [one for _, one in parts]}
        await session.execute(statement, {"corp_id": corp_id} | asked)
    await audit.record_many(
        session,
        corp_id,
        actor=actor,
        action="channel.created",
        changes=[
            audit.Change(target=f"channel:{at}", after=code.model_dump(mode="json"))
            for at, code in made.items()
        ],
    )
    await _greet(session, corp_id, made, actor)
    which = asking(kind, is_new=True)
    await enqueue(session, *(which(corp_id=corp_id, channel_id=at) for at in ids))
    return ids


async def _greet(
    session: AsyncSession, corp_id: int, made: dict[int, ChannelCreate], actor: str
) -> None:
    """Codes with the same welcome get it together."""
    alike: dict[str, tuple[WelcomeText, list[int]]] = {}
    for channel_id, code in made.items():
        if code.welcome is not None:
            key = code.welcome.model_dump_json()
            alike.setdefault(key, (code.welcome, []))[1].append(channel_id)
    for welcome, ids in alike.values():
        await greetings.greet_new(session, corp_id, ids, welcome, actor)


def remark_of(wanted: ChannelCreate) -> str:
    """What WeCom shows members of who came through it."""
    return wanted.remark or wanted.name[:MAX_REMARK_CHARACTERS]
