"""Clauses of the leaves about events, orders and RFM."""

from .schemas import Bought, Did, Language, Names, Rfm, Sequence, Step, Where
from .speaking import Speech, number

_MONEY = frozenset({"amount", "average", "largest"})
_EDGES = frozenset({"first", "last"})


def say_event(leaf: Did, names: Names, language: Language) -> str:
    """What he did or did not do, how often and when."""
    speech = Speech(names, language)
    kind, where = speech.kind(leaf.kind), _wheres(leaf.where, speech)
    key = _key(leaf)
    clause = speech.say(
        "event",
        key,
        count=leaf.compare.one if leaf.compare is not None else None,
        kind=kind,
        where=where,
        when=speech.when(leaf.window, "never" if key == "not" else "ever"),
        prop=speech.quoted(leaf.prop or ""),
        compare=speech.compare(leaf.compare) if leaf.compare is not None else "",
    )
    return (
        clause if leaf.did or key in _NEGATED else speech.say("event", "otherwise", clause=clause)
    )


_NEGATED = frozenset({"not", "first_never", "last_never"})


def _key(leaf: Did | Bought) -> str:
    if leaf.measure in _EDGES:
        if leaf.window.kind != "ever":
            return leaf.measure
        return f"{leaf.measure}_ever" if leaf.did else f"{leaf.measure}_never"
    if leaf.compare is None:
        return "did" if leaf.did else "not"
    return leaf.measure


def _wheres(wheres: tuple[Where, ...], speech: Speech) -> str:
    if not wheres:
        return ""
    parts = speech.say("where", "and").join(_where(one, speech) for one in wheres)
    return speech.say("where", "all", parts=parts)


def _where(where: Where, speech: Speech) -> str:
    values = where.values
    return speech.say(
        "where",
        where.is_ if where.is_ != "in" or len(values) > 1 else "equals",
        prop=speech.quoted(where.prop),
        values=speech.plains(values),
        value=speech.plain(values[0]) if values else "",
        to=speech.plain(values[-1]) if values else "",
    )


def say_sequence(leaf: Sequence, names: Names, language: Language) -> str:
    """What came first, what then, within how long."""
    speech = Speech(names, language)

    def told(step: Step) -> str:
        return speech.kind(step.kind) + _wheres(step.where, speech)

    return speech.say(
        "sequence",
        "did" if leaf.did else "not",
        count=leaf.within_days,
        first=told(leaf.first),
        then=told(leaf.then),
        days=number(leaf.within_days),
        when=speech.when(leaf.window, "ever" if leaf.did else "never"),
    )


def say_orders(leaf: Bought, names: Names, language: Language) -> str:
    """What he bought or did not buy, how much and when."""
    speech = Speech(names, language)
    parts = []
    if leaf.statuses:
        parts.append(speech.say("orders", "statuses", names=speech.values(leaf.statuses)))
    if leaf.skus:
        goods = speech.listed(names.goods.get(one, one) for one in leaf.skus)
        parts.append(speech.say("orders", "skus", names=goods))
    if leaf.categories:
        parts.append(speech.say("orders", "categories", names=speech.listed(leaf.categories)))
    if leaf.stores:
        stores = speech.named("store", leaf.stores, names.stores)
        parts.append(speech.say("orders", "stores", names=stores))
    if leaf.sources:
        parts.append(speech.say("orders", "sources", names=speech.listed(leaf.sources)))
    joined = speech.say("orders", "and").join(parts)
    key, money = _key(leaf), leaf.measure in _MONEY
    clause = speech.say(
        "orders",
        key,
        count=leaf.compare.one if leaf.compare is not None else None,
        when=speech.when(leaf.window, "never" if key == "not" else "ever"),
        compare=speech.compare(leaf.compare, money=money) if leaf.compare is not None else "",
        of=speech.say("orders", "of", parts=joined) if parts else "",
    )
    if leaf.did or key in _NEGATED:
        return clause
    return speech.say("orders", "otherwise", clause=clause)


def say_rfm(leaf: Rfm, names: Names, language: Language) -> str:
    """Which classes and scores."""
    speech = Speech(names, language)
    parts = []
    if leaf.classes:
        found = speech.listed(rfm_class(one, speech) for one in leaf.classes)
        parts.append(speech.say("rfm", "classes", names=found))
    for letter, scores in (("R", leaf.r), ("F", leaf.f), ("M", leaf.m)):
        if scores is not None:
            key = "score" if scores[0] < scores[1] else "score_one"
            parts.append(speech.say("rfm", key, letter=letter, low=scores[0], high=scores[1]))
    return speech.say("rfm", "is", parts=speech.say("rfm", "and").join(parts))


def rfm_class(key: str, speech: Speech) -> str:
    """How a class is called."""
    found = speech.names.more.get("rfm", {}).get(key)
    if found is not None:
        return found
    return speech.say("rfm_classes", key) if speech.has("rfm_classes", key) else key
