"""Where a person stands in the database: found from the tables themselves.

A table with a `customer_id` or `customer_ids` is known here by that column alone, so that nobody
can add one and forget it; what needs another treatment, or stays, is named below with its reason.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from sqlalchemy import Table

from yutang.kernel.db import Base
from yutang.kernel.events import ERASE

How = Literal["deleted", "stripped"]


@dataclass(frozen=True, slots=True)
class Rule:
    """How the rows about a person are found, and what becomes of them.

    `where` is SQL over the table with :ids (customer ids), :keys (identities as `kind:value`),
    :external_ids and :likes (WeCom ids as JSON and XML write them); `strip`, assignments instead
    of deleting, may use :pattern (the regular expression of :likes as JSON).
    """

    table: str
    where: str
    strip: str | None = None
    scan: bool = False
    """No index finds them: the whole table is read, stretch by stretch."""
    handed_out: bool = True
    """Whether the person gets these rows when he asks for his data."""

    @property
    def how(self) -> How:
        """As the pages say it."""
        return "deleted" if self.strip is None else "stripped"


_IN_TEXT: Final = "exists (select from unnest(cast(:likes as text[])) l where strpos({}, l) > 0)"

FIRST: Final = (
    Rule(
        "notice_sends",
        "id in (select n.send_id from notices n where n.corp_id = :corp_id"
        " and n.customer_ids && cast(:ids as bigint[]))"
        " and ended_at is not null and message <> '{}'::jsonb",
        strip="message = '{}'::jsonb",
        handed_out=False,
    ),
    Rule("customers", "id = any(:ids)"),
    Rule("customer_identities", "customer_id = any(:ids)"),
)
LATER: Final = (
    # What was said of his ids names others beside him, so it is not handed out.
    *(
        Rule(
            table,
            f"{a} = any(cast(:keys as text[])) or {b} = any(cast(:keys as text[]))",
            handed_out=False,
        )
        for table, a, b in (
            ("identity_links", "a", "b"),
            ("identity_devices", "device", "key"),
            ("identity_waiting", "a", "b"),
        )
    ),
    Rule(
        "identity_conflicts",
        "a_id = any(:ids) or b_id = any(:ids) or b = any(cast(:keys as text[]))",
        handed_out=False,
    ),
    Rule(
        "identity_decisions",
        "one_id = any(:ids) or other_id = any(:ids) or key = any(cast(:keys as text[]))",
        handed_out=False,
    ),
    Rule("person_merges", "from_id = any(:ids) or into_id = any(:ids)"),
    Rule(
        "events",
        "customer_id = any(:ids)",
        strip=ERASE,
    ),
    Rule(
        "welcomes",
        "external_id = any(cast(:external_ids as text[])) and ended_at is not null",
        strip="external_id = 'erased', code = null, detail = null",
    ),
    Rule(
        "inbox",
        "subject = any(cast(:external_ids as text[])) or " + _IN_TEXT.format("xml"),
        scan=True,
    ),
    Rule(
        "orders",
        "customer_id = any(:ids)",
        # The books of the shop go on: an order keeps what was sold, and is nobody's for good.
        strip="customer_id = null, erased = true, said = said - 'customer_id'",
    ),
    # Found through their orders: once these are nobody's, nothing of them is anybody's.
    *(
        Rule(
            table,
            "order_id in (select id from orders where corp_id = :corp_id and customer_id"
            " = any(:ids))",
            strip="order_id = order_id",
        )
        for table in ("order_items", "order_refunds")
    ),
    Rule(
        "deeds",
        _IN_TEXT.format("wanted::text") + " or " + _IN_TEXT.format("coalesce(result::text, '')"),
        # One deed may be for thousands: it keeps the others.
        strip="wanted = regexp_replace(wanted::text, :pattern, '\"erased\"', 'g')::jsonb,"
        " result = regexp_replace(result::text, :pattern, '\"erased\"', 'g')::jsonb",
        scan=True,
        handed_out=False,
    ),
)

KEPT: Final[dict[str, str]] = {
    "audit_entries": "audit",
    "erasures": "proof",
    "suppressions": "hashes",
    "facet_marks": "marks",
    "audience_marks": "marks",
    "bulk_acts": "numbers",
    "bulk_outcomes": "numbers",
    "events": "log",
    "welcomes": "log",
    "idempotency_keys": "sealed",
    "credits.inviter_id": "numbers",
    "orders": "numbers",
    "exports": "register",
    "imports": "register",
}
"""What stays, by table, with the key of the reason."""

_SEEN_OTHERWISE: Final = {"facet_marks", "erasures"} | {rule.table for rule in (*FIRST, *LATER)}


def _automatic(table: Table) -> Rule | None:
    columns = table.columns.keys()
    if "corp_id" not in columns or table.name in _SEEN_OTHERWISE:
        return None
    if "customer_id" in columns:
        return Rule(table.name, "customer_id = any(:ids)")
    if "customer_ids" in columns:
        found = any("customer_ids" in index.columns for index in table.indexes)
        where = "customer_ids && cast(:ids as bigint[])"
        return Rule(table.name, where, scan=not found, handed_out=False)
    return None


@cache
def rules() -> tuple[Rule, ...]:
    """Every rule, in the order in which a person is erased: he vanishes from lists first."""
    tables = Base.metadata.tables
    found = [_automatic(table) for _, table in sorted(tables.items())]
    automatic = [rule for rule in found if rule is not None]
    return (
        *(rule for rule in FIRST if rule.table in tables),
        *(rule for rule in automatic if not rule.scan),
        *(rule for rule in LATER if rule.table in tables and not rule.scan),
        *(rule for rule in automatic if rule.scan),
        *(rule for rule in LATER if rule.table in tables and rule.scan),
    )


def key_of(table: str) -> tuple[str, ...]:
    """The columns that name a row."""
    return tuple(Base.metadata.tables[table].primary_key.columns.keys())


def files_of() -> Iterator[tuple[str, str]]:
    """(table, column) of uploads that belong to a person."""
    for name, table in sorted(Base.metadata.tables.items()):
        names = table.columns.keys()
        if "customer_id" in names:
            yield from ((name, column) for column in names if column.endswith("file_id"))


def identities_last() -> list[Rule]:
    """The rules for whom no request remembers: while he is half erased he is found again."""
    last = {"customer_identities": 1, "customers": 2}
    return sorted(rules(), key=lambda rule: last.get(rule.table, 0))
