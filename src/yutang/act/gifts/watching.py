"""Say when a gift runs out: at a tenth of its stock, and when nothing is left."""

from typing import Final

from sqlalchemy import text

from yutang.kernel.access import service as access
from yutang.kernel.notices import service as notices
from yutang.kernel.notices.schemas import Kind, NewNotice, Words
from yutang.kernel.runtime import Runtime

LOW: Final = notices.register_kind(Kind("gift_low", Words("加好友礼快领完", "Gifts run out")))

_RUNNING = text(
    """
    select g.corp_id, g.id, g.name, s.stock,
           (select count(*) from gift_codes q where q.corp_id = g.corp_id and q.gift_id = g.id
            and q.taken_at is null and q.number <= s.stock) as left
    from gifts g
    cross join lateral (select least(g.codes, coalesce(g.most, g.codes)) as stock) s
    where g.state = 'running' and g.starts_at <= :now and (g.ends_at is null or :now < g.ends_at)
      and s.stock > 0
    order by g.corp_id, g.id
    """
)


async def tell_low(runtime: Runtime) -> int:
    """Tell who may add codes, once for each stock; how many were told."""
    told = 0
    now = runtime.clock()
    async with runtime.database.owner() as session:
        rows = (await session.execute(_RUNNING, {"now": now})).all()
        for row in (one for one in rows if one.left * 10 <= one.stock):
            users = await access.users_who_may(session, row.corp_id, "gifts.write")
            told += await notices.tell(session, row.corp_id, _notice(row, users), now=now)
    return told


def _notice(row: object, users: list[int]) -> NewNotice:
    name, left, stock = (getattr(row, one) for one in ("name", "left", "stock"))
    gift_id = getattr(row, "id")  # noqa: B009 - a row of a query
    title = (
        Words(f"「{name}」领完了", f"“{name}” is sold out")
        if left == 0
        else Words(f"「{name}」只剩 {left:,} 份", f"Only {left:,} of “{name}” left")
    )
    return NewNotice(
        kind=LOW.name,
        key=f"gift_low:{gift_id}:{stock}:{'out' if left == 0 else 'low'}",
        title=title,
        body=Words(
            f"一共 {stock:,} 份。补充券码，或在活码的欢迎语里去掉领取链接。",
            f"Of {stock:,} in all. Add codes, or take the link out of the welcomes.",
        ),
        user_ids=users,
        link=f"/gifts/{gift_id}",
    )
