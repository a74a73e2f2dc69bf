"""A file of customers, then the same with a tenth of the rows changed, against a naive upsert.

Orders come with their own part of the product and are not here yet.

The peer copies the whole file into a table, then goes through it row by row: finds the person by
phone, else by member number, writes him with INSERT … ON CONFLICT DO UPDATE, writes his
identities, his consent and the event, in batches of 1,000 through psycopg's pipeline. It writes
the same rows of the same tables.
"""

import asyncio
import csv
import json
import os
import random
import resource
import shutil
import statistics
import sys
import time
from collections.abc import Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import psycopg

from yutang.bootstrap import build_runtime
from yutang.cli.demo.stack import temporary_home
from yutang.cli.transfers import bring
from yutang.kernel.settings import Settings
from yutang.kernel.vault import open_vault
from yutang.people.customers import service as customers
from yutang.people.imports.schemas import Consent

from .servers import add_company, database
from .showing import CONSOLE, show_bounds, show_table, show_versions

CUSTOMERS, NAIVE_CUSTOMERS = 200_000, 20_000
QUICK_CUSTOMERS, QUICK_NAIVE = 3_000, 1_000
BATCH = 1_000
BOUNDS = {"ratio_to_naive": (">=", 3.0), "peak_mb": ("<=", 1000.0)}
CONSENT = {"source": "bench", "purposes": ["phone"], "given_on": "2026-01-02"}
_SURNAMES = "王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰红文建国欣怡子涵梓轩雨桐"
_HEADER = ("姓名", "手机", "会员号", "生日", "性别", "公司")


def people(count: int, *, changed: bool, first: int = 0) -> Iterator[tuple[str, ...]]:
    """Rows from a seed, numbered from `first`; `changed` gives each tenth another birthday."""
    chance = random.Random(7)
    for number in range(first, first + count):
        name = chance.choice(_SURNAMES) + "".join(chance.choices(_GIVEN, k=chance.choice((1, 2))))
        day = 1 + (number % 28)
        year = 1960 + number % 45 + (1 if changed and number % 10 == 0 else 0)
        yield (
            name, f"138{number:08d}", f"M{number:09d}", f"{year}-{1 + number % 12:02d}-{day:02d}",
            "女" if number % 3 else "男", "" if number % 5 else "青禾",
        )  # fmt: skip


def write_file(path: Path, count: int, *, changed: bool, first: int = 0) -> None:
    """The rows as CSV."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADER)
        writer.writerows(people(count, changed=changed, first=first))


async def run(*, quick: bool) -> dict[str, object]:
    """Measure; returns the keys.

    `YUTANG_BENCH_CUSTOMERS` sets how many; above 200,000 one round is run. The peer's share of
    the rows is scaled up, which favours it: its indexes stay small.
    """
    count = int(os.environ.get("YUTANG_BENCH_CUSTOMERS", QUICK_CUSTOMERS if quick else CUSTOMERS))
    sample = min(count, QUICK_NAIVE if quick else max(NAIVE_CUSTOMERS, count // 50))
    rounds = 1 if quick or count > CUSTOMERS else 5
    show_versions("pyarrow", "psycopg", "sqlalchemy", customers=f"{count:,}", peer=f"{sample:,}")
    with temporary_home() as home:
        await _check_answers(home)
        ours: list[tuple[float, float, float]] = []
        naive: list[float] = []
        for turn in range(rounds):
            for who in ("ours", "naive") if turn % 2 == 0 else ("naive", "ours"):
                if who == "ours":
                    ours.append(await _ours(home, count))
                else:
                    naive.append(await _naive(home, sample))
    first = statistics.median(one for one, _, _ in ours)
    again = statistics.median(two for _, two, _ in ours)
    scaled = statistics.median(naive) * count / sample
    show_table(
        f"import of {count:,} customers from CSV, dry run included; then 10 % changed",
        ("", "seconds", "rows a second"),
        [
            ("all new", f"{first:,.1f}", f"{count / first:,.0f}"),
            ("10 % changed", f"{again:,.1f}", f"{count / again:,.0f}"),
            (f"naive, both, from {sample:,}", f"{scaled:,.1f}", f"{2 * count / scaled:,.0f}"),
        ],
    )
    CONSOLE.print("orders are not imported yet: they come with their own part", style="dim")
    keys: dict[str, object] = {
        "seconds": round(first + again, 1),
        "ratio_to_naive": round(scaled / (first + again), 2),
        "peak_mb": round(max(peak for _, _, peak in ours), 1),
    }
    show_bounds(keys, BOUNDS)
    return keys


@asynccontextmanager
async def _fresh(home: Path, name: str) -> Any:
    """A migrated database with one corp, on fsync, deleted at the end."""
    place = home / name
    place.mkdir()
    async with database(place) as url:
        runtime = build_runtime(Settings(home=place, database_url=url, log_level="WARNING"))
        try:
            corp_id = await add_company(runtime)
        finally:
            await runtime.close()
        yield url, place, corp_id
    await asyncio.to_thread(_remove, place)


def _remove(place: Path) -> None:
    shutil.rmtree(place, ignore_errors=True)


async def _ours(home: Path, count: int) -> tuple[float, float, float]:
    """Seconds of both files in a process of its own, and its peak memory in MB."""
    async with _fresh(home, "ours") as (url, place, corp_id):
        files = [place / "first.csv", place / "second.csv"]
        for file, changed in zip(files, (False, True), strict=True):
            await asyncio.to_thread(write_file, file, count, changed=changed)
        child = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bench.imports", url, str(place), str(corp_id),
            *map(str, files), stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
        )  # fmt: skip
        told, _ = await child.communicate()
        if child.returncode:
            message = f"the import ended with {child.returncode}"
            raise RuntimeError(message)
        first, again, peak, counts = json.loads(told.splitlines()[-1])
        tenth = (count + 9) // 10
        if counts != [[count, 0, 0, 0], [0, tenth, count - tenth, 0]]:
            message = f"the import says {counts}"
            raise RuntimeError(message)
        return first, again, peak


async def _child(url: str, home: str, corp_id: str, *files: str) -> None:
    """Import the files one after the other; prints seconds, peak and counts."""
    settings = Settings(home=Path(home), database_url=url, log_level="WARNING")
    runtime = build_runtime(settings)
    wish = {
        "columns": [], "unknown_tags": "refuse", "consent": Consent.model_validate(CONSENT),
    }  # fmt: skip
    seconds, counts = [], []
    for file in files:
        began = time.perf_counter()
        read = await bring(runtime, int(corp_id), Path(file), wish, dry_run=False)
        seconds.append(time.perf_counter() - began)
        counts.append([read.created, read.changed, read.unchanged, read.refused])
    await runtime.close()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
    print(json.dumps([*seconds, peak, counts]))


_FIND = (
    "select coalesce("
    "(select customer_id from customer_identities where corp_id = %(corp)s and kind = 'phone'"
    " and value = %(phone)s),"
    "(select customer_id from customer_identities where corp_id = %(corp)s"
    " and kind = 'member_number' and value = %(member)s))"
)
_UPSERT = (
    "insert into customers (corp_id, id, state, name, name_sort, grams, gender, company, birthday)"
    " values (%(corp)s, %(id)s, 'lead', %(name)s, %(sort)s, %(grams)s, %(gender)s, %(company)s,"
    " %(birthday)s) on conflict (corp_id, id) do update set name = excluded.name,"
    " name_sort = excluded.name_sort, grams = excluded.grams, gender = excluded.gender,"
    " company = excluded.company, birthday = excluded.birthday, updated_at = now()"
)
_IDENTITY = (
    "insert into customer_identities (corp_id, kind, value, customer_id, sealed)"
    " values (%(corp)s, %(kind)s, %(value)s, %(id)s, %(sealed)s)"
    " on conflict (corp_id, kind, value) do update set customer_id = excluded.customer_id,"
    " sealed = excluded.sealed"
)
_CONSENT = (
    "insert into consents (corp_id, customer_id, purpose, source, given_at, recorded_by)"
    " values (%(corp)s, %(id)s, 'phone', 'bench', '2026-01-02', 'naive')"
    " on conflict (corp_id, customer_id, purpose) where withdrawn_at is null"
    " do update set given_at = excluded.given_at"
)
_EVENT = (
    "insert into events (corp_id, customer_id, kind, at, actor, props, source)"
    " values (%(corp)s, %(id)s, 'customer.imported', now(), 'naive', '{}', 'naive')"
)


async def _naive(home: Path, count: int) -> float:
    """Seconds of both files."""
    async with _fresh(home, "naive") as (url, place, corp_id):
        files = [place / "first.csv", place / "second.csv"]
        for file, changed in zip(files, (False, True), strict=True):
            await asyncio.to_thread(write_file, file, count, changed=changed)
        began = time.perf_counter()
        for file in files:
            await _upsert_all(url, place, corp_id, file)
        return time.perf_counter() - began


async def _upsert_all(url: str, home: Path, corp_id: int, file: Path) -> None:
    vault = open_vault(home)
    context = "customer_identities.phone"
    async with await psycopg.AsyncConnection.connect(url) as connection:
        await connection.execute(
            "create temporary table raw (name text, phone text, member text, birthday date,"
            " gender text, company text)"
        )
        async with (
            connection.cursor() as cursor,
            cursor.copy("copy raw from stdin (format csv, header)") as copy,
        ):
            await copy.write(file.read_bytes())
        rows = await (await connection.execute("select * from raw")).fetchall()
        next_id = (
            await (
                await connection.execute("select coalesce(max(id), 0) from customers")
            ).fetchone()
            or (0,)
        )[0]
        for start in range(0, len(rows), BATCH):
            batch: list[dict[str, Any]] = [
                {
                    "corp": corp_id, "name": name, "phone": vault.fingerprint(phone),
                    "sealed": vault.seal(phone, context), "member": member,
                    "birthday": birthday, "gender": 2 if gender == "女" else 1,
                    "company": company or "",
                }
                for name, phone, member, birthday, gender, company in rows[start : start + BATCH]
            ]  # fmt: skip
            async with connection.cursor() as cursor:
                await cursor.executemany(_FIND, batch, returning=True)
                for row in batch:
                    found = await cursor.fetchone()
                    cursor.nextset()
                    ((sort, joined),) = customers.spell([row["name"]])
                    next_id += found is None or found[0] is None
                    row["id"] = found[0] if found and found[0] is not None else next_id
                    row["sort"], row["grams"] = sort, (joined or "").split("\x1f")
                await cursor.executemany(_UPSERT, batch)
                phones = [r | {"kind": "phone", "value": r["phone"]} for r in batch]
                members = [
                    r | {"kind": "member_number", "value": r["member"], "sealed": None}
                    for r in batch
                ]
                await cursor.executemany(_IDENTITY, [*phones, *members])
                await cursor.executemany(_CONSENT, batch)
                await cursor.executemany(_EVENT, batch)
            await connection.commit()


_ANSWER = (
    "select c.id, c.name, c.name_sort, c.grams, c.gender, c.company, c.birthday,"
    " array_agg(i.kind || i.value order by i.kind, i.value)"
    " from customers c join customer_identities i on i.customer_id = c.id"
    " group by c.corp_id, c.id order by c.id"
)


async def _check_answers(home: Path) -> None:
    """Before anything is timed: both leave the same people behind."""
    answers = []
    async with _fresh(home, "same") as (url, place, corp_id):
        files = [place / "first.csv", place / "second.csv"]
        for file, changed in zip(files, (False, True), strict=True):
            await asyncio.to_thread(write_file, file, 300, changed=changed)
        for who in ("naive", "ours"):
            async with await psycopg.AsyncConnection.connect(url, autocommit=True) as connection:
                await connection.execute(
                    "truncate customers, customer_identities, customer_ordinals, consents"
                )
            if who == "naive":
                for file in files:
                    await _upsert_all(url, place, corp_id, file)
            else:
                child = await asyncio.create_subprocess_exec(
                    sys.executable, "-m", "bench.imports", url, str(place), str(corp_id),
                    *map(str, files), stdout=asyncio.subprocess.DEVNULL,
                    stderr=asyncio.subprocess.DEVNULL,
                )  # fmt: skip
                await child.wait()
            async with await psycopg.AsyncConnection.connect(url) as connection:
                answers.append(await (await connection.execute(_ANSWER)).fetchall())
    if answers[0] != answers[1] or len(answers[0]) != 300:  # noqa: PLR2004 - as many as written
        message = f"{len(answers[0])} and {len(answers[1])} people, and they are not the same"
        raise RuntimeError(message)


if __name__ == "__main__":
    asyncio.run(_child(*sys.argv[1:]))
