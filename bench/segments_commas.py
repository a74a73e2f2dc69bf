"""The peer of segments that keeps tags as LinkWechat does: a comma list in MariaDB.

There a customer's tags are one `text` column without an index, and each tag asked for is one
`find_in_set(tag, tag_ids)`: joined by `and` where all are wanted, negated where none is. Seen in
LinkWechat-Scrm at bace1b02: linkwe-service/src/main/resources/mapper/wecom/WeCustomerMapper.xml and
the table in sql/lw-cloud.zip. Kinder here than there: tags are short numbers, not WeCom's 32
letters; attributes have B-trees and are compared bare, while LinkWechat formats the time of each
row; one row is one person, not one person of one member.
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any, Final

import pymysql
from pymysql.cursors import Cursor

from yutang.kernel.fitting import fitting, machine_bytes

from .crowd import NOW
from .segments_peer import Tree, joined
from .servers import START_SECONDS

_SHAPE: Final = """
create table bench.people (
  id int not null primary key, tag_ids text not null, gender tinyint not null,
  city varchar(64) not null, points int not null, added datetime not null
) engine = innodb character set utf8mb4
"""
# The rows are PostgreSQL's: tags in braces, times in UTC.
_TAKE: Final = """
load data local infile %s into table bench.people character set utf8mb4
  (id, @tags, gender, city, points, @added)
  set tag_ids = trim(leading '{' from trim(trailing '}' from @tags)), added = left(@added, 19)
"""
_READY: Final = (
    "alter table bench.people add index (city), add index (points), add index (added)",
    "analyze table bench.people",
    # Every row is in memory before anything is timed.
    "select sum(length(tag_ids)) from bench.people",
)


def installed() -> bool:
    """Whether there is a MariaDB to ask."""
    return all(map(_find, ("mariadbd", "mariadb-install-db")))


def _find(program: str) -> str | None:
    # Debian keeps servers where only root looks.
    return shutil.which(program, path=f"{os.environ.get('PATH', os.defpath)}:/usr/sbin")


@contextmanager
def filled(blocks: Iterable[bytes], shelf: str | None = None) -> Iterator[Cursor]:
    """A MariaDB of its own with the people of `blocks`, rows as `crowd.people_rows` gives them.

    It lives in a folder on `shelf` that goes with it, and has as much memory for pages as
    PostgreSQL gets, and fsync as it comes. Raises RuntimeError where it does not start.
    """
    with tempfile.TemporaryDirectory(prefix="yutang-commas-", dir=shelf) as name:
        home = Path(name)
        with _server(home), _connect(home) as cursor:
            cursor.execute("create database bench")
            cursor.execute(_SHAPE)
            rows = home / "rows"
            for block in blocks:
                rows.write_bytes(block)
                cursor.execute(_TAKE, (str(rows),))
            rows.unlink(missing_ok=True)
            for statement in _READY:
                cursor.execute(statement)
            yield cursor


@contextmanager
def _server(home: Path) -> Iterator[None]:
    # It refuses to be root's unless it is told so.
    common = ["--no-defaults", f"--datadir={home}/data"]
    common += ["--user=root"] if os.geteuid() == 0 else []
    make = [str(_find("mariadb-install-db")), *common, "--auth-root-authentication-method=normal"]
    made = subprocess.run(make, capture_output=True, text=True, check=False)
    if made.returncode:
        message = f"mariadb-install-db ended with {made.returncode}: {made.stdout}{made.stderr}"
        raise RuntimeError(message)
    pages = fitting(machine_bytes())["shared_buffers"].removesuffix("B")
    serve = [
        str(_find("mariadbd")), *common, "--skip-networking", f"--socket={_socket(home)}",
        f"--pid-file={home}/pid", f"--innodb-buffer-pool-size={pages}",
    ]  # fmt: skip
    with (
        (home / "log").open("wb") as log,
        subprocess.Popen(serve, stdout=log, stderr=log) as process,
    ):
        try:
            _wait(process, home)
            yield
        finally:
            # Nobody wants its data again.
            process.kill()


def _wait(process: subprocess.Popen[bytes], home: Path) -> None:
    """Until it listens, which it does before it writes its pid."""
    until = time.monotonic() + START_SECONDS
    while not (home / "pid").exists():
        if process.poll() is not None or time.monotonic() > until:
            message = f"MariaDB did not start: {(home / 'log').read_text()[-2_000:]}"
            raise RuntimeError(message)
        time.sleep(0.05)


@contextmanager
def _connect(home: Path) -> Iterator[Cursor]:
    connected = pymysql.connect(
        unix_socket=_socket(home),
        user="root",
        charset="utf8mb4",
        local_infile=True,
        autocommit=True,
    )
    with connected as connection, connection.cursor() as cursor:
        yield cursor


def _socket(home: Path) -> str:
    return f"{home}/socket"


def commas_query(tree: Tree) -> tuple[str, list[Any]]:
    """A statement for the count and the sum of the ids."""
    values: list[Any] = []
    where = joined(tree, lambda leaf: _asked(leaf, values))
    return f"select count(*), coalesce(sum(id), 0) from bench.people where {where}", values  # noqa: S608 - of our own words


def _asked(leaf: Tree, values: list[Any]) -> str:
    if leaf["leaf"] == "tag":
        values += map(str, leaf["tags"])
        joint = " and " if leaf["how"] == "all" else " or "
        asked = joint.join("find_in_set(%s, tag_ids)" for _ in leaf["tags"])
        return f"not ({asked})" if leaf["how"] == "none" else asked
    test = leaf["test"]
    if test["is"] == "within":
        values.append((NOW - timedelta(days=test["window"]["days"])).replace(tzinfo=None))
        return "added >= %s"
    values += test["values"]
    if test["is"] == "in":
        return f"city in ({', '.join('%s' for _ in test['values'])})"
    return "points between %s and %s"
