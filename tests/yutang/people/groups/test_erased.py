"""Persons in groups whom nobody has as a friend: met, named, handed out, erased, kept away."""

import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from tests.yutang.people.privacy.life import BEFORE, CANARIES, EXTERNAL, live, tables_with
from tests.yutang.people.privacy.test_erasing import erased, known
from tests.yutang.world import World
from yutang.people.groups import service as groups
from yutang.people.groups.service import GroupFacts, MemberFacts, Told
from yutang.people.privacy import service as privacy

NICKNAME = "辰鸟CANARYnickname"
NOW = datetime.now(UTC).replace(microsecond=0)


def person(at: datetime, external_id: str = EXTERNAL, name: str = "") -> MemberFacts:
    """Somebody of no corp, there since then."""
    called = name or CANARIES["name"]
    return MemberFacts(
        external_id, is_staff=False, joined_at=at, scene=1, nickname=NICKNAME, name=called
    )


def group(*people: MemberFacts, asked_at: datetime = NOW) -> GroupFacts:
    """Alice's group."""
    alice = MemberFacts("Alice", is_staff=True, joined_at=BEFORE, name="Alice")
    return GroupFacts(
        chat_id="wr1",
        name="读者群",
        owner="Alice",
        created_at=BEFORE,
        notice="",
        version="v1",
        members=(alice, *people),
        admins=frozenset(),
        asked_at=asked_at,
    )


async def read(world: World, *shown: GroupFacts) -> None:
    """A reading."""
    async with world.runtime.database.owner() as session:
        await groups.record_readings(
            session, world.runtime.vault, world.corp_id, shown, NOW, source="test"
        )


async def tell(world: World, *told: Told) -> None:
    """Callbacks."""
    async with world.runtime.database.owner() as session:
        await groups.record_told(session, world.runtime.vault, world.corp_id, told, NOW)


async def there(world: World) -> list[str]:
    """Who is in the group."""
    stays = (await world.http.get("/api/groups/1/members")).json()["items"]
    return [one["member"] for one in stays]


async def test_who_was_erased_is_in_no_group_until_he_comes_anew(world: World) -> None:
    me = await live(world)
    stranger = person(BEFORE, "wmSTRANGER", "生人")
    await read(world, group(person(BEFORE), stranger))
    assert await tables_with(world, NICKNAME) == {"group_members"}
    await erased(world, me)
    assert await tables_with(world, NICKNAME) == {"group_members"}  # The stranger's own.
    assert await tables_with(world, EXTERNAL) == set()

    # The same group again, with him in it since before; and a callback of that time.
    await read(world, group(person(BEFORE), stranger, asked_at=NOW + timedelta(seconds=60)))
    await tell(world, Told("wr1", BEFORE, "inbox:9", came=(EXTERNAL,), scene=3))
    await tell(world, Told("wr1", NOW, "inbox:10", went=(EXTERNAL,), how="put_out"))
    assert await there(world) == ["alice", "wmSTRANGER"]
    assert await known(world, EXTERNAL) is None
    detail = (await world.http.get("/api/groups/1")).json()
    assert (detail["people"], detail["strangers"]) == (1, 1)

    anew = datetime.now(UTC) + timedelta(seconds=5)
    later = group(person(anew), stranger, asked_at=anew + timedelta(seconds=60))
    await read(world, later)
    again = await known(world, EXTERNAL)
    assert again is not None
    assert again > me
    assert await there(world) == ["alice", "wmSTRANGER", EXTERNAL]


async def test_a_friend_keeps_his_name_and_state_a_stranger_has_the_groups(world: World) -> None:
    me = await live(world)
    stranger = person(BEFORE, "wmSTRANGER", "生人")
    await read(world, group(person(BEFORE, name="群里的名"), stranger))
    profile = (await world.http.get(f"/api/customers/{me}")).json()
    assert (profile["name"], profile["state"]) == (CANARIES["name"], "friend")
    met = await known(world, "wmSTRANGER")
    told = (await world.http.get(f"/api/customers/{met}")).json()
    assert (told["name"], told["state"]) == ("生人", "group_member")
    renamed = replace(stranger, name="生人改名", unionid="oSTRANGER")
    await read(world, group(renamed, asked_at=NOW + timedelta(seconds=60)))
    told = (await world.http.get(f"/api/customers/{met}")).json()
    assert (told["name"], told["state"]) == ("生人改名", "group_member")
    left = (await world.http.get(f"/api/customers/{me}/groups")).json()["items"]
    assert [(one["name"], one["left_how"]) for one in left] == [("读者群", "unseen")]
    await tell(world, Told("wr1", NOW, "inbox:9", went=("wmSTRANGER",), how="left"))
    told = (await world.http.get(f"/api/customers/{met}")).json()
    assert told["state"] == "visitor"
    life = (await world.http.get(f"/api/customers/{met}/timeline")).json()["items"]
    assert [(one["kind"], one["how"], one["group"]) for one in life] == [
        ("member.left", "left", "读者群")
    ]
    only = await world.http.get(f"/api/customers/{met}/timeline", params={"kind": "member"})
    assert len(only.json()["items"]) == 1


async def test_a_person_gets_his_stays_with_all_else(world: World) -> None:
    me = await live(world)
    await read(world, group(person(BEFORE)))
    asked = await world.http.post(
        f"/api/privacy/customers/{me}/export", json={"reason": "客户本人要求", "language": "en"}
    )
    assert asked.status_code == 202, asked.text
    export_id = asked.json()["export_id"]
    await privacy.write_person(world.runtime, world.corp_id, export_id)
    answer = await world.http.get(f"/api/privacy/exports/{export_id}/file")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as pack:
        told = json.loads(pack.read("data.json"))
    [stay] = told["group_members"]
    assert (stay["nickname"], stay["joined_at"][:10]) == (NICKNAME, BEFORE.date().isoformat())
