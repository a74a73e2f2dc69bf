# ruff: noqa: S608 - statements are put together from this file's own numbers.
"""A company of millions straight in PostgreSQL: the same one for the same seed and size.

Skewed as real ones are: tags from ten holders to a third of all, members with up to some thousand
customers, channels by Zipf's law, one in five customers known to two members.
"""

import os
import random
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from yutang.kernel.fitting import fitting, machine_bytes
from yutang.kernel.postgres import LocalPostgres
from yutang.migrating import upgrade
from yutang.people.customers.naming import grams, sort_key

from .showing import CONSOLE

CORP = 1
STAFF = 5_000
TAGS = 2_000
RARE_TAGS = 20
CHANNELS = 300
REGIONS = 20
STORES = 500
NAMES = 20_000
DAYS = 1_100
BATCH = 250_000
WRITERS = 2
_SMALL = {"shared_buffers": "128MB"}
_LOADING = {
    "fsync": "off", "full_page_writes": "off", "wal_level": "minimal", "max_wal_senders": "0",
    "max_wal_size": "16GB", "autovacuum": "off", "max_parallel_maintenance_workers": "1",
}  # fmt: skip
"""Settings of a server that is only being filled; it is stopped and started before it is asked."""
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧"
GIVEN = "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂小满一宝子涵雨欣浩然梓轩诗琪"

SECONDARY = (
    "ix_customers_grams", "ix_customers_name_sort", "ix_customers_first_added",
    "ix_customers_last_active", "ix_follows_staff", "ix_follows_channel", "ix_follow_tags_tag",
)  # fmt: skip

_U = "(hashint8extended({0}, {1}) & 2147483647) / 2147483648.0"
"""A number from 0 to 1 that belongs to an id and a seed."""


@dataclass(frozen=True, slots=True)
class Company:
    """How large it became."""

    customers: int
    follows: int
    follow_tags: int


def _u(column: str, seed: int) -> str:
    return _U.format(column, seed)


_CUSTOMERS = f"""
insert into customers (corp_id, id, state, name, name_sort, grams, first_added_at, stage,
                       last_active_at, created_at, updated_at)
select {CORP}, i, case when {_u("i", 1)} < 0.9 then 'friend' else 'lost' end,
       n.name, n.name_sort, n.grams,
       case when {_u("i", 2)} < 0.02 then null
            else timestamptz '2026-11-20'
                 - make_interval(secs => {DAYS} * 86400 * power({_u("i", 3)}, 1.5)) end,
       (array['potential', 'intent', 'deal', 'repeat'])[1 + floor(4 * power({_u("i", 4)}, 2))::int],
       case when {_u("i", 5)} < 0.4
            then timestamptz '2026-11-20' - make_interval(secs => 400 * 86400 * {_u("i", 6)}) end,
       now(), now()
from generate_series(%(first)s::bigint, %(last)s::bigint) i
join bench_names n on n.id = 1 + floor({NAMES} * power({_u("i", 7)}, 2))::int
"""
_IDENTITIES = f"""
insert into customer_identities (corp_id, kind, value, customer_id)
select {CORP}, 'external', 'wm' || md5(i::text), i
from generate_series(%(first)s::bigint, %(last)s::bigint) i
"""
_FOLLOWS = f"""
insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at, add_way, channel)
select c.corp_id, c.id, s.staff_id,
       case when c.state = 'lost' then 'deleted_by_customer' else 'friend' end,
       coalesce(c.first_added_at, now()), coalesce(c.first_added_at, now()),
       (array[1, 1, 1, 3, 4, 16])[1 + floor(6 * {_u("c.id", 11)})::int],
       case when {_u("c.id + s.n * 7", 12)} < 0.6
            then 'yt' || floor(exp({_u("c.id + s.n", 13)} * ln({CHANNELS} + 1)))::int end
from customers c
cross join lateral (
  select n, 1 + floor({STAFF} * power({_u("c.id * 2 + n", 14)}, 1.2))::int as staff_id
  from generate_series(0, case when {_u("c.id", 15)} < 0.2 then 1 else 0 end) n
) s
where c.corp_id = {CORP} and c.id between %(first)s and %(last)s
on conflict do nothing
"""
_FOLLOW_TAGS = f"""
insert into follow_tags (corp_id, customer_id, staff_id, tag_id, added_by, mirrored_at)
select distinct f.corp_id, f.customer_id, f.staff_id,
       floor(exp({_u("f.customer_id * 8 + n", 21)} * ln({TAGS - RARE_TAGS} + 1)))::bigint,
       'wecom', now()
from follows f
cross join lateral generate_series(1, floor(7.5 * {_u("f.customer_id + f.staff_id", 22)})::int) n
where f.corp_id = {CORP} and f.customer_id between %(first)s and %(last)s
"""
_RARE = f"""
insert into follow_tags (corp_id, customer_id, staff_id, tag_id, added_by, mirrored_at)
select f.corp_id, f.customer_id, f.staff_id, {TAGS - RARE_TAGS} + t, 'wecom', now()
from generate_series(1, {RARE_TAGS}) t
cross join lateral generate_series(1, 10 * t) n
join follows f on f.corp_id = {CORP}
  and f.customer_id = 1 + (hashint8extended(t * 100000 + n, 31) & 2147483647) %% %(customers)s
on conflict do nothing
"""


@asynccontextmanager
async def open_company(
    size: int, *, quick: bool, prepare: Callable[[str], Awaitable[None]] | None = None
) -> AsyncIterator[tuple[Path, str]]:
    """A home with a PostgreSQL as `yutang up` starts it and the company in it; home and address.

    `prepare` is called before, while the server is only being filled. YUTANG_BENCH_HOME keeps the
    home, and what is in it is used again, whatever its size.
    """
    kept = os.environ.get("YUTANG_BENCH_HOME")
    home = Path(kept) if kept else Path(tempfile.mkdtemp(prefix="yutang-bench-"))
    home.mkdir(parents=True, exist_ok=True)
    home.chmod(0o755)
    settings = _SMALL if quick else fitting(machine_bytes())
    server = LocalPostgres(home / "pg", settings=settings)
    loading = LocalPostgres(home / "pg", settings=settings | _LOADING)
    try:
        loading.start()
        upgrade(loading.dsn())
        began = time.monotonic()
        company = measure(loading.dsn()) if is_filled(loading.dsn()) else build(loading.dsn(), size)
        CONSOLE.print(
            f"{company.customers:,} customers, {company.follows:,} relations,"
            f" {company.follow_tags:,} tags on them; there in {time.monotonic() - began:.0f} s",
            style="dim",
        )
        if prepare is not None:
            await prepare(loading.dsn())
        loading.stop()
        server.start()
        yield home, server.dsn()
    finally:
        loading.stop()
        server.stop()
        if not kept:
            shutil.rmtree(home)


def build(dsn: str, customers: int, seed: int = 6) -> Company:
    """Fill a migrated, empty database; prints what it is at. Needs a superuser."""
    with _connected(dsn) as connection:
        # Nobody reads meanwhile: each index once, at the end.
        indexes = [
            row[0]
            for row in connection.execute(
                "select indexdef from pg_indexes where indexname = any(%s)", [list(SECONDARY)]
            )
        ]
        for name in SECONDARY:
            connection.execute(f"drop index {name}".encode())
        _names(connection, random.Random(seed))
        _structure(connection)
        connection.execute(
            "insert into customer_ordinals (corp_id, next_id) values (%s, %s)",
            [CORP, customers + 1],
        )

    def fill(first: int) -> None:
        span = {"first": first, "last": min(customers, first + BATCH - 1)}
        with _connected(dsn) as connection:
            for statement in (_CUSTOMERS, _IDENTITIES, _FOLLOWS, _FOLLOW_TAGS):
                connection.execute(statement.encode(), span)
        CONSOLE.print(f"{span['last']:,} customers", style="dim")

    def finish(statement: str) -> None:
        with _connected(dsn) as connection:
            connection.execute(statement.encode())

    tables = ("customers", "customer_identities", "follows", "follow_tags")
    with ThreadPoolExecutor(WRITERS) as pool:
        _drain(pool.map(fill, range(1, customers + 1, BATCH)))
        with _connected(dsn) as connection:
            connection.execute(_RARE.encode(), {"customers": customers})
            connection.execute("drop table bench_names")
        _drain(pool.map(finish, indexes))
        _drain(pool.map(finish, [f"vacuum (analyze) {table}" for table in tables]))
    return measure(dsn)


def measure(dsn: str) -> Company:
    """How large the company is that is here."""
    with _connected(dsn) as connection:
        counts = [
            connection.execute(f"select count(*) from {table}".encode()).fetchone() or (0,)
            for table in ("customers", "follows", "follow_tags")
        ]
    return Company(*(row[0] for row in counts))


def is_filled(dsn: str) -> bool:
    """Whether a company is in this migrated database, whole: its last indexes are there."""
    with psycopg.connect(dsn) as connection:
        row = connection.execute(
            "select (select count(*) from pg_indexes where indexname = any(%s)),"
            " exists (select from customers)",
            [list(SECONDARY)],
        ).fetchone()
    return row == (len(SECONDARY), True)


def _connected(dsn: str) -> psycopg.Connection:
    """As nobody's change: no marks for the bitmaps, no limits of time."""
    return psycopg.connect(
        dsn,
        autocommit=True,
        options="-c session_replication_role=replica -c transaction_timeout=0"
        " -c maintenance_work_mem=1GB -c work_mem=256MB",
    )


def _drain(done: Iterator[None]) -> None:
    """Wait for all; raises what one of them raised."""
    for _ in done:
        pass


def _names(connection: psycopg.Connection, dice: random.Random) -> None:
    connection.execute(
        "create unlogged table bench_names (id int primary key, name text, name_sort text,"
        " grams text[])"
    )
    with connection.cursor().copy("copy bench_names from stdin") as copy:
        for number in range(1, NAMES + 1):
            name = dice.choice(SURNAMES) + "".join(dice.choices(GIVEN, k=dice.choice([1, 2, 2])))
            copy.write_row((number, name, sort_key(name), grams(name)))


def _structure(connection: psycopg.Connection) -> None:
    connection.execute(
        f"insert into departments (corp_id, id, name, parent_id) select {CORP}, i, 'd' || i,"
        f" case when i = 1 then null when i <= 1 + {REGIONS} then 1 else 2 + i %% {REGIONS} end"
        f" from generate_series(1, 1 + {REGIONS} + {STORES}) i".replace("%%", "%").encode()
    )
    connection.execute(
        "insert into staff (corp_id, id, account, name) overriding system value"
        f" select {CORP}, i, 's' || i, 'S' || i from generate_series(1, {STAFF}) i".encode()
    )
    connection.execute(
        f"insert into staff_departments (corp_id, staff_id, department_id) select {CORP}, i,"
        f" 2 + {REGIONS} + i % {STORES} from generate_series(1, {STAFF}) i".encode()
    )
    connection.execute(
        "insert into tag_groups (corp_id, id, wecom_id, name) overriding system value"
        f" values ({CORP}, 1, 'g', 'g')".encode()
    )
    connection.execute(
        "insert into tags (corp_id, id, group_id, wecom_id, name) overriding system value"
        f" select {CORP}, i, 1, 't' || i, 'T' || i from generate_series(1, {TAGS}) i".encode()
    )
