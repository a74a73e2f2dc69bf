"""What the comma list is asked means what the tree means: in plain Python, SQLite, MariaDB."""

import random
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta

import pytest

from bench.crowd import CITIES, CITY_FIELD, NOW, POINTS, TAGS
from bench.segments_commas import commas_query, filled, installed
from bench.segments_peer import Tree, grow, palette

PEOPLE, TREES = 1_000, 150


@dataclass(frozen=True)
class Person:
    """One row."""

    number: int
    tags: frozenset[int]
    city: str
    points: int
    added: datetime

    def is_meant(self, tree: Tree) -> bool:
        """Plainly."""
        if "op" in tree:
            each = [self.is_meant(child) for child in tree["of"]]
            return {"all": all(each), "any": any(each), "none": not any(each)}[tree["op"]]
        if tree["leaf"] == "tag":
            asked = set(tree["tags"])
            any_of = bool(asked & self.tags)
            return {"all": asked <= self.tags, "any": any_of, "none": not any_of}[tree["how"]]
        test = tree["test"]
        if test["is"] == "within":
            return self.added >= NOW - timedelta(days=test["window"]["days"])
        if tree["name"] == f"field:{CITY_FIELD}":
            return self.city in test["values"]
        low, high = test["values"]
        return bool(low <= self.points <= high)


def crowd(dice: random.Random) -> list[Person]:
    """Tags of one to four digits, so that one's number is inside another's; some wear none."""
    return [
        Person(
            number,
            frozenset(1 + int(TAGS * dice.random() ** 3) for _ in range(dice.randrange(9))),
            f"city{dice.randrange(CITIES)}",
            dice.randrange(POINTS),
            NOW - timedelta(seconds=dice.randrange(1_095 * 86_400)),
        )
        for number in range(1, PEOPLE + 1)
    ]


Ask = Callable[[Tree], tuple[int, int]]


@contextmanager
def in_sqlite(people: list[Person]) -> Iterator[Ask]:
    """SQLite with MariaDB's `find_in_set`."""
    connection = sqlite3.connect(":memory:")
    connection.create_function(
        "find_in_set", 2, lambda tag, tags: f",{tags},".find(f",{tag},") + 1, deterministic=True
    )
    connection.execute("attach ':memory:' as bench")
    connection.execute("create table bench.people (id, tag_ids, city, points, added)")
    connection.executemany(
        "insert into bench.people values (?, ?, ?, ?, ?)",
        [
            (one.number, ",".join(map(str, one.tags)), one.city, one.points, f"{one.added:%F %T}")
            for one in people
        ],
    )

    def ask(tree: Tree) -> tuple[int, int]:
        text, values = commas_query(tree)
        bound = [f"{one:%F %T}" if isinstance(one, datetime) else one for one in values]
        count, total = connection.execute(text.replace("%s", "?"), bound).fetchone()
        return count, total

    yield ask
    connection.close()


@contextmanager
def in_mariadb(people: list[Person]) -> Iterator[Ask]:
    """The peer itself, filled by two blocks."""
    rows = [
        f"{one.number}\t{{{','.join(map(str, one.tags))}}}\t1\t{one.city}\t{one.points}"
        f"\t{one.added:%F %T}+00\n".encode()
        for one in people
    ]
    half = len(rows) // 2
    with filled([b"".join(rows[:half]), b"".join(rows[half:])]) as cursor:

        def ask(tree: Tree) -> tuple[int, int]:
            cursor.execute(*commas_query(tree))
            row = cursor.fetchone()
            assert row is not None
            return int(row[0]), int(row[1])

        yield ask


needs_mariadb = pytest.mark.skipif(not installed(), reason="no MariaDB is installed here")


@pytest.mark.parametrize("place", [in_sqlite, pytest.param(in_mariadb, marks=needs_mariadb)])
def test_a_tree_finds_whom_it_means(
    place: Callable[[list[Person]], AbstractContextManager[Ask]],
) -> None:
    dice = random.Random(17)
    people, leaves = crowd(dice), palette(dice)
    trees = [grow(dice, leaves) for _ in range(TREES)]
    meant = [[one.number for one in people if one.is_meant(tree)] for tree in trees]
    # Where all or nobody is meant little is proved.
    assert sum(0 < len(found) < PEOPLE for found in meant) > TREES // 3

    with place(people) as ask:
        told = [ask(tree) for tree in trees]

    assert told == [(len(found), sum(found)) for found in meant]
