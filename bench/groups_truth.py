"""Whether groups here are what the emulator has, and stays what the day's own journal tells."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import psycopg

CAME = frozenset({"group_join", "group_invite", "group_blink"})
WENT = {"group_leave": "left", "group_gone": "left", "group_kick": "put_out"}
SECONDS = 2.0
"""A stay's beginning or end lies so near the journal's, which is written after the act."""

_GROUPS = """
    select g.chat_id, g.name, coalesce(s.account, ''), g.notice, g.state = 'dismissed'
    from group_chats g left join staff s on s.corp_id = g.corp_id and s.id = g.owner_staff_id
"""
_MEMBERS = """
    select g.chat_id, array_agg(m.member) from group_members m
    join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
    where m.left_at is null group by 1
"""
_STAYS = """
    select g.chat_id, m.member, extract(epoch from m.joined_at)::float8,
           extract(epoch from m.left_at)::float8, m.left_how
    from group_members m join group_chats g on g.corp_id = m.corp_id and g.id = m.group_id
    where m.joined_at >= to_timestamp(%(since)s) or m.left_at >= to_timestamp(%(since)s)
"""


@dataclass(slots=True)
class Verdict:
    """How many were compared, and what differs."""

    groups: int = 0
    members: int = 0
    wrong: Counter[str] = field(default_factory=Counter)
    first: list[str] = field(default_factory=list)

    def differs(self, what: str, where: str) -> None:
        """One more difference."""
        self.wrong[what] += 1
        if len(self.first) < 10:  # noqa: PLR2004 - enough to see what is wrong
            self.first.append(f"{what}: {where}")


def judge_groups(dsn: str, truth: Sequence[Mapping[str, Any]]) -> Verdict:
    """Every group's name, owner, notice, end and people against the emulator's own."""
    verdict = Verdict()
    with psycopg.connect(dsn) as connection:
        ours = {row[0]: row[1:] for row in connection.execute(_GROUPS)}
        members = {row[0]: set(row[1]) for row in connection.execute(_MEMBERS)}
    for group in truth:
        chat_id, known = group["chat_id"], ours.get(group["chat_id"])
        verdict.groups += 1
        if known is None:
            verdict.differs("missing", chat_id)
            continue
        name, owner, notice, dismissed = known
        if dismissed != group["dismissed"]:
            verdict.differs("dismissed", chat_id)
        if group["dismissed"]:
            continue
        for what, mine, its in (
            ("name", name, group["name"]),
            ("owner", owner, group["owner"].lower()),
            ("notice", notice, group["notice"]),
        ):
            if mine != its:
                verdict.differs(what, f"{chat_id} {mine!r}, not {its!r}")
        here, there = members.get(chat_id, set()), set(group["members"])
        verdict.members += len(there)
        if here != there:
            verdict.differs(
                "members", f"{chat_id} {len(here - there)} over, {len(there - here)} lack"
            )
    return verdict


@dataclass(slots=True)
class Stays:
    """What became of the comings and goings of the journal."""

    came: int = 0
    went: int = 0
    blinks: int = 0
    """Persons who came and went within a minute, found with both ends."""
    missing: int = 0
    over: int = 0
    first: list[str] = field(default_factory=list)


def judge_stays(dsn: str, acts: Iterable[Mapping[str, Any]], since: float) -> Stays:
    """Each coming and going of the journal against the stays here, one to one."""
    # Moments of WeCom are whole seconds.
    since = float(int(since))
    done = [row for row in acts if row["outcome"] == "done" and row.get("person")]
    with psycopg.connect(dsn) as connection:
        rows = connection.execute(_STAYS, {"since": since}).fetchall()
    came: dict[tuple[str, str], list[float]] = {}
    went: dict[tuple[str, str], list[tuple[float, str]]] = {}
    for chat_id, member, joined, left, how in rows:
        # Of whom only the going was told the coming is not known: the stay begins as it ends.
        is_end_alone = joined == left and how in WENT.values()
        if joined >= since and not is_end_alone:
            came.setdefault((chat_id, member), []).append(joined)
        if left is not None and left >= since and how in {"left", "put_out"}:
            went.setdefault((chat_id, member), []).append((left, how))
    stays, blinked = Stays(), set[tuple[str, str]]()
    for row in done:
        key = (row["with"], row["person"])
        if row["do"] in CAME:
            stays.came += 1
            found = next(
                (one for one in came.get(key, ()) if abs(one - row["clock"]) <= SECONDS), None
            )
            if found is not None:
                came[key].remove(found)
                if row["do"] == "group_blink":
                    blinked.add(key)
                continue
        elif row["do"] in WENT:
            stays.went += 1
            wanted = WENT[row["do"]]
            end = next(
                (
                    one
                    for one in went.get(key, ())
                    if abs(one[0] - row["clock"]) <= SECONDS and one[1] == wanted
                ),
                None,
            )
            if end is not None:
                went[key].remove(end)
                stays.blinks += row["do"] == "group_gone" and key in blinked
                continue
        else:
            continue
        stays.missing += 1
        if len(stays.first) < 10:  # noqa: PLR2004 - enough to see what is wrong
            stays.first.append(f"{row['do']} {key} at {row['clock']}")
    stays.over = sum(map(len, went.values()))
    return stays
