"""Take orders in, list them, tell what somebody bought and what may suit him."""

from .advising import advise, customer_orders
from .exporting import ask_for_file, write_orders
from .parsing import from_props
from .reading import (
    has_orders,
    list_orders,
    list_sources,
    orders_of,
    read_order,
    totals_of,
)
from .reckoning import find_later, reckon_goods
from .resolving import resolve
from .taking import foresee, take

__all__ = (
    "advise",
    "ask_for_file",
    "customer_orders",
    "find_later",
    "foresee",
    "from_props",
    "has_orders",
    "list_orders",
    "list_sources",
    "orders_of",
    "read_order",
    "reckon_goods",
    "resolve",
    "take",
    "totals_of",
    "write_orders",
)
