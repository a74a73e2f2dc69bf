"""Cells of orders: money, times, numbers and ids as the back offices of shops print them."""

import re
import unicodedata
from datetime import UTC, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Final
from zoneinfo import ZoneInfo

from yutang.people.orders.schemas import MOST_FEN, NAME_LENGTH, NUMBER_LENGTH

from .order_words import Standing, standing_of
from .parsing import Parse, Wrong, parse_id, parse_phone

AHEAD: Final = timedelta(minutes=10)
OLDEST_YEAR: Final = 1990
MOST_PIECES: Final = 1_000_000
_NOTHING: Final = frozenset(
    {"-", "--", "—", "——", "/", "无", "null", "none", "n/a", "nan", "暂无", '=""', "''"}
)
_FORMULA: Final = re.compile(r'="(.*)"')
_ROUNDED: Final = re.compile(r"\d(\.\d+)?e\+\d+", re.IGNORECASE)
_TIME: Final = re.compile(
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?"
    r"(?:[T ]*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})秒?)?分?(?:[.,]\d+)?)?"
    r" ?(Z|UTC|GMT|[+-]\d{2}:?\d{2})?"
)
_PACKED: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?")
_SECONDS: Final = re.compile(r"1\d{9}(?:\d{3})?")
_MONEY_MARKS: Final = re.compile(r"[\s,¥￥元]|cny|rmb", re.IGNORECASE)
_MASKED: Final = re.compile(r"[*＊•×]{2,}|^1\d\d[xX]{4}\d{4}$|^~.*~$|^\$.*\$$|^#.*#$")
_YUAN: Final = frozenset({"cny", "rmb", "人民币", "¥", "￥", "元", "cn¥"})


def bare(text: str) -> str | None:
    """A cell without what shops put around numbers for Excel; None: a word for nothing."""
    found = _FORMULA.fullmatch(text)
    told = (found[1] if found else text).strip().lstrip("'\u200e\ufeff").strip()
    return told if told and told.lower() not in _NOTHING else None


def is_masked(text: str) -> bool:
    """Whether a shop hid or encrypted it: nobody is known by it."""
    return bool(_MASKED.search(text))


def of_order(parse: Parse) -> Parse:
    """A parser behind `bare`."""

    def parsed(text: str) -> str | Wrong | None:
        told = bare(text)
        return None if told is None else parse(told)

    return parsed


def parse_number(text: str) -> str | Wrong:
    """An order's number, kept as it is written."""
    told = " ".join(text.split())
    if _ROUNDED.fullmatch(told):
        return Wrong("id.rounded")
    if len(told) > NUMBER_LENGTH:
        return Wrong("order.long", str(len(told)))
    return told


def parse_words(text: str) -> str:
    """A name, cut where it is too long to be one."""
    told = " ".join(text.split())
    return told if len(told) <= NAME_LENGTH else f"{told[: NAME_LENGTH - 1]}…"


def parse_short(text: str) -> str:
    """A category, cut likewise."""
    return " ".join(text.split())[:NUMBER_LENGTH]


def parse_fen(text: str) -> str | Wrong:
    """Yuan as fen; with signs of thousands and of money."""
    told = _MONEY_MARKS.sub("", unicodedata.normalize("NFKC", text))
    try:
        yuan = Decimal(told)
    except InvalidOperation:
        return Wrong("money.unreadable")
    if not yuan.is_finite() or abs(yuan) * 100 > MOST_FEN:
        return Wrong("money.unreadable")
    fen = yuan * 100
    if fen != fen.to_integral_value():
        return Wrong("money.decimals")
    if fen < 0:
        return Wrong("money.negative")
    return str(int(fen))


def parse_taken_off(text: str) -> str | Wrong:
    """The same of a discount or a refund, which many print with a minus."""
    told = unicodedata.normalize("NFKC", text).strip()
    return parse_fen(re.sub(r"^([¥￥]?)[-−]", r"\1", told))


def parse_quantity(text: str) -> str | Wrong:
    """A whole number of pieces."""
    try:
        told = Decimal(text.replace(",", "").removesuffix("件").strip())
    except InvalidOperation:
        return Wrong("quantity.wrong")
    if not told.is_finite() or told != told.to_integral_value() or not 1 <= told <= MOST_PIECES:
        return Wrong("quantity.wrong")
    return str(int(told))


def parse_currency(text: str) -> str | Wrong:
    """Only yuan."""
    return "CNY" if text.lower() in _YUAN else Wrong("currency.other")


def times(zone: str, now: datetime) -> Parse:
    """A parser of moments; one without a zone is the corp's."""
    here = ZoneInfo(zone)

    def parse(text: str) -> str | Wrong:
        told = moment_of(text, here)
        if isinstance(told, Wrong):
            return told
        if told > now + AHEAD:
            return Wrong("time.future", told.astimezone(here).strftime("%Y-%m-%d %H:%M"))
        if told.year < OLDEST_YEAR:
            return Wrong("time.ancient", str(told.year))
        return told.astimezone(UTC).isoformat()

    return parse


def moment_of(text: str, here: ZoneInfo) -> datetime | Wrong:
    """A moment as people and shops write it; one without a zone is from `here`."""
    if _SECONDS.fullmatch(text):
        seconds = int(text) / (1000 if len(text) > 10 else 1)  # noqa: PLR2004 - milliseconds
        return datetime.fromtimestamp(seconds, UTC)
    found = _TIME.fullmatch(text) or _PACKED.fullmatch(text)
    if found is None:
        return Wrong("time.unreadable")
    parts = [int(part or 0) for part in found.groups()[:6]]
    said = found.group(7) if found.re is _TIME else None
    try:
        told = datetime(*parts, tzinfo=here)  # type: ignore[arg-type,misc]
    except ValueError:
        return Wrong("date.impossible", text)
    if said is None:
        return told
    offset = "+0000" if said in {"Z", "UTC", "GMT"} else said.replace(":", "")
    return told.replace(tzinfo=datetime.strptime(offset, "%z").tzinfo)


def statuses(own: dict[str, str], unknown: set[str]) -> Parse:
    """A parser of the states of orders; `own` are the corp's words, `unknown` gathers others."""

    def parse(text: str) -> str | Wrong:
        standing: str | Standing | None = own.get(text) or standing_of(text)
        if standing is None:
            unknown.add(text)
            return Wrong("status.unknown")
        return standing

    return parse


def ids(parse: Parse, masked: set[str], header: str) -> Parse:
    """A parser of what a buyer is known by; what the shop hid is none, and is no mistake."""

    def parsed(text: str) -> str | Wrong | None:
        if is_masked(text):
            masked.add(header)
            return None
        return parse(text)

    return parsed


SIMPLE: Final[dict[str, Parse]] = {
    "number": parse_number,
    "currency": parse_currency,
    "refund_number": parse_number,
    "sku": parse_number,
    "item_name": parse_words,
    "category": parse_short,
    "quantity": parse_quantity,
    "amount": parse_fen,
    "row_amount": parse_fen,
    "freight": parse_fen,
    "price": parse_fen,
    "discount": parse_taken_off,
    "refund": parse_taken_off,
    "row_refund": parse_taken_off,
    "store": parse_number,
    "staff": parse_id,
    "channel": parse_id,
}
IDS: Final[dict[str, Parse]] = {
    "external": parse_id,
    "unionid": parse_id,
    "member_number": parse_id,
    "openid": parse_id,
    "phone": parse_phone,
}
