"""Conflicts, ids and merges over HTTP: masked, refused with words, decided once."""

from datetime import UTC, datetime
from typing import Any

from tests.yutang.people.persons.acts import claim, friend, rows, settle
from tests.yutang.world import World, add_corp
from yutang.people.persons import service as persons

NOW = datetime.now(UTC)


async def ask(world: World, method: str, path: str, status: int = 200, **body: Any) -> Any:
    """The answer, which has this status."""
    answer = await world.http.request(method, f"/api{path}", json=body or None)
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_a_conflict_is_shown_masked_and_decided_once(world: World) -> None:
    await world.sign_in()
    a, b = await settle(
        world,
        claim(0, member_number="M1", phone="13800001111"),
        claim(1, member_number="M2", phone="13800001111"),
    )
    page = await ask(world, "GET", "/identity-conflicts")
    assert page["open"] == 1
    (one,) = page["items"]
    assert (one["kind"], one["value"], one["why"]) == ("phone", "138 **** 1111", "member_number")
    assert (one["claimant"]["id"], one["holder"]["id"], one["no_merge"]) == (b, a, None)
    assert one["said"] == "test:1"
    assert "13800001111" not in str(page)
    path = f"/identity-conflicts/{one['id']}"
    opened = await ask(world, "POST", f"{path}/phones")
    assert opened == {"claimant": [], "holder": ["13800001111"]}
    read = await rows(
        world, "select count(*) from audit_entries where action = 'customer.phones_opened'"
    )
    assert read == [(2,)]
    refused = await ask(world, "POST", f"{path}/decision", 422, verdict="perhaps")
    assert refused["status"] == 422
    done = await ask(world, "POST", f"{path}/decision", verdict="claimed")
    assert (done["state"], done["decision"]) == ("decided", "claimed")
    again = await ask(world, "POST", f"{path}/decision", 409, verdict="stays")
    assert again["type"] == "persons.conflict_ended"
    missing = await ask(world, "GET", "/identity-conflicts/999", 404)
    assert missing["type"] == "persons.unknown_conflict"
    bad = await ask(world, "GET", "/identity-conflicts?after=%7Bx", 422)
    assert bad["type"] == "persons.bad_cursor"
    assert (await ask(world, "GET", f"/customers/{b}/ids"))["ids"][1]["value"] == "138 **** 1111"


async def test_another_corps_people_and_loops_are_refused(world: World) -> None:
    await world.sign_in()
    known = await friend(world, "wmA")
    (other,) = await settle(world, claim(0, phone="13800001111"))
    corp_id, _ = await add_corp(world.runtime, "other", (1_000_004,))
    async with world.runtime.database.owner() as session:
        claims = [claim(number, openid=f"o{number}") for number in range(5)]
        theirs = (await persons.settle(world.runtime, session, corp_id, claims, NOW))[-1]
    wish: dict[str, Any] = {"why": "同一个人"}
    path = f"/customers/{known}/merges"
    await ask(world, "POST", path, 404, from_id=theirs, **wish)
    await ask(world, "POST", path, 422, from_id=known, **wish)
    dry = await ask(world, "POST", path, from_id=other, dry_run=True, **wish)
    assert (dry["merge_id"], [one["kind"] for one in dry["ids"]]) == (None, ["phone"])
    # Whoever is named first: who has WeCom's id and relations is not lost by it.
    done = await ask(world, "POST", path, from_id=other, **wish)
    assert done["customer_id"] == known
    loop = await ask(world, "POST", f"/customers/{other}/merges", 422, from_id=known, **wish)
    assert loop["type"] == "persons.same"
    assert (await ask(world, "GET", f"/customers/{other}"))["id"] == known
    assert (await ask(world, "GET", "/customers"))["items"][0]["id"] == known
    undo = f"{path}/{done['merge_id']}/undo"
    await ask(world, "POST", undo, 422, why="")
    await ask(world, "POST", undo, why="看错了")
    gone = await ask(world, "POST", undo, 404, why="看错了")
    assert gone["type"] == "persons.unknown_merge"
    assert (await ask(world, "GET", f"/customers/{other}"))["id"] == other


async def test_every_decision_but_a_merge_is_taken_back(world: World) -> None:
    await world.sign_in()
    a, b, c = await settle(
        world,
        claim(0, member_number="M1", phone="13800001111"),
        claim(1, member_number="M2", phone="13800001111"),
        claim(2, member_number="M3", phone="13800001111"),
    )
    items = (await ask(world, "GET", "/identity-conflicts"))["items"]
    third, second = (f"/identity-conflicts/{one['id']}" for one in items)

    async def holder() -> Any:
        held = await rows(world, "select customer_id from customer_identities where kind = 'phone'")
        return held[0][0]

    async def told(customer_id: int) -> list[tuple[str, str | None]]:
        path = f"/customers/{customer_id}/timeline?kind=person"
        read = await ask(world, "GET", path)
        return [(one["kind"], one["outcome"]) for one in read["items"]]

    early = await ask(world, "POST", f"{second}/decision/undo", 409, why="再看看")
    assert early["type"] == "persons.not_decided"
    await ask(world, "POST", f"{second}/decision", verdict="claimed")
    assert await holder() == b
    # The second one overrules the first: taken back, the first holds again.
    await ask(world, "POST", f"{third}/decision", verdict="claimed")
    assert await holder() == c
    back = await ask(world, "POST", f"{third}/decision/undo", why="看错了")
    assert (back["state"], back["decision"], back["decided_by"]) == ("open", None, None)
    assert await holder() == b
    back = await ask(world, "POST", f"{second}/decision/undo", why="再看看")
    assert (back["state"], await holder()) == ("open", a)
    again = await ask(world, "POST", f"{second}/decision/undo", 409, why="再看看")
    assert again["type"] == "persons.not_decided"
    assert await rows(world, "select count(*) from identity_decisions where undone_at is null") == [
        (0,)
    ]

    # Shared by two it ties nobody; after that it is a question again.
    await ask(world, "POST", f"{second}/decision", verdict="shared")
    assert await settle(world, claim(3, phone="13800001111", member_number="M9")) != [a]
    await ask(world, "POST", f"{second}/decision/undo", why="再看看")
    await ask(world, "POST", f"{second}/decision", verdict="stays")
    await ask(world, "POST", f"{second}/decision/undo", why="再看看")
    assert await holder() == a

    assert await told(a) == [
        ("person.undecided", None),
        ("person.decided", "own"),
        ("person.undecided", None),
        ("person.decided", "shared"),
        ("person.undecided", None),
        ("person.decided", "other"),
    ]
    assert (await told(b))[-1] == ("person.decided", "own")
    assert (await ask(world, "GET", f"/customers/{a}/timeline?kind=tag"))["items"] == []
    assert await rows(
        world,
        "select after ->> 'why', before ->> 'verdict' from audit_entries"
        " where action = 'identity.undecided' order by id limit 1",
    ) == [("看错了", "claimed")]

    # Of two who have nothing but a word of an operator between them, one is made.
    await ask(world, "POST", f"{second}/decision", verdict="merged")
    merged = await ask(world, "POST", f"{second}/decision/undo", 409, why="再看看")
    assert merged["type"] == "persons.decided_merge"
    assert (await told(a))[0] == ("person.merged", None)
    await ask(world, "POST", "/identity-conflicts/999/decision/undo", 404, why="再看看")
