"""A company with half a million tasks, straight in PostgreSQL: the same one for the same size."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import psycopg

CORP = 1
CLOSED_SHARE = 0.2
SEED = 20261126
NOW = datetime(2026, 11, 26, 6, tzinfo=UTC)
KINDS = ("follow_up",) * 6 + ("playbook",) * 8 + ("lead",) * 3 + ("handover",) * 2 + ("alarm",)
TITLES = ("提醒到店", "回访", "奶粉见底", "发朋友圈", "交接客户", "补资料", "确认群发", "看看投诉")


@dataclass(frozen=True, slots=True)
class Size:
    """How large the company is."""

    open: int
    members: int
    departments: int
    regions: int


@dataclass(frozen=True, slots=True)
class Row:
    """A task as it was made."""

    id: int
    kind: str
    staff_id: int
    title: str
    due_at: datetime
    priority: int
    done_at: datetime | None


def department_of(member: int, size: Size) -> int:
    """Where a member works."""
    return 2 + size.regions + member % size.departments


def load(dsn: str, size: Size) -> list[Row]:
    """The company, its leaders with accounts, and the tasks by COPY as they were made."""
    dice = random.Random(SEED)
    rows = [_row(dice, number, size) for number in range(1, size.open + 1)]
    closed = int(size.open * CLOSED_SHARE)
    rows += [_row(dice, size.open + number, size, closed=True) for number in range(1, closed + 1)]
    with psycopg.connect(dsn) as connection:
        connection.execute("insert into corps (corpid, name) values ('ww1', 'bench')")
        _company(connection, size)
        with connection.cursor().copy(
            "copy tasks (kind, staff_id, customer_id, title, due_at, state, created_by, created_at,"
            " done_at, priority, corp_id) from stdin"
        ) as copy:
            for row in rows:
                customer = 1 + row.id % (size.members * 20)
                copy.write_row(
                    (row.kind, row.staff_id, customer, row.title, row.due_at,
                     "open" if row.done_at is None else "done", "system",
                     NOW - timedelta(days=30), row.done_at, row.priority, CORP)
                )  # fmt: skip
        connection.commit()
        connection.autocommit = True
        connection.execute("vacuum analyze")
    return rows


def _row(dice: random.Random, number: int, size: Size, *, closed: bool = False) -> Row:
    # Some have three times as much to do as others; one in ten tasks is late.
    staff_id = 1 + min(size.members - 1, int(size.members * dice.random() ** 1.3))
    (late,) = dice.choices((True, False), (1, 9))
    hours = -dice.random() * 96 if late else dice.random() * 24 * 21
    return Row(
        number,
        dice.choice(KINDS),
        staff_id,
        f"{dice.choice(TITLES)} {dice.randrange(10_000)}",
        NOW + timedelta(hours=hours),
        dice.choices((0, 1, 2), (8, 2, 1))[0],
        NOW - timedelta(hours=dice.random() * 24 * 30) if closed else None,
    )


def _company(connection: psycopg.Connection, size: Size) -> None:
    values = {
        "corp": CORP, "regions": size.regions, "departments": size.departments,
        "members": size.members, "customers": size.members * 20,
    }  # fmt: skip
    for statement in (
        # 1 is the company, then the regions, then the departments below them in turn.
        (
            "insert into departments (corp_id, id, name, parent_id) select %(corp)s, i, 'd' || i,"
            " case when i = 1 then null when i <= 1 + %(regions)s then 1"
            " else 2 + (i - 2 - %(regions)s) %% %(regions)s end"
            " from generate_series(1, 1 + %(regions)s + %(departments)s) i"
        ),
        (
            "insert into staff (corp_id, account, name) select %(corp)s, 's' || i, '员工' || i"
            " from generate_series(1, %(members)s) i"
        ),
        # The first of each department leads it.
        (
            "insert into staff_departments (corp_id, staff_id, department_id, is_leader)"
            " select %(corp)s, i, 2 + %(regions)s + i %% %(departments)s, i <= %(departments)s"
            " from generate_series(1, %(members)s) i"
        ),
        # Accounts of those leaders, then one for each region by its scope.
        (
            "insert into users (corp_id, login, name, role, staff_id)"
            " select %(corp)s, 'leader' || i, 'L', 'manager', i"
            " from generate_series(1, %(departments)s) i"
        ),
        (
            "insert into users (corp_id, login, name, role) select %(corp)s, 'region' || i, 'R',"
            " 'manager' from generate_series(1, %(regions)s) i"
        ),
        (
            "insert into user_scopes (corp_id, user_id, kind, ref_id) select %(corp)s, u.id,"
            " 'department', 1 + substr(u.login, 7)::int from users u where u.login ^@ 'region'"
        ),
        (
            "insert into customers (corp_id, id, state, name, name_sort, grams)"
            " select %(corp)s, i, 'friend', '客户' || i, 'k', '{}'"
            " from generate_series(1, %(customers)s) i"
        ),
        (
            "insert into customer_identities (corp_id, kind, value, customer_id)"
            " select %(corp)s, 'external', 'wm' || i, i from generate_series(1, %(customers)s) i"
        ),
        (
            "insert into follows (corp_id, customer_id, staff_id, state, changed_at, added_at)"
            " select %(corp)s, i, 1 + i %% %(members)s, 'friend', now(), now()"
            " from generate_series(1, %(customers)s) i"
        ),
    ):
        connection.execute(statement.encode(), values)
