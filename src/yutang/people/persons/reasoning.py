"""Who is who: a function of all that was ever said of some ids, whatever order it came in.

Ties are made in the order of their moments; one that would join two whom something tells apart is
a conflict and joins nobody. What WeCom or a file gave, and what operators decided, comes first.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from .schemas import IDENTIFYING, ONLY_ONE

Node = str | int
"""A strong id as `kind:value`, or a customer."""


def kind_of(key: str) -> str:
    """What sort of id it is."""
    return key.partition(":")[0]


@dataclass(frozen=True, slots=True, order=True)
class Link:
    """A tie that a message claims: `a` is the stronger id."""

    at: datetime
    a: str
    b: str


@dataclass(slots=True)
class Known:
    """All that is known around some ids."""

    homes: dict[str, int] = field(default_factory=dict)
    """Whose an id is before any message: given to him, or he began with it."""
    held: dict[str, int] = field(default_factory=dict)
    """Who has it now."""
    keys: set[str] = field(default_factory=set)
    customers: dict[int, str] = field(default_factory=dict)
    """Their states; the living and the merged away, whose state is `merged`."""
    merges: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By number of the merge: who, into whom."""
    links: set[Link] = field(default_factory=set)
    joined: list[tuple[int, int]] = field(default_factory=list)
    apart: list[tuple[int, int]] = field(default_factory=list)
    shared: set[str] = field(default_factory=set)
    belongs: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Refused:
    """A tie that was not made, and what tells the two apart."""

    link: Link
    why: str


@dataclass(slots=True)
class Group:
    """One person: his ids, and the customers that he is or was."""

    keys: set[str] = field(default_factory=set)
    customers: set[int] = field(default_factory=set)
    only: dict[str, set[str]] = field(default_factory=dict)

    @property
    def is_identified(self) -> bool:
        """Whether he is somebody, and not only a visitor."""
        return any(kind_of(key) in IDENTIFYING for key in self.keys)


@dataclass(slots=True)
class Reckoned:
    """Who is who."""

    group_of: dict[Node, Group]
    refused: list[Refused]

    def groups(self) -> Iterator[Group]:
        """Each once, in an order that depends on nothing but them."""
        seen: set[int] = set()
        for node in sorted(self.group_of, key=lambda one: (isinstance(one, int), str(one))):
            group = self.group_of[node]
            if id(group) not in seen:
                seen.add(id(group))
                yield group


def reckon(known: Known) -> Reckoned:
    """Join what belongs together."""
    made = _Joining(known)
    for first, second in made.certain():
        made.join(first, second)
    refused = []
    for link in sorted(known.links):
        if link.a in known.shared or link.b in known.shared:
            continue
        why = made.told_apart(link.a, link.b)
        if why is None:
            made.join(link.a, link.b)
        else:
            refused.append(Refused(link, why))
    for key in known.shared:
        if key in known.held and key not in known.homes and key not in known.belongs:
            made.join(key, known.held[key])
    return Reckoned(made.groups, refused)


class _Joining:
    def __init__(self, known: Known) -> None:
        self.known = known
        self.groups: dict[Node, Group] = {}
        self.apart: dict[int, set[int]] = {}
        for one, other in known.apart:
            self.apart.setdefault(one, set()).add(other)
            self.apart.setdefault(other, set()).add(one)
        for key in known.keys:
            group = self._group(key)
            if kind_of(key) in ONLY_ONE:
                group.only[kind_of(key)] = {key}
        for customer in known.customers:
            self._group(customer)

    def certain(self) -> Iterable[tuple[Node, Node]]:
        """What no message can shake."""
        known = self.known
        for key, home in known.homes.items():
            if key in known.keys and key not in known.belongs:
                yield key, home
        yield from ((key, owner) for key, owner in known.belongs.items() if key in known.keys)
        yield from known.joined

    def _group(self, node: Node) -> Group:
        found = self.groups.get(node)
        if found is None:
            found = Group()
            if isinstance(node, int):
                found.customers.add(node)
            else:
                found.keys.add(node)
            self.groups[node] = found
        return found

    def told_apart(self, first: Node, second: Node) -> str | None:
        """What says that these are two people; None where nothing does."""
        one, other = self._group(first), self._group(second)
        if one is other:
            return None
        for kind in ("external", "unionid", "member_number"):
            if one.only.get(kind) and other.only.get(kind):
                return kind
        for customer in one.customers:
            if not self.apart.get(customer, frozenset()).isdisjoint(other.customers):
                return "apart"
        return None

    def join(self, first: Node, second: Node) -> None:
        """Make them one."""
        one, other = self._group(first), self._group(second)
        if one is other:
            return
        if len(one.keys) + len(one.customers) < len(other.keys) + len(other.customers):
            one, other = other, one
        one.keys |= other.keys
        one.customers |= other.customers
        for kind, values in other.only.items():
            one.only.setdefault(kind, set()).update(values)
        for node in (*other.keys, *other.customers):
            self.groups[node] = one
