"""A cell of a spreadsheet as the text a person sees in it."""

from datetime import date, datetime, time, timedelta


def cell_text(value: object) -> str:
    """Numbers without a false point, dates in ISO, nothing as an empty text."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer() and abs(value) < 1e15:  # noqa: PLR2004 - exact below
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat()
        case timedelta():
            return str(value)
        case _:
            return str(value).strip()
