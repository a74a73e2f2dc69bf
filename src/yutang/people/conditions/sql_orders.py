"""SQL of the leaves `orders` and `rfm`."""

from typing import Final

from .binding import Binding, both, select
from .schemas import Bought, Compiled, Rfm, Scene
from .schemas.nodes import Compare

_TOUCHES: Final = ("orders", "aliases")
_KEPT: Final = "amount_fen - refunded_fen"
_WHEN: Final = "assumeNotNull(bought_at)"


def compile_orders(leaf: Bought, scene: Scene, binding: Binding) -> Compiled:
    """As with events: where nothing bought fits, those who do not fit are selected."""
    del scene
    rows = [binding.corp(), "customer_id != 0", "isNotNull(bought_at)"]
    if leaf.statuses:
        rows.append(f"status IN {binding.texts(leaf.statuses)}")
    if leaf.stores:
        rows.append(f"store_id IN {binding.numbers(leaf.stores)}")
    if leaf.sources:
        rows.append(f"source IN {binding.texts(leaf.sources)}")
    line = _line(leaf, binding)
    if line is not None:
        rows.append(f"arrayExists((sku, category) -> {line}, skus, categories)")
    if leaf.measure in {"first", "last"}:
        edge = f"min({_WHEN})" if leaf.measure == "first" else f"max({_WHEN})"
        sql = _grouped(rows, binding.within(edge, leaf.window), binding)
        return binding.ids(sql, _TOUCHES, leaf.window, inverted=not leaf.did)
    rows.append(binding.within(_WHEN, leaf.window))
    if leaf.compare is None:
        sql = select(f"DISTINCT {binding.present_person()} AS who", "orders FINAL", rows)
        return binding.ids(sql, _TOUCHES, leaf.window, inverted=not leaf.did)
    having = _measure(leaf, leaf.compare, line, binding)
    of_none = leaf.measure not in {"average", "largest"} and leaf.compare.holds(0)
    if of_none:
        having = f"NOT ({having})"
    sql = _grouped(rows, having, binding)
    return binding.ids(sql, _TOUCHES, leaf.window, inverted=of_none == leaf.did)


def _grouped(rows: list[str], having: str, binding: Binding) -> str:
    who = f"{binding.present_person()} AS who"
    return select(who, "orders FINAL", rows, f"GROUP BY who HAVING {having}")


def _line(leaf: Bought, binding: Binding) -> str | None:
    """One line of an order must be of the goods and of the categories."""
    parts = []
    if leaf.skus:
        parts.append(f"sku IN {binding.texts(leaf.skus)}")
    if leaf.categories:
        parts.append(f"category IN {binding.texts(leaf.categories)}")
    return both(parts) if parts else None


def _measure(leaf: Bought, compare: Compare, line: str | None, binding: Binding) -> str:
    match leaf.measure:
        case "amount":
            return binding.compares(f"sum(toInt128({_KEPT}))", compare, "Int128")
        case "average":
            return _average(compare, binding)
        case "largest":
            return binding.compares(f"max({_KEPT})", compare)
        case "pieces":
            pieces = "quantities"
            if line is not None:
                pieces = (
                    f"arrayMap((sku, category, quantity) -> if({line}, quantity, 0),"
                    " skus, categories, quantities)"
                )
            return binding.compares(f"sum(arraySum({pieces}))", compare)
        case _:
            return binding.compares("count()", compare)


def _average(compare: Compare, binding: Binding) -> str:
    """The sum against so many times the end: no division, so nothing is rounded."""
    total = f"sum(toInt128({_KEPT}))"
    symbols = {"at_least": ">=", "at_most": "<=", "exactly": "=", "between": ">="}
    low = f"{total} {symbols[compare.is_]} {binding.put('Int128', compare.n)} * count()"
    if compare.is_ != "between":
        return low
    return both([low, f"{total} <= {binding.put('Int128', compare.to)} * count()"])


def compile_rfm(leaf: Rfm, scene: Scene, binding: Binding) -> Compiled:
    """The rows of the newest run; without a run there is nobody."""
    if scene.rfm_run is None:
        return binding.nobody(["rfm"])
    rows = [binding.corp(), f"run = {binding.put('UInt64', scene.rfm_run)}"]
    if leaf.classes:
        rows.append(f"class IN {binding.texts(leaf.classes)}")
    for column, scores in (("r", leaf.r), ("f", leaf.f), ("m", leaf.m)):
        if scores is not None:
            low, high = (binding.put("UInt8", one) for one in scores)
            rows.append(f"{column} >= {low} AND {column} <= {high}")
    return binding.ids(select("DISTINCT id AS who", "rfm", rows), ["rfm"])
