"""Make and change links, read them with their quota, hear what WeCom tells of them."""

from .counting import ask_count, count_links
from .hearing import HEARING
from .reading import list_attributed, list_days, list_links, read_link, read_overview, visit_address
from .writing import create_link, delete_link, retry_link, set_price, update_link

__all__ = (
    "HEARING",
    "ask_count",
    "count_links",
    "create_link",
    "delete_link",
    "list_attributed",
    "list_days",
    "list_links",
    "read_link",
    "read_overview",
    "retry_link",
    "set_price",
    "update_link",
    "visit_address",
)
