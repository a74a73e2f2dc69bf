"""Random trees over every leaf of the language."""

from random import Random
from typing import Any

from yutang.people.conditions.schemas.leaves import FIELD_SORTS, SORTS, Sort, tests_of

from .populating import (
    CATEGORIES,
    CHANNELS,
    CLASSES,
    FIELDS,
    GROUPS,
    KEYS,
    KINDS,
    PROPS,
    SKUS,
    STAFF,
    STAGES,
    STATES,
    STATUSES,
    STORES,
    TAGS,
    WORDS,
)

Json = dict[str, Any]
RUN = 4
"""Of the kept segments."""
_DAYS = ("1988-02-29", "1930-12-31", "2024-02-29", "2025-03-30", "2026-11-01")
VALUES: dict[Sort, tuple[Any, ...]] = {
    "gender": ("male", "female"),
    "word": KEYS,
    "text": (*(one for one in WORDS if one), "c", "'"),
    "number": (-5, 0, 1, 10**15),
    "day": _DAYS,
    "month": tuple(range(13)),
    "yes_no": (True, False),
    "way": (0, 1, 202),
    "choices": KEYS,
}
_WHERE_VALUES = (True, False, 0, 1, -2, 2.5, 0.1, "x", "xy", "1", "中'文", "2026-01-01")


class Grower:
    """Makes JSON of conditions from one source of chance."""

    def __init__(self, rnd: Random, segments: tuple[int, ...] = (1, 2)) -> None:
        self.rnd, self.segments = rnd, segments

    def tree(self, depth: int = 3) -> Json:
        """A group, or a leaf."""
        if depth == 0 or self.rnd.random() < 0.35:
            return self.leaf()
        of = [self.tree(depth - 1) for _ in range(self.rnd.randint(1, 3))]
        return {"op": self.rnd.choice(("all", "any", "none")), "of": of}

    def leaf(self) -> Json:
        """Any of the leaves."""
        makers = (
            self.tag, self.attribute, self.attribute, self.relation, self.group, self.stage,
            self.state, self.event, self.event, self.sequence, self.orders, self.orders, self.rfm,
            self.activation, self.loss, self.silence, self.members,
        )  # fmt: skip
        return self.rnd.choice(makers)()

    def some(self, values: Any, most: int = 3, least: int = 1) -> list[Any]:
        """Some of the values."""
        found = list(values)
        return self.rnd.sample(found, self.rnd.randint(least, min(most, len(found))))

    def maybe(self, node: Json, **more: Any) -> Json:
        """With some of what may be there or not."""
        return node | {key: value for key, value in more.items() if self.rnd.random() < 0.35}

    def window(self) -> Json:
        """Any kind of window."""
        rnd = self.rnd
        start = rnd.choice(("2024-02-29", "2024-12-31T23:30:00", "2025-03-30T02:30:00", None))
        end = rnd.choice(("2025-03-31", "2026-11-01T00:00:00.123456+08:00", "2025-11-02T01:30:00"))
        unit = rnd.choice(("day", "week", "month", "quarter", "year"))
        return rnd.choice(
            (
                {"kind": "ever"},
                {"kind": "sliding", "days": rnd.choice((1, 7, 30, 365))},
                {"kind": "before", "days": rnd.choice((1, 30, 90))},
                {"kind": "calendar", "unit": unit, "back": rnd.choice((0, 0, 1, 2))},
                {"kind": "absolute", "from": start, "to": end},
                {"kind": "absolute", "from": end, "to": None},
            )
        )

    def compare(self, numbers: tuple[float, ...] = (0, 1, 2, 3)) -> Json:
        """A comparison."""
        how = self.rnd.choice(("at_least", "at_most", "exactly", "between"))
        low, high = sorted((self.rnd.choice(numbers), self.rnd.choice(numbers)))
        return {"is": how, "n": low} | ({"to": high} if how == "between" else {})

    def tag(self) -> Json:
        """Tags."""
        how = self.rnd.choice(("any", "all", "none", "some", "untagged"))
        tags = {} if how in {"some", "untagged"} else {"tags": self.some(TAGS)}
        return {"leaf": "tag", "how": how} | tags

    def attribute(self) -> Json:
        """An attribute or a field."""
        name, sort = self.rnd.choice(
            [*SORTS.items(), *((f"field:{one}", FIELD_SORTS[kind]) for one, kind in FIELDS.items())]
        )
        how = self.rnd.choice(tests_of(name, sort))
        test: Json = {"is": how}
        if how == "within":
            test["window"] = self.window()
        elif how not in {"known", "absent", "empty", "unknown"}:
            values = ("wechat", "wecom") if name == "platform" else VALUES[sort]
            if name == "first_channel":
                values = tuple(one for one in CHANNELS if one)
            count = 2 if how == "between" else 3 if how in {"in", "any_of", "all_of"} else 1
            found = self.some(values, count, 1 if count != 2 else 2)
            test["values"] = sorted(found) if how == "between" else found
        if self.rnd.random() < 0.05:
            return {"leaf": "attribute", "name": "field:99", "test": test}
        return {"leaf": "attribute", "name": name, "test": test}

    def relation(self) -> Json:
        """A relation."""
        rnd = self.rnd
        state = rnd.choice(("living", "friend", "half", "ended", "any"))
        node = self.maybe(
            {"leaf": "relation", "state": state},
            staff=self.some(STAFF),
            departments=self.some((1, 2, 3, 9)),
            stores=self.some((1, 2)),
            channels=self.some(one for one in CHANNELS if one),
            ways=self.some((0, 1, 202)),
            added=self.window(),
            at_least=rnd.choice((1, 2)),
        )
        if state not in {"ended", "any"}:
            return node
        by = self.some(("staff", "customer", "transferred"))
        return self.maybe(node, ended_by=by, ended=self.window())

    def group(self) -> Json:
        """A group."""
        node = {"leaf": "group", "presence": self.rnd.choice(("in", "left", "never"))}
        return self.maybe(
            node,
            groups=self.some(GROUPS),
            kinds=self.some(("product", "interest", "marketing")),
            tiers=self.some(("pond", "core")),
            labels=self.some(("妈妈", "l'x", "nowhere")),
            joined=self.window(),
        )

    def stage(self) -> Json:
        """Stages."""
        node = {"leaf": "stage", "stages": self.some(STAGES[1:], 3, 0)}
        return self.maybe(node, changed=self.window())

    def state(self) -> Json:
        """States."""
        return {"leaf": "state", "states": self.some(STATES)}

    def where(self) -> list[Json]:
        """Filters on properties."""
        found = []
        for _ in range(self.rnd.choice((0, 0, 1, 2))):
            how = self.rnd.choice(
                ("equals", "in", "less", "more", "between", "contains", "known", "absent")
            )
            one: Json = {"prop": self.rnd.choice(PROPS), "is": how}
            if how in {"less", "more", "between"}:
                pool = self.rnd.choice(((-2, 0, 1, 2.5), ("1", "x", "xy", "2026-01-01")))
                values = self.some(pool, 2, 2)
                one["values"] = sorted(values) if how == "between" else values[:1]
            elif how not in {"known", "absent"}:
                some = self.rnd.choice((_WHERE_VALUES, _WHERE_VALUES[:4]))
                one["values"] = self.some(some, 3 if how == "in" else 1)
            found.append(one)
        return found

    def event(self) -> Json:
        """An event."""
        rnd = self.rnd
        measure = rnd.choice(("count", "count", "days", "sum", "first", "last"))
        node: Json = {
            "leaf": "event",
            "kind": rnd.choice(KINDS),
            "did": rnd.random() < 0.7,
            "where": self.where(),
            "measure": measure,
            "window": self.window(),
        }
        if measure == "sum":
            node |= {"prop": rnd.choice(PROPS), "compare": self.compare((-2, 0, 0.1, 2.5, 1e6))}
        elif measure == "days" or (measure == "count" and rnd.random() < 0.6):
            node["compare"] = self.compare()
        return node

    def sequence(self) -> Json:
        """Two events."""
        rnd = self.rnd
        return {
            "leaf": "sequence",
            "first": self.step(),
            "then": self.step(),
            "within_days": rnd.choice((1, 7, 30)),
            "did": rnd.random() < 0.7,
            "window": self.window(),
        }

    def step(self) -> Json:
        """One of two events."""
        where = {"where": self.where()[:1]} if self.rnd.random() < 0.3 else {}
        return {"kind": self.rnd.choice(KINDS[:2])} | where

    def orders(self) -> Json:
        """Orders."""
        rnd = self.rnd
        measure = rnd.choice(
            ("count", "count", "amount", "average", "largest", "pieces", "first", "last")
        )
        node: Json = {
            "leaf": "orders",
            "did": rnd.random() < 0.7,
            "measure": measure,
            "window": self.window(),
        }
        if measure in {"amount", "average", "largest"}:
            node["compare"] = self.compare((0, 50, 100, 1049, 1999))
        elif measure == "pieces" or (measure == "count" and rnd.random() < 0.6):
            node["compare"] = self.compare()
        return self.maybe(
            node,
            statuses=self.some(STATUSES),
            skus=self.some(SKUS),
            categories=self.some(CATEGORIES[1:]),
            stores=self.some(STORES),
            sources=["shop'1"],
        )

    def rfm(self) -> Json:
        """Scores."""
        node = {"leaf": "rfm", "classes": self.some(CLASSES)}
        return self.maybe(node, r=[2, 4], f=[1, 3], m=[5, 5])

    def activation(self) -> Json:
        """Messages."""
        if self.rnd.random() < 0.3:
            return {"leaf": "activation", "unknown": True}
        return {"leaf": "activation", "messages": self.compare((0, 1, 3, 10))}

    def loss(self) -> Json:
        """Deletions."""
        return {
            "leaf": "loss",
            "by": self.rnd.choice(("staff", "customer", "any")),
            "what": self.rnd.choice(("person", "relation")),
            "window": self.window(),
        }

    def silence(self) -> Json:
        """Silence."""
        return {"leaf": "silence", "days": self.rnd.choice((1, 7, 30))}

    def members(self) -> Json:
        """Kept members."""
        return {"leaf": "members", "segment": self.rnd.choice(self.segments), "run": RUN}
