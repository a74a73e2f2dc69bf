"""Landing pages and short links: made by operators, opened by anybody."""

from .drawing import draw
from .opening import Led, code_of, lead_on, open_page, open_short_link, picture_of, way_of
from .pages import create_page, delete_page, list_pages, read_days, read_page, update_page
from .shortening import (
    create_short_link,
    delete_short_link,
    list_short_links,
    short_address,
)

__all__ = (
    "Led",
    "code_of",
    "create_page",
    "create_short_link",
    "delete_page",
    "delete_short_link",
    "draw",
    "lead_on",
    "list_pages",
    "list_short_links",
    "open_page",
    "open_short_link",
    "picture_of",
    "read_days",
    "read_page",
    "short_address",
    "update_page",
    "way_of",
)
