"""What is watched of one group, and what an owner finds behind his task."""

from datetime import datetime
from typing import Any, Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.people.corps import service as corps
from yutang.people.groups import service as groups

from .doubles import STATES
from .errors import UnknownPlanError, UnknownRenewalError
from .renewal_lists import people_of, read_renewal, renewal_of
from .schemas import (
    SILENCE_SOURCE,
    GroupSilenceRead,
    GroupWatch,
    OwnerSheet,
    OwnSheetKind,
    SheetPerson,
    SheetText,
    Text,
)
from .silence import KEY
from .suggestions import SUGGESTIONS

LISTED: Final = 500
DAY_SECONDS: Final = 86_400
_SILENCE = text(
    f"""
    select x.began_at as since, x.talk, x.told_at,
           floor(extract(epoch from :now - x.began_at) / {DAY_SECONDS})::int as days,
           (select t.id from tasks t where t.corp_id = x.corp_id and t.source = :source
              and t.source_key = {KEY} and t.state = 'open') as task_id
    from group_silences x
    where x.corp_id = :corp_id and x.group_id = :group_id and x.ended_at is null
    """  # noqa: S608 - constants
)
_REMOVALS = text(
    f"""
    with r as ({STATES} and r.plan_id = :plan_id and r.staff_id = :staff_id)
    select r.standing, coalesce(nullif(m.name, ''), c.name, '') as name, g.name as group_name,
           k.name as keep_name
    from r
    join group_chats g on g.corp_id = r.corp_id and g.id = r.group_id
    join group_chats k on k.corp_id = r.corp_id and k.id = r.keep_group_id
    left join customers c on c.corp_id = r.corp_id and c.id = r.customer_id
    left join lateral (
      select m.name from group_members m
      where m.corp_id = r.corp_id and m.group_id = r.group_id and m.customer_id = r.customer_id
      order by m.joined_at desc limit 1) m on true
    where r.standing <> 'void'
    order by r.standing = 'gone', g.name_sort, g.id, name limit :limit
    """  # noqa: S608 - constants
)


async def read_watch(
    session: AsyncSession, corp_id: int, group_id: int, now: datetime
) -> GroupWatch:
    """Silence, suggestions, renewal of one group. Raises UnknownGroupError."""
    await groups.demand_group(session, corp_id, group_id)
    wanted = await corps.read_preferences(session, corp_id)
    silence = await _silence(session, corp_id, group_id, now)
    return GroupWatch(
        silence=silence,
        silence_days=wanted.group_silence_days if wanted.group_silence else None,
        suggestions=list(SUGGESTIONS) if silence is not None else [],
        renewal=await renewal_of(session, corp_id, group_id),
    )


async def read_sheet(
    session: AsyncSession, corp_id: int, staff_id: int, kind: OwnSheetKind, of: int, now: datetime
) -> OwnerSheet:
    """What is behind a task of this member.

    Raises UnknownGroupError, UnknownPlanError, UnknownRenewalError, for others' as for none.
    """
    match kind:
        case "silence":
            return await _silence_sheet(session, corp_id, of, now)
        case "doubles":
            return await _doubles_sheet(session, corp_id, staff_id, of)
        case "renewal":
            return await _renewal_sheet(session, corp_id, staff_id, of)


async def _silence(
    session: AsyncSession, corp_id: int, group_id: int, now: datetime
) -> GroupSilenceRead | None:
    asked = {"corp_id": corp_id, "group_id": group_id, "source": SILENCE_SOURCE, "now": now}
    row = (await session.execute(_SILENCE, asked)).mappings().one_or_none()
    return GroupSilenceRead.model_validate(dict(row)) if row is not None else None


async def _silence_sheet(
    session: AsyncSession, corp_id: int, group_id: int, now: datetime
) -> OwnerSheet:
    group = await groups.read_group(session, corp_id, group_id, now)
    silence = await _silence(session, corp_id, group_id, now)
    name = group.name
    if silence is None:
        about = Text(
            zh="这个群又有动静了，任务会自己结束。",
            en="Something moves in this group again; the task ends by itself.",
        )
    else:
        about = Text(
            zh=f"{silence.days} 天没有人进出。{_TALK[silence.talk].zh}"
            "挑一条，改成你自己的话，发到群里。",
            en=f"Nobody came or left for {silence.days} days. {_TALK[silence.talk].en} Choose one,"
            " put it in your own words and send it.",
        )
    return OwnerSheet(
        title=Text(zh=f"「{name or '未命名的群'}」安静了", en=f"{name or 'A group'} is silent"),
        about=about,
        texts=[
            SheetText(
                title=Text(zh=f"{one.at} {one.title.zh}", en=f"{one.at} {one.title.en}"),
                text=one.text,
            )
            for one in SUGGESTIONS
        ],
        people=[],
        total=0,
        done=0,
    )


_TALK: Final = {
    "silent": Text(
        zh="企业微信说你的群这些天都没有人说话。",
        en="WeCom says that nobody talked in any of your groups.",
    ),
    "unknown": Text(
        zh="群里有没有人说话，企业微信没有按群告诉。",
        en="Whether anybody talks WeCom does not tell by group.",
    ),
}


async def _doubles_sheet(
    session: AsyncSession, corp_id: int, staff_id: int, plan_id: int
) -> OwnerSheet:
    asked: dict[str, Any] = {"corp_id": corp_id, "plan_id": plan_id, "staff_id": staff_id}
    rows = (await session.execute(_REMOVALS, asked | {"limit": LISTED})).all()
    if not rows:
        raise UnknownPlanError(plan_id)
    done = sum(row.standing == "gone" for row in rows)
    return OwnerSheet(
        title=Text(zh="移出重复的客户", en="Take doubled customers out"),
        about=Text(
            zh="这些客户同时在几个群里，同样的内容会看到几遍。请在企业微信里把名单上的人移出对应的群；"
            "每个人都还留在一个群里。移出之后这里会自己打勾。",
            en="These customers sit in several groups and see everything as often. Take each out of"
            " the group named here, in WeCom; everybody stays in one. Who is out is ticked off by"
            " itself.",
        ),
        texts=[
            SheetText(
                title=Text(zh="移出之前说一声", en="A word before"),
                text=Text(
                    zh="你好，你同时在我们的几个群里，为了不重复打扰，我把你从这个群移出来，消息在另一个群里"
                    "都能看到。有事随时找我。",
                    en="Hello, you are in several of our groups. So that nothing reaches you twice"
                    " I take you out of this one; you see everything in the other. Write to me any"
                    " time.",
                ),
            )
        ],
        people=[
            SheetPerson(
                name=row.name,
                group=row.group_name,
                keep=row.keep_name,
                done=row.standing == "gone",
            )
            for row in rows
        ],
        total=len(rows),
        done=done,
    )


async def _renewal_sheet(
    session: AsyncSession, corp_id: int, staff_id: int, renewal_id: int
) -> OwnerSheet:
    one = await read_renewal(session, corp_id, renewal_id)
    if one.old.owner is None or one.old.owner.id != staff_id:
        raise UnknownRenewalError(renewal_id)
    new_id = one.new.id if one.new is not None else None
    people = await people_of(session, corp_id, renewal_id, new_id, LISTED)
    goodbye = Text(
        zh=f"各位好，这个群从今天起不再使用，大家都在新群「{one.name}」里。还没进来的，私聊我，我拉你。谢谢一路陪伴。",
        en=f"Hello all, this group is used no more: we are in “{one.name}”. Who is not there yet,"
        " write to me and I bring you in. Thank you for being here.",
    )
    invite = Text(
        zh=f"我们建了新群「{one.name}」，人更精、内容更好。想来的回复 1，我拉你进去；"
        f"这个群再用 {one.days} 天。",
        en=f"We made a new group, “{one.name}”. Answer 1 and I bring you in; this one is used for"
        f" {one.days} more days.",
    )
    texts = [
        SheetText(title=Text(zh="新群的名字", en="Name of the new group"), text=_same(one.name)),
        SheetText(title=Text(zh="新群的公告", en="Its notice"), text=_same(one.notice)),
        SheetText(title=Text(zh="在旧群里邀请", en="Invite in the old group"), text=invite),
        SheetText(
            title=Text(zh=f"第 {one.days} 天道别", en=f"Goodbye on day {one.days}"), text=goodbye
        ),
    ]
    return OwnerSheet(
        title=Text(zh=f"换群：「{one.old.name}」", en=f"Renew {one.old.name}"),
        about=Text(
            zh=f"在企业微信里新建「{one.name}」，贴上公告，把名单上的人拉进来。新群名字一样就会自己对上；"
            f"{one.days} 天后提醒你在旧群道别并解散。",
            en=f"Make “{one.name}” in WeCom, paste its notice and bring in who is on the list. A"
            f" group of that name is found by itself; after {one.days} days you are asked to say"
            " goodbye in the old one and dismiss it.",
        ),
        texts=[text for text in texts if text.text.zh],
        people=[
            SheetPerson(name=p.name, group="", keep="", done=p.arrived_at is not None)
            for p in people
        ],
        total=one.persons,
        done=one.arrived,
    )


def _same(words: str) -> Text:
    return Text(zh=words, en=words)
