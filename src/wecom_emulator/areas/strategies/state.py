"""What is kept: rule groups of customers and of Moments."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from wecom_emulator.company import Staff, below
from wecom_emulator.state import Corp


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the two families of rule groups: its path, its privileges, those nobody can take."""

    name: str
    privileges: frozenset[str]
    basic: frozenset[str]
    document: str


CUSTOMERS = Kind(
    "customer_strategy",
    frozenset(
        {
            "view_customer_list",
            "view_customer_data",
            "view_room_list",
            "contact_me",
            "join_room",
            "share_customer",
            "oper_resign_customer",
            "oper_resign_group",
            "send_customer_msg",
            "edit_welcome_msg",
            "view_behavior_data",
            "view_room_data",
            "send_group_msg",
            "room_deduplication",
            "rapid_reply",
            "onjob_customer_transfer",
            "edit_anti_spam_rule",
            "export_customer_list",
            "export_customer_data",
            "export_customer_group_list",
            "manage_customer_tag",
        }
    ),
    frozenset(
        {"view_customer_list", "view_customer_data", "view_room_list", "contact_me", "join_room"}
    ),
    "94883",
)
MOMENTS = Kind(
    "moment_strategy",
    frozenset({"view_moment_list", "send_moment", "manage_moment_cover_and_sign"}),
    frozenset(),
    "94890",
)


@dataclass(slots=True)
class Strategy:
    """A rule group: whom it covers, who runs it, what he may."""

    strategy_id: int
    parent_id: int
    strategy_name: str
    create_time: int
    admin_list: list[str]
    privilege: dict[str, bool]
    agentid: int
    """The app that made it; others do not see it."""
    users: list[str] = field(default_factory=list)
    parties: list[int] = field(default_factory=list)

    def nodes(self) -> int:
        """How many members and departments its range names."""
        return len(self.users) + len(self.parties)


@dataclass(slots=True)
class Strategies:
    """By the name of the kind, then by id."""

    last_id: int = 0
    rows: dict[str, dict[int, Strategy]] = field(default_factory=dict)


def found(corp: Corp, kind: Kind, strategy_id: int, agentid: int) -> Strategy | None:
    """A rule group that the app made."""
    row = of_kind(corp, kind).get(strategy_id)
    return row if row is not None and row.agentid == agentid else None


def of_kind(corp: Corp, kind: Kind) -> dict[int, Strategy]:
    """All of a kind by id."""
    return corp.of(Strategies).rows.setdefault(kind.name, {})


def next_id(corp: Corp) -> int:
    """An id that none had."""
    kept = corp.of(Strategies)
    kept.last_id += 1
    return kept.last_id


def lineage(corp: Corp, kind: Kind, strategy: Strategy) -> list[Strategy]:
    """It and its parents, the first level last."""
    rows, line = of_kind(corp, kind), [strategy]
    while (parent := rows.get(line[-1].parent_id)) is not None:
        line.append(parent)
    return line


def beneath(corp: Corp, kind: Kind, strategy_id: int) -> list[int]:
    """The ids of it and of all that hang below it."""
    ids = [strategy_id]
    for one in ids:
        ids += [row.strategy_id for row in of_kind(corp, kind).values() if row.parent_id == one]
    return ids


def covers_member(corp: Corp, strategy: Strategy, member: Staff) -> bool:
    """Whether a member is in its range, himself or by a department."""
    return member.userid in strategy.users or any(
        below(corp.departments, mine, strategy.parties) for mine in member.department
    )


def covers(corp: Corp, strategy: Strategy, users: Iterable[str], parties: Iterable[int]) -> bool:
    """Whether all of these are in its range."""
    return all(covers_member(corp, strategy, corp.staff[user]) for user in users) and all(
        below(corp.departments, party, strategy.parties) for party in parties
    )
