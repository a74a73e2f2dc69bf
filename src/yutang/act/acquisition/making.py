"""Make many channel codes at once, set by set."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, Field
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings import service as greetings
from yutang.act.greetings.schemas import WelcomeText
from yutang.kernel import audit
from yutang.kernel.jobs import enqueue
from yutang.people.corps import service as corps

from .checking import check
from .jobs import CreateContactWay
from .schemas import ChannelCreate
from .writing import REMARK_CHARACTERS


class CodeTemplate(BaseModel):
    """What many codes have in common."""

    tag_ids: list[int] = Field(default_factory=list, max_length=20)
    skip_verify: bool = True
    welcome: WelcomeText | None = None


@dataclass(frozen=True, slots=True)
class NewCode:
    """What one of many has of its own; its members work here."""

    name: str
    staff_ids: Sequence[int]
    remark: str = ""


_CHANNELS = text(
    """
    insert into channels (corp_id, name, state, agent_id, created_by, skip_verify, remark)
    select :corp_id, n.name, n.state, :agent_id, :actor, :skip_verify, n.remark
    from unnest(cast(:names as text[]), cast(:states as text[]), cast(:remarks as text[]))
         with ordinality as n (name, state, remark, place)
    order by n.place
    returning id, state
    """
)
_STAFF = text(
    """
    insert into channel_staff (corp_id, channel_id, staff_id)
    select :corp_id, s.channel_id, s.staff_id
    from unnest(cast(:codes as bigint[]), cast(:staff as bigint[])) as s (channel_id, staff_id)
    on conflict do nothing
    """
)
_TAGS = text(
    """
    insert into channel_tags (corp_id, channel_id, tag_id)
    select :corp_id, c, t
    from unnest(cast(:codes as bigint[])) as c cross join unnest(cast(:tags as bigint[])) as t
    """
)


async def check_template(
    session: AsyncSession, corp_id: int, template: CodeTemplate, staff_id: int
) -> None:
    """Raise what would be wrong with a code of this template and this member."""
    await check(session, corp_id, _whole(template, NewCode("x", [staff_id])))
    if template.welcome is not None:
        await greetings.check_content(session, corp_id, template.welcome)


async def create_channels(
    session: AsyncSession,
    corp_id: int,
    template: CodeTemplate,
    codes: Sequence[NewCode],
    actor: str,
) -> list[int]:
    """Write these codes and ask for their contact ways; returns their ids in the order given.

    Raises what `checking.check` and `greetings.greet_new` raise, for all of them together.
    """
    if not codes:
        return []
    everybody = sorted({one for code in codes for one in code.staff_ids})
    for start in range(0, len(everybody), 100):
        some = everybody[start : start + 100]
        await check(session, corp_id, _whole(template, NewCode("x", some)))
    agent_id = await corps.first_agent_id(session, corp_id)
    states = [f"yt{secrets.token_hex(8)}" for _ in codes]
    rows = await session.execute(
        _CHANNELS,
        {
            "corp_id": corp_id,
            "agent_id": agent_id,
            "actor": actor,
            "skip_verify": template.skip_verify,
            "names": [code.name for code in codes],
            "states": states,
            "remarks": [code.remark or code.name[:REMARK_CHARACTERS] for code in codes],
        },
    )
    by_state = {row.state: row.id for row in rows}
    ids = [by_state[state] for state in states]
    pairs = [(ids[n], one) for n, code in enumerate(codes) for one in code.staff_ids]
    await session.execute(
        _STAFF,
        {
            "corp_id": corp_id,
            "codes": [channel_id for channel_id, _ in pairs],
            "staff": [staff_id for _, staff_id in pairs],
        },
    )
    tags = list(dict.fromkeys(template.tag_ids))
    await session.execute(_TAGS, {"corp_id": corp_id, "codes": ids, "tags": tags})
    await audit.record_many(
        session,
        corp_id,
        actor=actor,
        action="channel.created",
        changes=[
            audit.Change(
                target=f"channel:{ids[n]}",
                after=_whole(template, code).model_dump(mode="json"),
            )
            for n, code in enumerate(codes)
        ],
    )
    if template.welcome is not None:
        await greetings.greet_new(session, corp_id, ids, template.welcome, actor)
    await enqueue(session, *(CreateContactWay(corp_id=corp_id, channel_id=one) for one in ids))
    return ids


def _whole(template: CodeTemplate, code: NewCode) -> ChannelCreate:
    return ChannelCreate(
        name=code.name,
        staff_ids=list(code.staff_ids),
        tag_ids=template.tag_ids,
        skip_verify=template.skip_verify,
        remark=code.remark,
        welcome=template.welcome,
    )
