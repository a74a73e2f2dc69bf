"""Whoever changes, drops or slips in an entry behind our back is found."""

import asyncio
import time
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from typer.testing import CliRunner

from tests.yutang.world import World
from yutang.cli.main import app
from yutang.kernel import audit
from yutang.kernel.auditing import sealing
from yutang.kernel.auditing import service as auditing
from yutang.kernel.auditing.schemas import Fault
from yutang.kernel.clock import utc_now
from yutang.kernel.runtime import Runtime

# ruff: noqa: S608 - the texts of these statements are all here


async def write(world: World, count: int, name: str = "x") -> None:
    """Entries in transactions of their own, two in each."""
    for number in range(count):
        async with world.runtime.database.corp(world.corp_id) as session:
            for part in (1, 2):
                await audit.record(
                    session,
                    world.corp_id,
                    actor="user:1",
                    action=f"{name}.done",
                    target=f"{name}:{number}",
                    before={"part": part, "share": 0.5, "名": "é😀"},
                )


async def seal_everything(runtime: Runtime, corp_id: int) -> int:
    """Seal until nothing waits: transactions of other tests on the server hold sealing back."""
    until = time.monotonic() + 60
    sealed = 0
    while time.monotonic() < until:
        sealed += await auditing.seal_corp(runtime, corp_id)
        async with runtime.database.owner() as session:
            if not (await auditing.read_chain(session, corp_id)).waiting:
                return sealed
        await asyncio.sleep(0.05)
    pytest.fail("entries still wait")


async def run(world: World, statement: str, **values: Any) -> list[Any]:
    """One statement as whoever holds the database's password."""
    async with world.runtime.database.owner() as session:
        found = await session.execute(text(statement), {"corp": world.corp_id, **values})
        return [tuple(row) for row in found] if statement.startswith("select") else []


async def places(world: World) -> dict[int, int]:
    """Entry by place."""
    rows = await run(world, "select place, entry_id from audit_links where corp_id = :corp")
    return dict(rows)


async def check(world: World, anchor: tuple[int, bytes] | None = None) -> Fault | None:
    """What a check says."""
    return (await auditing.check_corp(world.runtime, world.corp_id, anchor)).fault


async def test_what_is_changed_dropped_or_slipped_in_is_named(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yutang.kernel.auditing.verifying.BATCH_ROWS", 4)
    await write(world, 10)
    await seal_everything(world.runtime, world.corp_id)
    assert await check(world) is None
    links = await places(world)
    assert sorted(links) == list(range(1, len(links) + 1))
    entry = links[9]

    kept = "id = :id and corp_id = :corp"
    for column, value in (("actor", "'user:2'"), ("before", "'{\"part\": 3}'"), ("ip", "'::1'")):
        [(was,)] = await run(
            world, f"select {column}::text from audit_entries where {kept}", id=entry
        )
        await run(world, f"update audit_entries set {column} = {value} where {kept}", id=entry)
        assert await check(world) == Fault(kind="changed", place=9, entry_id=entry)
        kind = "jsonb" if column == "before" else "text"
        await run(
            world,
            f"update audit_entries set {column} = cast(:was as {kind}) where {kept}",
            id=entry,
            was=was,
        )
        assert await check(world) is None

    [(era, xid, at)] = await run(
        world, f"select era, xid::text, at from audit_entries where {kept}", id=entry
    )
    await run(
        world,
        "insert into audit_entries (corp_id, id, at, actor, action, target, era, xid)"
        " overriding system value values"
        " (:corp, 1000000, :at, 'user:1', 'x.done', 'x:1', :era, cast(:xid as xid8))",
        at=at,
        era=era,
        xid=xid,
    )
    fault = await check(world)
    assert fault is not None
    assert (fault.kind, fault.entry_id) == ("added", 1000000)
    await run(world, "delete from audit_entries where corp_id = :corp and id = 1000000")
    assert await check(world) is None

    # The last one of all: nothing behind it could tell.
    last = max(links)
    for place in (last, 9):
        await run(world, f"delete from audit_entries where {kept}", id=links[place])
        assert await check(world) == Fault(kind="missing", place=place, entry_id=links[place])
        if place == last:
            await run(world, "delete from audit_links where place = :place", place=last)
            assert await check(world) == Fault(kind="cut", place=last, entry_id=None)
    async with world.runtime.database.owner() as session:
        state = await auditing.read_chain(session, world.corp_id)
    assert state.fault == "missing"
    assert state.fault_entry_id == links[9]


async def test_who_rewrites_the_whole_chain_is_found_by_what_was_noted(world: World) -> None:
    await write(world, 3)
    await seal_everything(world.runtime, world.corp_id)
    await auditing.drop_anchor(world.runtime, world.corp_id)
    async with world.runtime.database.owner() as session:
        anchor = (await auditing.read_chain(session, world.corp_id)).anchors[0]
    noted = (anchor.place, bytes.fromhex(anchor.hash))
    await write(world, 1)
    await seal_everything(world.runtime, world.corp_id)
    assert await check(world, noted) is None

    # Everything is sealed anew over a changed entry; our own note is thrown away as well.
    await run(world, "update audit_entries set actor = 'user:7' where target = 'x:1'")
    for table in ("audit_links", "audit_chains", "audit_anchors"):
        await run(world, f"delete from {table} where corp_id = :corp")
    await seal_everything(world.runtime, world.corp_id)
    assert await check(world) is None
    fault = await check(world, noted)
    assert fault is not None
    assert (fault.kind, fault.place) == ("anchor", anchor.place)


async def test_two_sealers_and_one_that_dies_leave_one_chain(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sealing, "BATCH_ROWS", 7)
    writing = asyncio.gather(*(write(world, 6, name) for name in ("a", "b", "c")))
    for _ in range(5):
        await asyncio.gather(*(auditing.seal_corp(world.runtime, world.corp_id) for _ in range(3)))
    await writing

    # The first batch of a second run commits, the second dies after its links were written.
    await write(world, 8, "d")
    with monkeypatch.context() as patch:
        killed = text("select pg_terminate_backend(pg_backend_pid())")
        patch.setattr(sealing, "_MOVE", killed)
        with pytest.raises(DBAPIError):
            await seal_everything(world.runtime, world.corp_id)
    await seal_everything(world.runtime, world.corp_id)
    assert await check(world) is None
    [(entries, links)] = await run(
        world,
        "select (select count(*) from audit_entries where corp_id = :corp),"
        " (select count(*) from audit_links where corp_id = :corp)",
    )
    assert entries == links
    assert entries >= 2 * (6 * 3 + 8)


async def test_an_open_transaction_holds_sealing_back_and_is_not_missed(world: World) -> None:
    async with world.runtime.database.corp(world.corp_id) as slow:
        await audit.record(slow, world.corp_id, actor="user:1", action="a.slow", target="a:1")
        await write(world, 2)
        await auditing.seal_corp(world.runtime, world.corp_id)
        rows = await run(
            world,
            "select count(*) from audit_links l join audit_entries e"
            " on e.corp_id = l.corp_id and e.id = l.entry_id where e.action = 'x.done'",
        )
        assert rows == [(0,)]
    await seal_everything(world.runtime, world.corp_id)
    assert await check(world) is None
    links = await places(world)
    [(slow_id,)] = await run(world, "select id from audit_entries where action = 'a.slow'")
    assert slow_id in links.values()


async def test_the_chain_stays_checkable_after_its_beginning_is_cut(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("yutang.kernel.auditing.cutting.BATCH_ROWS", 3)
    await write(world, 5, "old")
    await run(world, "update audit_entries set at = at - interval '200 days'")
    await write(world, 2, "young")
    await seal_everything(world.runtime, world.corp_id)
    old = await run(world, "select count(*) from audit_entries where at < now() - interval '1 d'")
    assert await auditing.cut_corp(world.runtime, world.corp_id) == 0
    async with world.runtime.database.owner() as session:
        await auditing.set_keeping(session, world.corp_id, 183, "user:1")
    assert await auditing.cut_corp(world.runtime, world.corp_id) == old[0][0]
    assert await run(world, "select count(*) from audit_entries where target ^@ 'old'") == [(0,)]
    await seal_everything(world.runtime, world.corp_id)
    assert await check(world) is None
    [cuts] = await run(world, "select count(*) from audit_entries where action = 'audit.cut'")
    assert cuts[0] == -(-old[0][0] // 3)

    # What does not fit is not cut away.
    later = replace(world.runtime, clock=lambda: utc_now() + timedelta(days=400))
    await run(world, "update audit_entries set actor = 'user:9' where target = 'young:0'")
    left = await run(world, "select count(*) from audit_entries")
    assert await auditing.cut_corp(later, world.corp_id) == 0
    assert await run(world, "select count(*) from audit_entries") == left
    fault = await check(world)
    assert fault is not None
    assert fault.kind == "changed"
    await run(world, "update audit_entries set actor = 'user:1' where target = 'young:0'")

    # Nor may something old be put where the chain was cut.
    await run(
        world,
        "insert into audit_entries (corp_id, actor, action, target, xid)"
        " values (:corp, 'user:1', 'x.y', 'x:1', '1'::xid8)",
    )
    fault = await check(world)
    assert fault is not None
    assert fault.kind == "added"


async def test_the_command_says_what_does_not_fit(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("YUTANG_DATABASE_URL", world.runtime.database.url)
    monkeypatch.setenv("YUTANG_HOME", str(world.runtime.settings.home))
    await write(world, 1)
    await seal_everything(world.runtime, world.corp_id)

    def verify(*more: str) -> tuple[int, str]:
        result = CliRunner().invoke(app, ["audit", "verify", *more])
        return result.exit_code, result.output

    code, said = await asyncio.to_thread(verify)
    assert code == 0
    assert "intact" in said
    head = said.split("head ")[1].split()[0]
    assert (await asyncio.to_thread(verify, "--corp", world.app.corpid, "--anchor", head))[0] == 0
    await run(world, "update audit_entries set target = 'x:9' where target = 'x:0'")
    code, said = await asyncio.to_thread(verify)
    assert code == 1
    assert "BROKEN: changed at link" in said
    assert (await asyncio.to_thread(verify, "--anchor", "nonsense", "--corp", "x"))[0] == 2
