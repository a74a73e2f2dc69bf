"""Two members with ten customers and five groups, and what is asked of them."""

from dataclasses import dataclass
from typing import Any, cast

from sqlalchemy import CursorResult, text

from tests.yutang.world import World
from yutang.act.grouptiers import workers
from yutang.act.grouptiers.jobs import AskInvitees, ChooseInvitees, FollowInvitation

RULE = {"match": "all", "include": [{"stage": "deal"}], "exclude": []}
PEOPLE = "林王李赵钱孙周吴郑冯"
_ROOM = (
    """
    insert into staff (corp_id, account, name) values
      (:corp, 'a', '安'), (:corp, 'b', '柏'), (:corp, 'c', '离') ;
    """,
    "update staff set status = 'left' where corp_id = :corp and account = 'c'",
    """
    insert into group_chats (corp_id, chat_id, name, name_sort, owner_staff_id, tier, people,
                             created_at)
    select :corp, 'wr' || v.name, v.name, v.name, s.id, v.tier, v.people, now()
    from (values ('鱼塘一', 'a', 'pond', 3), ('中转一', 'a', 'transit', 1),
                 ('中转二', 'b', 'transit', 0), ('核心一', 'b', 'core', 0), ('没分', 'b', null, 0))
         as v(name, owner, tier, people)
    join staff s on s.corp_id = :corp and s.account = v.owner
    """,
    """
    insert into customers (corp_id, id, state, name, name_sort, grams, stage)
    select :corp, i, case when i = 5 then 'lost' else 'friend' end,
           substr('林王李赵钱孙周吴郑冯', i::int, 1), i::text, '{}',
           case when i = 9 then 'intent' else 'deal' end
    from generate_series(1, 10) i
    """,
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select :corp, 'external', 'wm' || i, i from generate_series(1, 10) i
    """,
    """
    insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)
    select :corp, i, s.id, case when i = 5 then 'deleted_by_customer' else 'friend' end,
           now() - interval '90 days', now() - interval '90 days'
    from generate_series(1, 10) i
    join staff s on s.corp_id = :corp and s.account = case when i = 3 then 'b' else 'a' end
    union all
    select :corp, i, s.id, 'friend', now() - v.days * interval '1 day',
           now() - v.days * interval '1 day'
    from (values (10, 'b', 9), (1, 'c', 1)) as v(i, account, days)
    join staff s on s.corp_id = :corp and s.account = v.account
    """,
    """
    insert into group_members (corp_id, group_id, member, customer_id, joined_at, left_at, left_how)
    select :corp, g.id, 'wm' || v.i, v.i, now() - v.joined * interval '1 day',
           now() - v.gone * interval '1 day', case when v.gone is not null then 'left' end
    from (values (1, '鱼塘一', 60, null::int), (2, '中转一', 50, null), (2, '鱼塘一', 70, null),
                 (3, '中转一', 80, 40), (4, '中转二', 20, 3), (9, '鱼塘一', 10, null))
         as v(i, name, joined, gone)
    join group_chats g on g.corp_id = :corp and g.name = v.name
    """,
    "update customers set marketing_refused_at = now() where corp_id = :corp and id = 6",
    "insert into minors (corp_id, customer_id, marked_by) values (:corp, 7, 'test')",
    """
    insert into group_invitations (corp_id, name, who, filters, wanted, group_ids, text, day_cap,
      again_days, back_after_days, full_at, same_store, state, agent_id, created_by, created_at)
    values (:corp, '早先的', 'found', '{"include": [{"stage": "deal"}]}',
            '{"include": [{}]}', '{}', '来', 20, 30, 14, 200, false, 'ended', 1, 'test',
            now() - interval '6 days')
    """,
    """
    insert into group_invitees (corp_id, invitation_id, customer_id, staff_id, state, asked_at)
    select :corp, n.id, 8, s.id, 'asked', now() - interval '5 days'
    from group_invitations n, staff s where s.account = 'a'
    """,
)


@dataclass
class Pond:
    """The world, ids by name."""

    world: World
    groups: dict[str, int]
    staff: dict[str, int]

    async def ask(self, method: str, path: str, status: int = 200, body: Any = None) -> Any:
        """The answer of a call that must end so."""
        answer = await self.world.http.request(method, f"/api{path}", json=body)
        assert answer.status_code == status, answer.text
        return answer.json() if answer.content else None

    async def run(self, statement: str, **values: Any) -> list[tuple[Any, ...]]:
        """What the database answers, as its owner."""
        async with self.world.runtime.database.owner() as session:
            found = await session.execute(text(statement), {"corp": self.world.corp_id, **values})
            return (
                [tuple(row) for row in found]
                if cast("CursorResult[Any]", found).returns_rows
                else []
            )

    def round(self, **changes: Any) -> dict[str, Any]:
        """Who has bought into the two transit groups."""
        return {
            "name": "老客进群",
            "tier": "transit",
            "who": "on",
            "rule": RULE,
            "group_ids": [self.groups["中转一"], self.groups["中转二"]],
            "text": "{name}，来群里坐坐",
            "text_nameless": "来群里坐坐",
        } | changes

    async def started(self, **changes: Any) -> int:
        """A round whose codes are made (as if WeCom had) and whose people are chosen."""
        made = await self.ask("POST", "/group-invitations", 201, self.round(**changes))
        await self.run(
            "update group_invitation_ways set status = 'made', config_id = 'c' || part,"
            " qr_code = 'https://qr.example/' || part where invitation_id = :id",
            id=made["id"],
        )
        await self.choose(made["id"])
        return int(made["id"])

    async def choose(self, invitation_id: int) -> None:
        """The job that chooses."""
        job = ChooseInvitees(corp_id=self.world.corp_id, invitation_id=invitation_id)
        await workers.choose_invitees(job, self.world.runtime)

    async def hand_out(self, invitation_id: int) -> None:
        """The job that asks members."""
        job = AskInvitees(corp_id=self.world.corp_id, invitation_id=invitation_id)
        await workers.ask_invitees(job, self.world.runtime)

    async def follow(self, invitation_id: int) -> None:
        """The job that looks what came of it."""
        job = FollowInvitation(corp_id=self.world.corp_id, invitation_id=invitation_id)
        await workers.follow_invitation(job, self.world.runtime)

    async def states(self, invitation_id: int) -> dict[int, str]:
        """By customer; a skipped one with its reason."""
        rows = await self.run(
            "select customer_id, state || coalesce(':' || reason, '') from group_invitees"
            " where corp_id = :corp and invitation_id = :id order by 1",
            id=invitation_id,
        )
        return dict(rows)

    async def join(
        self, customer_id: int, group: str, state: str | None = None, *, gone: bool = False
    ) -> None:
        """He sits in a group since now, or sat there for a moment."""
        await self.run(
            """
            insert into group_members (corp_id, group_id, member, customer_id, joined_at, scene,
                                       code_state, left_at, left_how)
            values (:corp, :group, 'wm' || cast(:one as text), :one, now(), 3, :state,
                    case when :gone then now() + interval '1 second' end,
                    case when :gone then 'left' end)
            """,
            group=self.groups[group],
            one=customer_id,
            state=state,
            gone=gone,
        )


async def furnish(world: World) -> Pond:
    """Fill a world; its owner signs in."""
    async with world.runtime.database.owner() as session:
        for statement in _ROOM:
            await session.execute(text(statement), {"corp": world.corp_id})
        groups = await session.execute(text("select name, id from group_chats"))
        members = await session.execute(text("select account, id from staff"))
        pond = Pond(
            world,
            {row.name: row.id for row in groups},
            {row.account: row.id for row in members},
        )
    await world.sign_in()
    return pond
