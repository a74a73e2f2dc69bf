"""The embedded PostgreSQL: keeps its rows, knows whose pid it reads, dies with its parent."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import psycopg
import pytest

from tests.yutang.kernel.conftest import SETTINGS
from yutang.kernel.postgres import (
    AlreadyRunningError,
    LocalPostgres,
    OtherVersionError,
    StartError,
    UnreachableHomeError,
)

pytestmark = pytest.mark.slow


def write(server: LocalPostgres) -> None:
    """A table with one row."""
    with psycopg.connect(server.dsn()) as connection:
        connection.execute("create table fish (name text)")
        connection.execute("insert into fish values ('鲤鱼')")


def read(server: LocalPostgres) -> list[tuple[str]]:
    """What the table holds."""
    with psycopg.connect(server.dsn()) as connection:
        return list(connection.execute("select name from fish").fetchall())


def gone(pid: int) -> bool:
    """Whether the process ended; a zombie did."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] == "Z"
    except FileNotFoundError:
        return True


def test_rows_password_and_port_survive_a_restart(server: LocalPostgres, folder: Path) -> None:
    write(server)
    address, pid = server.dsn(), server.pid
    server.stop()
    assert not server.alive()
    assert pid is not None
    assert gone(pid)
    assert not (folder / "pg" / "data" / "postmaster.pid").exists()
    again = LocalPostgres(folder / "pg", settings=SETTINGS)
    again.start()
    try:
        assert again.dsn() == address
        assert read(again) == [("鲤鱼",)]
    finally:
        again.stop()


def test_a_killed_postmaster_is_started_again_with_its_rows(server: LocalPostgres) -> None:
    write(server)
    assert server.pid is not None
    os.kill(server.pid, signal.SIGKILL)
    while server.alive():
        time.sleep(0.01)
    server.start()
    assert read(server) == [("鲤鱼",)]


@pytest.mark.proof
def test_one_home_has_one_server(server: LocalPostgres, folder: Path) -> None:
    write(server)
    second = LocalPostgres(folder / "pg", settings=SETTINGS)
    with pytest.raises(AlreadyRunningError, match="another Yutang runs on"):
        second.start()
    # Giving up what it never had takes nothing from the first.
    second.stop()
    assert read(server) == [("鲤鱼",)]
    with pytest.raises(AlreadyRunningError):
        second.start()


@pytest.mark.proof
def test_a_pid_that_another_process_has_now_is_left_alone(
    server: LocalPostgres, folder: Path
) -> None:
    write(server)
    server.stop()
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        file = folder / "pg" / "data" / "postmaster.pid"
        file.write_text(f"{stranger.pid}\n{file.parent}\n1\n5432\n\n\n0 0\nready\n")
        server.start()
        assert read(server) == [("鲤鱼",)]
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


@pytest.mark.proof
def test_another_versions_data_is_refused_untouched(server: LocalPostgres, folder: Path) -> None:
    server.stop()
    file = folder / "pg" / "data" / "PG_VERSION"
    ours = file.read_text()
    file.write_text("14\n")
    with pytest.raises(OtherVersionError, match="made by PostgreSQL 14, this Yutang brings 1"):
        server.start()
    assert file.read_text() == "14\n"
    assert not server.alive()
    file.write_text(ours)
    server.start()
    assert server.alive()


@pytest.mark.proof
def test_a_failed_start_gives_the_home_back(server: LocalPostgres, folder: Path) -> None:
    server.stop()
    broken = LocalPostgres(folder / "pg", settings={"shared_buffers": "much"})
    with pytest.raises(StartError, match="invalid value for parameter"):
        broken.start()
    server.start()
    assert server.alive()


@pytest.mark.proof
def test_a_chinese_and_long_path_works(folder: Path) -> None:
    home = folder / "鱼塘的数据" / ("很长的文件夹名" * 8) / "又一层" / "pg"
    server = LocalPostgres(home, settings=SETTINGS)
    server.start()
    try:
        write(server)
        assert read(server) == [("鲤鱼",)]
        # The socket too, wherever its folder had to go.
        with psycopg.connect(server.dsn()) as connection:
            found = connection.execute("show unix_socket_directories").fetchone()
        assert found is not None
        assert Path(found[0], f".s.PGSQL.{server.port}").is_socket()
    finally:
        server.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root hands PostgreSQL to another user")
@pytest.mark.proof
def test_a_home_that_its_user_cannot_enter_is_refused(folder: Path) -> None:
    closed = folder / "root"
    closed.mkdir(mode=0o700)
    with pytest.raises(UnreachableHomeError, match=f"cannot enter {closed}: choose --home"):
        LocalPostgres(closed / "pg", settings=SETTINGS).start()
    assert closed.stat().st_mode & 0o777 == 0o700


def test_chinese_names_have_trigrams(server: LocalPostgres) -> None:
    with psycopg.connect(server.dsn()) as connection:
        connection.execute("create extension pg_trgm")
        found = connection.execute("select show_trgm('张三丰')").fetchone()
        assert found is not None
        assert len(found[0]) == 4
        like = connection.execute("select similarity('张三丰', '张三丰') = 1").fetchone()
        assert like == (True,)


@pytest.mark.proof
def test_the_server_dies_with_who_started_it(folder: Path) -> None:
    code = (
        "import sys, time; from pathlib import Path;"
        "from yutang.kernel.postgres import LocalPostgres;"
        "s = LocalPostgres(Path(sys.argv[1]), settings={'shared_buffers': '16MB'});"
        "s.start(); print(s.pid, flush=True); time.sleep(60)"
    )
    starter = subprocess.Popen(
        [sys.executable, "-c", code, folder / "pg"], stdout=subprocess.PIPE, text=True
    )
    assert starter.stdout is not None
    with starter.stdout as output:
        pid = int(output.readline())
    assert not gone(pid)
    starter.kill()
    starter.wait()
    until = time.monotonic() + 5
    while not gone(pid) and time.monotonic() < until:
        time.sleep(0.02)
    assert gone(pid)
    after = LocalPostgres(folder / "pg", settings=SETTINGS)
    after.start()
    assert after.alive()
    after.stop()
