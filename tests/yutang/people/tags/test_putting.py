"""Tags on people and relations: set by set, one of an exclusive group, and WeCom in step."""

from datetime import timedelta

import pytest

from tests.yutang.people.tags.stage import NOW, Stage
from tests.yutang.world import World
from yutang.people.tags import service
from yutang.people.tags.errors import ArchivedTagError, ReasonNeededError, UnknownTagError
from yutang.people.tags.schemas import PushResult, Relation
from yutang.people.tags.service import Manner


@pytest.fixture
async def stage(world: World) -> Stage:
    """Three members; 1 has two friends of them, 2 and 3 one, 4 none alive, 5 is nobody's."""
    stage = Stage(world)
    await stage.found(["a", "b", "c"], {1: ["a", "b"], 2: ["b"], 3: ["c"], 4: ["a"], 5: []})
    await stage.end(4, "a")
    return stage


async def test_own_tags_sit_on_persons_whoever_knows_them(stage: Stage) -> None:
    _, [vip] = await stage.group("会员", ["VIP"], kind="own")
    async with stage.runtime.database.corp(stage.corp_id) as session:
        plan = await service.plan_tagging(session, stage.corp_id, [1, 4, 5, 99], vip, mirror=True)
        assert (plan.changed, plan.skipped, plan.calls) == ([1, 4, 5], {"unknown": [99]}, 0)
        await service.tag_customers(session, stage.corp_id, [5], vip, "user:1", NOW, mirror=True)
        made = await service.tag_customers(
            session, stage.corp_id, [1, 4, 5, 5, 99], vip, "bulk:7", NOW
        )
        assert (made.changed, made.skipped) == ([1, 4], {"already": [5], "unknown": [99]})
        worn = await service.worn_by(session, stage.corp_id, [1, 4, 5])
    assert [(t.kind, t.name, t.group, t.by, t.at, t.staff_ids) for t in worn[4]] == [
        ("own", "VIP", "会员", "bulk:7", NOW, [])
    ]
    assert await stage.places() == set()
    assert await stage.events() == [
        ("tag.added", 5, None, vip),
        ("tag.added", 1, None, vip),
        ("tag.added", 4, None, vip),
    ]
    async with stage.runtime.database.owner() as session:
        gone = await service.untag_customers(session, stage.corp_id, [1, 2, 4], vip, "user:1", NOW)
    assert (gone.changed, gone.skipped) == ([1, 4], {"not_worn": [2]})
    assert await stage.rows("select customer_id from customer_tags") == [(5,)]


async def test_a_tag_of_wecom_goes_on_one_living_relation_and_is_told_on_request(
    stage: Stage,
) -> None:
    _, [gold] = await stage.group("等级", ["金"])
    a, b = stage.staff["a"], stage.staff["b"]
    async with stage.runtime.database.owner() as session:
        made = await service.tag_customers(
            session, stage.corp_id, [1, 2, 4, 5], gold, "bulk:1", NOW
        )
        assert (made.changed, made.skipped, made.calls) == ([1, 2], {"lost": [4, 5]}, 0)
    assert await stage.places() == {(1, a, gold), (2, b, gold)}
    assert await stage.rows("select push_at from follow_tags") == [(None,), (None,)]
    async with stage.runtime.database.owner() as session:
        made = await service.tag_customers(
            session, stage.corp_id, [1, 2, 3], gold, "bulk:2", NOW, mirror=True
        )
        # 1 and 2 wear it, and now WeCom shall know.
        assert (made.changed, made.calls) == ([1, 2, 3], 3)
        assert await service.count_waiting(session, stage.corp_id) == 3
        again = await service.plan_tagging(session, stage.corp_id, [1, 2, 3], gold, mirror=True)
        assert (again.changed, again.skipped) == ([], {"already": [1, 2, 3]})
        # The lane of what somebody waits for does not see them, the run does, in order.
        assert await service.claim_pushes(session, NOW, 10, 30) == []
        taken = await service.take_bulk(session, stage.corp_id, Relation(1, a), 10)
        assert [(p.relation.customer_id, p.account, p.external_id) for p in taken] == [
            (2, "b", "wm2"),
            (3, "c", "wm3"),
        ]
        assert taken[0].adds == {gold: "t-等级-金"}
        assert taken[0].removes == {}
    # The event is of the putting, once.
    assert [event[1] for event in await stage.events()] == [1, 2, 3]


async def test_of_an_exclusive_group_the_last_one_stays_in_wecom_too(stage: Stage) -> None:
    _, [low, high] = await stage.group("意向", ["低", "高"], exclusive=True)
    a, b = stage.staff["a"], stage.staff["b"]
    async with stage.runtime.database.owner() as session:
        # The channel's way: both are wanted, the first counts.
        put = await service.tag_relations(
            session, stage.corp_id, {Relation(1, b): [low, high]}, "channel:1", NOW
        )
        assert put == [Relation(1, b)]
        [push] = await service.claim_pushes(session, NOW, 10, 30)
        await service.finish_pushes(session, [(push, PushResult())], NOW)
        plan = await service.plan_tagging(session, stage.corp_id, [1], high, mirror=False)
        assert plan.skipped == {"other_in_wecom": [1]}
        made = await service.put_tag(
            session, stage.corp_id, [1], high, Manner("user:1", NOW, push="now")
        )
        assert (made.changed, made.displaced) == ([1], [(1, low)])
    assert await stage.places() == {(1, a, high)}
    assert await stage.leaving() == {(1, b, low)}
    async with stage.runtime.database.owner() as session:
        pushes = await service.claim_pushes(session, NOW, 10, 30)
        assert [(p.account, p.adds, p.removes) for p in pushes] == [
            ("a", {high: "t-意向-高"}, {}),
            ("b", {}, {low: "t-意向-低"}),
        ]
        # A reading that was asked for meanwhile still shows the old one: it does not come back.
        await service.record_seen(session, stage.corp_id, {Relation(1, b): ["t-意向-低"]}, NOW)
        await service.finish_pushes(session, [(push, PushResult()) for push in pushes], NOW)
    assert await stage.places() == {(1, a, high)}
    assert await stage.leaving() == set()
    async with stage.runtime.database.owner() as session:
        early, late = NOW - timedelta(seconds=1), NOW + timedelta(seconds=1)
        await service.record_seen(session, stage.corp_id, {Relation(1, b): ["t-意向-低"]}, early)
        assert await stage.places() == {(1, a, high)}
        # Later somebody in WeCom put it on again: that is so.
        await service.record_seen(session, stage.corp_id, {Relation(1, b): ["t-意向-低"]}, late)
    assert await stage.places() == {(1, a, high), (1, b, low)}


async def test_a_tag_put_back_before_wecom_heard_stays(stage: Stage) -> None:
    _, [gold] = await stage.group("等级", ["金"])
    c = stage.staff["c"]
    async with stage.runtime.database.owner() as session:
        await service.record_seen(session, stage.corp_id, {Relation(3, c): ["t-等级-金"]}, NOW)
        kept = await service.untag_customers(session, stage.corp_id, [3], gold, "user:1", NOW)
        assert kept.skipped == {"in_wecom": [3]}
        now = Manner("user:1", NOW, push="now")
        await service.take_tag(session, stage.corp_id, [3], gold, now)
        assert await stage.leaving() == set(), "not committed yet"
        [push] = await service.claim_pushes(session, NOW, 10, 30)
        assert push.removes == {gold: "t-等级-金"}
        await service.put_tag(session, stage.corp_id, [3], gold, now)
        # The taking is under way for up to the lease: the putting waits for it.
        assert await service.claim_pushes(session, NOW, 10, 30) == []
        later = NOW + timedelta(seconds=31)
        [push] = await service.claim_pushes(session, later, 10, 30)
        assert (push.adds, push.removes) == ({gold: "t-等级-金"}, {})
    assert await stage.places() == {(3, c, gold)}
    assert await stage.leaving() == set()


async def test_what_may_not_be_put_is_refused_whole(stage: Stage) -> None:
    group, [secret] = await stage.group("资产", ["高净值"], kind="own", sensitive=True)
    _, [old] = await stage.group("旧", ["旧"], kind="own")
    await stage.run("update tags set archived_at = now() where id = :id", id=old)
    async with stage.runtime.database.owner() as session:
        for tag_id, error in (
            (secret, ReasonNeededError),
            (old, ArchivedTagError),
            (9999, UnknownTagError),
        ):
            with pytest.raises(error):
                await service.tag_customers(session, stage.corp_id, [1], tag_id, "user:1", NOW)
        manner = Manner("user:1", NOW, why="他在 11 月 3 日书面同意")
        await service.put_tag(session, stage.corp_id, [1], secret, manner)
        [worn] = (await service.worn_by(session, stage.corp_id, [1]))[1]
        assert worn.why == "他在 11 月 3 日书面同意"
    assert await stage.rows("select customer_id from customer_tags") == [(1,)]
    assert group > 0


async def test_who_wears_any_all_or_none(stage: Stage) -> None:
    _, [gold, silver] = await stage.group("等级", ["金", "银"], ordered=True)
    _, [vip] = await stage.group("会员", ["VIP"], kind="own")
    a, b, c = (stage.staff[x] for x in "abc")
    async with stage.runtime.database.owner() as session:
        await service.record_seen(
            session,
            stage.corp_id,
            {
                Relation(1, a): ["t-等级-金"],
                Relation(1, b): ["t-等级-银"],
                Relation(3, c): ["t-等级-金"],
                Relation(4, a): ["t-等级-金"],
            },
            NOW,
        )
        await service.tag_customers(session, stage.corp_id, [3, 5], vip, "user:1", NOW)
    async with stage.runtime.database.corp(stage.corp_id) as session:

        async def ids(tags: list[int], mode: str) -> set[int]:
            return set(await session.scalars(service.holders(stage.corp_id, tags, mode)))  # type: ignore[arg-type]

        # 4 wears it on a relation that ended.
        assert await ids([gold], "any") == {1, 3}
        assert await ids([gold, vip], "any") == {1, 3, 5}
        assert await ids([gold, vip], "all") == {3}
        assert await ids([gold, silver], "all") == {1}
        assert await ids([gold, vip], "none") == {2, 4}
        levels = await service.at_least(session, stage.corp_id, [silver, gold, vip, 999_999])
        assert levels == {silver: [silver], gold: [gold, silver], vip: [vip]}
        worn = await service.worn_by(session, stage.corp_id, [1, 4])
        assert {id_: [t.name for t in tags] for id_, tags in worn.items()} == {1: ["金", "银"]}


async def test_private_tags_are_what_the_last_reading_showed(stage: Stage) -> None:
    a, b = stage.staff["a"], stage.staff["b"]
    async with stage.runtime.database.owner() as session:
        await service.record_private(
            session,
            stage.corp_id,
            {Relation(1, a): [("我的", "爱喝茶"), ("我的", "老乡")], Relation(1, b): [("x", "y")]},
            NOW,
        )
        later = NOW + timedelta(days=1)
        await service.record_private(
            session, stage.corp_id, {Relation(1, a): [("我的", "老乡"), ("我的", "新房")]}, later
        )
        found = await service.private_tags(session, stage.corp_id, 1)
    assert [(t.staff_id, t.name, t.seen_at) for t in found] == [
        (a, "新房", later),
        (a, "老乡", NOW),
        (b, "y", NOW),
    ]
