"""Ticks: a share of the company changes, and whoever reads it finds just that."""

import pytest

from tests.wecom_emulator.corp import CORP, CORPID, Emulator, open_emulator
from tests.wecom_emulator.population.reading import SMALL, UNTIL, Size, company, everything

SIZE: Size = {"staff": 15, "customers": 1000, "groups": 4, "tags": 25}


async def _pairs(emulator: Emulator) -> dict[tuple[str, str], str]:
    """Every pair with its tags and its add_way, as text to compare."""
    rows = await everything(emulator, lambda: 100)
    return {pair: str(row["follow_info"]) for pair, row in rows.items()}


async def test_a_tick_changes_what_it_says_and_nothing_else() -> None:
    async with company(SIZE) as emulator:
        before = await _pairs(emulator)
        told = await emulator.act("tick", share=0.2, seed=3)
        assert told["changed"] == {"adds": 50, "losses": 50, "tags": 50, "moves": 50}
        after = await _pairs(emulator)

        def ids(kind: str) -> set[tuple[str, str]]:
            found = {(row["userid"], row["external_userid"]) for row in told[kind]}
            assert len(found) == 50
            return found

        assert ids("adds") <= after.keys() - before.keys()
        lost_by = {(row["userid"], row["external_userid"]): row["by"] for row in told["losses"]}
        assert set(lost_by.values()) == {"customer", "staff"}
        # Whom a customer deleted keeps him on his list; his tags are gone.
        hidden = {pair for pair, by in lost_by.items() if by == "staff"}
        moved = {(row["userid"], row["external_userid"]): row["to"] for row in told["moves"]}
        assert before.keys() - after.keys() == hidden | moved.keys()
        arrived = {(to, external) for (_, external), to in moved.items()}
        assert after.keys() - before.keys() == ids("adds") | arrived
        assert all("'add_way': 202" in after[pair] for pair in arrived)
        changed = {pair for pair in before.keys() & after.keys() if before[pair] != after[pair]}
        assert ids("tags") <= changed <= ids("tags") | lost_by.keys()
        # Each of them once.
        kinds = [ids("losses"), ids("tags"), ids("moves")]
        assert len({external for kind in kinds for _, external in kind}) == 150
        assert await emulator.tell("callbacks") == []
        assert await emulator.tell("welcome_codes") == []


async def test_with_callbacks_the_apps_are_told_of_each_change() -> None:
    async with company(SIZE) as emulator:
        told = await emulator.act("tick", share=0.04, seed=3, callbacks=True)
        assert sum(told["changed"].values()) == 40
        log = await emulator.delivered(50)
        kinds = [row["change_type"] for row in log]
        # A move is an add for one member and a loss for the other.
        assert kinds.count("add_external_contact") == 20
        assert kinds.count("edit_external_contact") == 10
        deleted = kinds.count("del_external_contact") + kinds.count("del_follow_user")
        assert deleted == 20
        # Only who was added is welcomed, and so is whom a member was given.
        assert len(await emulator.tell("welcome_codes")) == 20
        for row in told["moves"]:
            body = {"handover_userid": row["userid"], "takeover_userid": row["to"]}
            result = await emulator.call("externalcontact/transfer_result", body)
            found = {c["external_userid"]: c["status"] for c in result["customer"]}
            assert found[row["external_userid"]] == 1


async def test_weights_say_what_a_tick_is_made_of() -> None:
    async with company(SIZE) as emulator:
        told = await emulator.act("tick", share=0.1, adds=3, tags=1)
        assert told["changed"] == {"adds": 75, "losses": 0, "tags": 25, "moves": 0}
        told = await emulator.act("tick", share=0.001, losses=1)
        assert told["changed"] == {"adds": 0, "losses": 1, "tags": 0, "moves": 0}
        # Adds are people: the share is of those who are here now.
        people = len((await emulator.http.get(CORP)).json()["customers"])
        assert people == 1075


async def test_the_same_ticks_change_the_same_and_another_seed_others() -> None:
    seen = []
    for seeds in ((3, 3), (3, 3), (4, 3)):
        async with company(SIZE) as emulator:
            seen.append([await emulator.act("tick", share=0.05, seed=seed) for seed in seeds])
    assert seen[0] == seen[1]
    assert seen[0][0] != seen[2][0]
    # Two ticks of one seed do not strike the same people twice.
    first, second = ({row["external_userid"] for row in t["adds"]} for t in seen[0])
    assert not first & second


async def test_a_tick_needs_no_generated_company() -> None:
    async with open_emulator() as emulator:
        await emulator.act("populate", customers=200, groups=1, tag_groups=2, seed=5)
        before = await _pairs(emulator)
        told = await emulator.act("tick", share=0.2)
        assert sum(told["changed"].values()) == 40
        assert await _pairs(emulator) != before
        # Where nobody is left, less happens, and it says so.
        told = await emulator.act("tick", share=1, losses=1)
        assert 150 < told["changed"]["losses"] <= 210
        # Who has two friends here loses one a time.
        await emulator.act("tick", share=1, losses=1)
        told = await emulator.act("tick", share=1, losses=1)
        assert told["changed"] == {"adds": 0, "losses": 0, "tags": 0, "moves": 0}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"share": -0.1},
        {"share": 1.1},
        {"share": "much"},
        {"share": 0.1, "adds": -1},
        {"share": 0.1, "adds": 0, "losses": 0},
        {"share": float("1e400")},
        {"share": 0.1, "moves": "all"},
    ],
)
async def test_a_tick_that_is_none_is_refused(body: dict[str, object]) -> None:
    async with company() as emulator:
        before = await _pairs(emulator)
        answer = await emulator.http.post(
            f"{CORP}/tick", content=str(body).replace("'", '"').replace("inf", "1e400")
        )
        assert answer.status_code == 400, answer.text
        assert await _pairs(emulator) == before


async def test_a_tick_is_never_larger_than_it_can_keep() -> None:
    async with company({"staff": 2, "customers": 400_000, "groups": 0, "tags": 0}) as emulator:
        answer = await emulator.http.post(f"{CORP}/tick", json={"share": 1})
        assert answer.status_code == 400
        assert "at most 300000" in answer.json()["error"]
        answer = await emulator.http.post(f"{CORP}/tick", json={"share": 0.1, "callbacks": True})
        assert "at most 20000" in answer.json()["error"]


async def test_generate_answers_what_it_is_and_takes_it_twice() -> None:
    async with open_emulator() as emulator:
        told = await emulator.act("generate", **SMALL, seed=7)
        assert {name: told[name] for name in SMALL} == SMALL
        assert told["seed"] == 7
        # Of last midnight, in Shanghai.
        assert (told["until"] + 8 * 3600) % 86400 == 0
        assert await emulator.act("generate", **SMALL, seed=7) == told
        for other in ({"seed": 8}, {"customers": 401}, {"until": UNTIL}):
            wanted = {**SMALL, "seed": 7, **other}
            answer = await emulator.http.post(f"{CORP}/generate", json=wanted)
            assert answer.status_code == 409
            assert CORPID in answer.json()["error"]


@pytest.mark.parametrize(
    "body",
    [
        {"customers": 5},
        {"groups": 5},
        {"staff": -1},
        {"staff": 100_001},
        {"staff": 1, "customers": 100_000_001},
        {"staff": 1, "until": 0},
        {"staff": 1, "until": 1 << 40},
        {"staff": "many"},
        {"staff": [1]},
    ],
)
async def test_a_company_that_is_none_is_refused(body: dict[str, object]) -> None:
    async with open_emulator() as emulator:
        answer = await emulator.http.post(f"{CORP}/generate", json=body)
        assert answer.status_code == 400
        told = (await emulator.http.get(CORP)).json()
        assert (told["staff"], told["customers"]) == (["ann", "bob"], [])
