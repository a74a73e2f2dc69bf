"""What a member is to send to a customer: the text with his name, and a code with room."""

from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.act.greetings.schemas import NAME_PLACE

from .schemas import FOLLOWED_DAYS, TASK_SOURCE, OwnInvitation, OwnInvitations

# The code he was given, unless its groups are full by now: then the first that leads somewhere.
_OWN = text(
    """
    select i.invitation_id, n.name, n.text, n.text_nameless, i.state, i.asked_at,
           c.name as customer, t.id as task_id, w.qr_code, w.names
    from group_invitees i
    join group_invitations n on n.corp_id = i.corp_id and n.id = i.invitation_id
    join customers c on c.corp_id = i.corp_id and c.id = i.customer_id
    left join tasks t on t.corp_id = i.corp_id and t.source = :source and t.state = 'open'
                     and t.source_key = i.invitation_id || ':' || i.customer_id
    left join lateral (
      select w.qr_code,
             array(select g.name from group_chats g
                   where g.corp_id = w.corp_id and g.id = any(w.group_ids)
                     and g.state <> 'dismissed' and g.people + g.staff < n.full_at
                   order by g.id) as names
      from group_invitation_ways w
      where w.corp_id = i.corp_id and w.invitation_id = i.invitation_id and w.status = 'made'
        and w.config_id is not null
        and exists (select from group_chats g
                    where g.corp_id = w.corp_id and g.id = any(w.group_ids)
                      and g.state <> 'dismissed' and g.people + g.staff < n.full_at)
      order by w.part <> i.part, w.part limit 1
    ) w on true
    where i.corp_id = :corp_id and i.customer_id = :customer_id and i.staff_id = :staff_id
      and i.asked_at > :since
    order by i.asked_at desc, i.invitation_id desc
    limit :most
    """
)
MOST: Final = 5


async def own_invitations(
    session: AsyncSession, corp_id: int, customer_id: int, staff_id: int, now: datetime
) -> OwnInvitations:
    """What one member was asked to send to one customer in the last 30 days, newest first.

    Needs a session that sees all groups: a code may lead into a colleague's.
    """
    rows = await session.execute(
        _OWN,
        {
            "corp_id": corp_id,
            "customer_id": customer_id,
            "staff_id": staff_id,
            "source": TASK_SOURCE,
            "since": now - timedelta(days=FOLLOWED_DAYS),
            "most": MOST,
        },
    )
    return OwnInvitations(
        items=[
            OwnInvitation.model_validate(
                {
                    **{
                        name: row[name]
                        for name in (
                            *("invitation_id", "name", "state", "asked_at", "task_id", "qr_code"),
                        )
                    },
                    "text": _said(row["text"], row["text_nameless"], row["customer"]),
                    "group_names": row["names"] or [],
                }
            )
            for row in rows.mappings()
        ]
    )


def _said(words: str, nameless: str, name: str) -> str:
    if NAME_PLACE not in words:
        return words
    return words.replace(NAME_PLACE, name) if name else nameless
