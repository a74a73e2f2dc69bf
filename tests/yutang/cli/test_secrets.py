"""A new master key while the product runs: every value moves, nothing is lost, old keys go."""

import asyncio
import hmac
import os
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from pydantic import SecretStr
from sqlalchemy import text

from tests.yutang.world import World
from yutang.bootstrap import build_runtime
from yutang.cli import secret_keys
from yutang.kernel import resealing, vault
from yutang.kernel.keyring import BadKeysError, Keyring
from yutang.kernel.runtime import Runtime
from yutang.kernel.settings import Settings
from yutang.kernel.vault import UnsealError, Vault, open_vault
from yutang.people.corps import service as corps

PHONE = "customer_identities.phone"
PEOPLE = 250


class KilledError(Exception):
    """Here the process ended."""


def unnamed(key: bytes, value: str, context: str) -> bytes:
    """Sealed as it was done before values named their key."""
    nonce = os.urandom(12)
    cipher = AESGCM(hmac.digest(key, b"seal", "sha256"))
    return nonce + cipher.encrypt(nonce, value.encode(), context.encode())


def number(person: int) -> str:
    """A phone of the tests."""
    return f"+86138{person:08d}"


async def put_phones(world: World, seal: Callable[[str, str], bytes], people: range) -> None:
    """Phones of persons, each sealed by `seal`."""
    find = world.runtime.vault.fingerprint
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into customer_identities (corp_id, kind, value, customer_id, sealed)"
                " values (:corp, 'phone', :value, :person, :sealed)"
            ),
            [
                {
                    "corp": world.corp_id,
                    "value": find(number(person)),
                    "person": person,
                    "sealed": seal(number(person), PHONE),
                }
                for person in people
            ],
        )


async def read_phones(runtime: Runtime) -> dict[str, str]:
    """Every phone by its fingerprint, opened."""
    async with runtime.database.owner() as session:
        found = await session.execute(
            text("select value, sealed from customer_identities where kind = 'phone'")
        )
        return {row.value: runtime.vault.unseal(row.sealed, PHONE) for row in found}


async def older(runtime: Runtime) -> dict[str, int]:
    """Values that need an old key, by column."""
    counted = await secret_keys.read_state(runtime)
    return {one.column.name: one.older for one in counted if one.older}


async def stage_import(world: World, sealed: bytes) -> None:
    """An import that is under way."""
    async with world.runtime.database.owner() as session:
        await session.execute(
            text("create table staging.import_1_1 (row bigint primary key, sealed bytea)")
        )
        await session.execute(
            text("insert into staging.import_1_1 values (1, :sealed)"), {"sealed": sealed}
        )


async def rotate_until_killed(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """A rotation that ends in the midst of the phones."""
    steps = 0
    real = resealing.reseal_chunk

    async def die(*given: Any) -> Any:
        nonlocal steps
        steps += given[2].table == "customer_identities"
        if steps == 5:
            raise KilledError
        return await real(*given)

    with monkeypatch.context() as patch:
        patch.setattr(resealing, "reseal_chunk", die)
        with pytest.raises(KilledError):
            await secret_keys.rotate_keys(world.runtime)


@pytest.fixture(autouse=True)
def _small_steps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resealing, "CHUNK_ROWS", 20)
    monkeypatch.setattr(secret_keys, "SETTLE_SECONDS", 0.6)
    monkeypatch.setattr(vault, "LOOK_SECONDS", 0.2)


async def test_a_killed_rotation_goes_on_beside_a_product_that_runs(
    world: World, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    first = (world.runtime.settings.home / "master.key").read_bytes()
    old = partial(unnamed, first)
    await put_phones(world, old, range(PEOPLE))
    await stage_import(world, old(number(9), PHONE))
    async with world.runtime.database.owner() as session:
        apps = await corps.callback_doors(session, world.runtime.vault)

    # Another process, which began before and knows nothing of the rotation.
    api = build_runtime(world.runtime.settings)
    await rotate_until_killed(world, monkeypatch)
    left = await older(world.runtime)
    assert 0 < left["customer_identities.sealed"] < PEOPLE
    ring = world.runtime.vault.keys
    assert [key.secret for key in ring.seals[1:]] == [first]
    with pytest.raises(secret_keys.StillNeededError, match="still need an older key"):
        await secret_keys.forget_keys(world.runtime)

    # The other process reads both kinds at once, and goes on writing all the while.
    assert len(await read_phones(api)) == PEOPLE
    more = range(PEOPLE, PEOPLE + 60)

    async def go_on_writing() -> None:
        for person in more:
            await put_phones(world, api.vault.seal, range(person, person + 1))
            await asyncio.sleep(0.01)

    await asyncio.gather(secret_keys.rotate_keys(world.runtime), go_on_writing())
    assert world.runtime.vault.keys.current == ring.current
    assert await older(world.runtime) == {}
    await secret_keys.forget_keys(world.runtime)
    await api.close()

    told = capsys.readouterr().out
    assert first.hex() not in told
    assert ring.current.secret.hex() not in told
    file = world.runtime.settings.home / "master.key"
    assert file.stat().st_mode & 0o777 == 0o600
    assert first.hex() not in file.read_text()

    # A process that starts now has the new key alone: it opens everything and finds everybody.
    later = build_runtime(world.runtime.settings)
    phones = await read_phones(later)
    assert phones == {
        later.vault.fingerprint(number(person)): number(person) for person in range(more.stop)
    }
    assert later.vault.fingerprint("x") == Vault(first).fingerprint("x")
    async with later.database.owner() as session:
        assert await corps.callback_doors(session, later.vault) == apps
        acts = list(
            await session.scalars(
                text("select action from audit_entries where action ^@ 'secrets.' order by id")
            )
        )
        staged = await session.scalar(text("select sealed from staging.import_1_1"))
    assert acts == ["secrets.key_added", "secrets.rotated", "secrets.keys_forgotten"]
    assert later.vault.unseal(staged, PHONE) == number(9)
    with pytest.raises(UnsealError):
        Vault(first).unseal(staged, PHONE)
    await later.close()


async def test_a_value_that_no_key_opens_is_left_and_told(world: World) -> None:
    await put_phones(world, Vault(os.urandom(32)).seal, range(1))
    await put_phones(world, world.runtime.vault.seal, range(1, 30))
    with pytest.raises(secret_keys.StillNeededError, match="1 values open with none"):
        await secret_keys.rotate_keys(world.runtime)
    assert await older(world.runtime) == {"customer_identities.sealed": 1}
    with pytest.raises(secret_keys.StillNeededError):
        await secret_keys.forget_keys(world.runtime)


async def test_keys_of_the_environment_are_told_not_written(
    world: World, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    await put_phones(world, world.runtime.vault.seal, range(30))
    first = (world.runtime.settings.home / "master.key").read_bytes()

    async def run(what: Callable[[Runtime], Awaitable[None]], key: str) -> tuple[str, list[str]]:
        settings = Settings(
            home=tmp_path / "elsewhere",
            database_url=world.runtime.database.url,
            master_key=SecretStr(key),
        )
        runtime = build_runtime(settings)
        await what(runtime)
        phones = await read_phones(runtime)
        await runtime.close()
        assert not (tmp_path / "elsewhere" / "master.key").exists()
        return capsys.readouterr().out, sorted(phones.values())

    told, phones = await run(secret_keys.rotate_keys, first.hex())
    both = told.strip().rsplit("YUTANG_MASTER_KEY=")[1]
    assert len(phones) == 30
    assert (await run(secret_keys.rotate_keys, both))[1] == phones
    told, _ = await run(secret_keys.forget_keys, both)
    one = told.strip().rsplit("YUTANG_MASTER_KEY=")[1]
    assert first.hex() not in one
    assert (await run(secret_keys._status, one))[1] == phones  # noqa: SLF001


@pytest.mark.parametrize("content", ["", "ab", "0" * 63, "find:" + "0" * 64, "0" * 64 + ",find:1"])
def test_what_holds_no_keys_is_refused(content: str) -> None:
    with pytest.raises(BadKeysError) as caught:
        Keyring.parse(content.encode(), "there")
    assert "there" in str(caught.value)
    assert "0000" not in str(caught.value)


def test_a_named_file_is_never_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        open_vault(tmp_path, file=tmp_path / "keys")
    made = open_vault(tmp_path)
    assert repr(made.keys) == "Keyring(seals=(SealKey(),))"
    assert open_vault(tmp_path, file=tmp_path / "master.key").fingerprint("x") == (
        made.fingerprint("x")
    )
