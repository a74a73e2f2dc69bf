"""Words of orders."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Annotated, Final, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from yutang.people.staff.schemas import StaffRef

Status = Literal["placed", "paid", "shipped", "completed", "cancelled"]
STATUSES: Final[tuple[Status, ...]] = get_args(Status)
Credit = Literal["named", "holder", "first", "unknown"]
"""Why a member is credited: the order names him; he has the buyer as a friend; he added the buyer
first; or nobody is, since the account that the order names is unknown."""
Change = Literal["new", "changed", "same", "late", "refused"]
"""`late`: older than what is known; only moments and refunds were added."""
Language = Literal["zh-CN", "en"]
MOST_FEN: Final = 1_000_000_000_000
SOURCE_LENGTH: Final = 40
NUMBER_LENGTH: Final = 100
NAME_LENGTH: Final = 200
MOST_ITEMS: Final = 500
MOST_REFUNDS: Final = 200
MOST_AT_ONCE: Final = 1_000


@dataclass(frozen=True, slots=True)
class OrderItem:
    """One line of an order; `price_fen` is of one piece."""

    sku: str
    name: str
    category: str = ""
    quantity: int = 1
    price_fen: int = 0


@dataclass(frozen=True, slots=True)
class RefundNews:
    """Money that went back; a number counts once for an order."""

    number: str
    amount_fen: int
    at: datetime


@dataclass(frozen=True, slots=True)
class OrderNews:
    """What a source says of an order at a moment; of several the newest counts.

    What is None, and items that are empty, are not said: what older news said of them stays.
    """

    source: str
    number: str
    status: Status | None
    """None: of refunds only; says nothing else of an order that is known."""
    at: datetime
    placed_at: datetime
    paid_at: datetime | None
    amount_fen: int
    """What the buyer pays in all: less the discount, with freight."""
    discount_fen: int = 0
    freight_fen: int = 0
    currency: str = "CNY"
    items: tuple[OrderItem, ...] = ()
    refunds: tuple[RefundNews, ...] = ()
    store_number: str | None = None
    staff_account: str | None = None
    channel_state: str | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of one piece of news; `reason` says why it was refused."""

    order_id: int | None
    change: Change
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class OrderFilter:
    """Which orders; every given condition holds. Days are the corp's, both included."""

    first: date | None = None
    last: date | None = None
    source: str | None = None
    status: tuple[Status, ...] = ()
    store_id: int | None = None
    staff_id: int | None = None
    customer_id: int | None = None
    least_fen: int | None = None
    most_fen: int | None = None
    refunded: bool | None = None
    number: str | None = None
    """How it begins."""


def _words(most: int, least: int = 0) -> StringConstraints:
    return StringConstraints(strip_whitespace=True, min_length=least, max_length=most)


Number = Annotated[str, _words(NUMBER_LENGTH, 1)]
Fen = Annotated[int, Field(ge=0, le=MOST_FEN)]


class NewOrderItem(BaseModel):
    """One line of an order."""

    model_config = ConfigDict(extra="forbid")

    sku: Annotated[str, _words(NUMBER_LENGTH, 1)]
    name: Annotated[str, _words(NAME_LENGTH, 1)]
    category: Annotated[str, _words(NUMBER_LENGTH)] = ""
    quantity: Annotated[int, Field(ge=1, le=1_000_000)] = 1
    price_fen: Fen = 0


class NewOrderRefund(BaseModel):
    """Money that went back; a number counts once for an order."""

    model_config = ConfigDict(extra="forbid")

    number: Number
    amount_fen: Annotated[int, Field(ge=1, le=MOST_FEN)]
    at: datetime


class OrderBuyer(BaseModel):
    """The buyer's ids; the strongest that is known here decides, the others are tied to it."""

    model_config = ConfigDict(extra="forbid")

    external: Annotated[str | None, _words(64, 1)] = None
    """WeCom's external_userid."""
    unionid: Annotated[str | None, _words(64, 1)] = None
    phone: Annotated[str | None, _words(30, 5)] = None
    member_number: Annotated[str | None, _words(64, 1)] = None


class NewOrder(BaseModel):
    """What is said of an order; money in fen. Times carry their zone.

    The number is unique in its source. News may come in any order and more than once: the one with
    the newest `at` counts.
    """

    model_config = ConfigDict(extra="forbid")

    source: Annotated[str, _words(SOURCE_LENGTH, 1)] = "api"
    number: Number
    status: Status
    at: datetime | None = None
    """When this was so; without it, now."""
    placed_at: datetime
    paid_at: datetime | None = None
    amount_fen: Fen
    discount_fen: Fen = 0
    freight_fen: Fen = 0
    currency: Annotated[str, _words(3, 3)] = "CNY"
    items: Annotated[list[NewOrderItem], Field(max_length=MOST_ITEMS)] = []
    refunds: Annotated[list[NewOrderRefund], Field(max_length=MOST_REFUNDS)] = []
    store_number: Annotated[str | None, _words(NUMBER_LENGTH, 1)] = None
    staff_account: Annotated[str | None, _words(64, 1)] = None
    channel_state: Annotated[str | None, _words(64, 1)] = None
    customer: OrderBuyer | None = None


class NewOrders(BaseModel):
    """Up to 1,000 at once."""

    model_config = ConfigDict(extra="forbid")

    orders: Annotated[list[NewOrder], Field(min_length=1, max_length=MOST_AT_ONCE)]


class TakenRead(BaseModel):
    """What came of one, in the order in which they were sent."""

    number: str
    order_id: int | None
    customer_id: int | None
    change: Change
    reason: str | None


class TakenList(BaseModel):
    """What came of each."""

    items: list[TakenRead]


class OrderStore(BaseModel):
    """Which store: as the order says it; `id` and `name` are null where no store has the number."""

    number: str
    id: int | None
    name: str | None


class OrderCustomer(BaseModel):
    """The buyer."""

    id: int
    name: str


class OrderItemRead(BaseModel):
    """One line of an order."""

    sku: str
    name: str
    category: str
    quantity: int
    price_fen: int


class OrderRefundRead(BaseModel):
    """Money that went back."""

    number: str
    amount_fen: int
    at: datetime


class OrderRow(BaseModel):
    """An order in a list. Money in fen."""

    id: int
    source: str
    source_name: str | None = None
    """What the source is called here, where `source` itself does not say it."""
    number: str
    status: Status
    customer: OrderCustomer | None
    """Null: who bought is not known here, or not seen by who asks."""
    placed_at: datetime
    paid_at: datetime | None
    shipped_at: datetime | None
    completed_at: datetime | None
    cancelled_at: datetime | None
    amount_fen: int
    discount_fen: int
    freight_fen: int
    refunded_fen: int
    currency: str
    goods: str
    """The first lines' names."""
    pieces: int
    store: OrderStore | None
    staff: StaffRef | None
    """Who is credited."""
    staff_account: str | None
    """The account that the order names."""
    credit: Credit | None
    channel: str | None
    told_at: datetime


class OrderRead(OrderRow):
    """One order, whole."""

    items: list[OrderItemRead]
    refunds: list[OrderRefundRead]


class OrderSourceRead(BaseModel):
    """Who ever told of orders."""

    source: str
    name: str | None = None
    """What it is called here, where `source` itself does not say it."""
    first_at: datetime
    last_at: datetime


class OrderPage(BaseModel):
    """One page, the newest first; `next` goes into `after`.

    `total` and `fen` are exact up to 100,000 orders; beyond that they are lower bounds and `exact`
    is false. `sources` is empty while nobody ever told of orders: WeCom itself does not.
    """

    items: list[OrderRow]
    next: str | None
    total: int
    fen: int
    """What these orders came to, less refunds; cancelled and unpaid ones are left out."""
    exact: bool
    sources: list[OrderSourceRead]
    as_of: datetime


class OrderTotals(BaseModel):
    """What somebody bought in all: paid and not cancelled."""

    count: int
    spent_fen: int
    """Less refunds."""
    refunded_fen: int
    first_at: datetime | None
    last_at: datetime | None
    average_days: float | None
    """Between the days on which he bought; null before the second."""


AdviceKind = Literal["again", "goes_with", "refill"]


class Advice(BaseModel):
    """What may suit him, with the reason in words and numbers."""

    kind: AdviceKind
    sku: str
    name: str
    reason: dict[Language, str]
    numbers: dict[str, int | float | str]


class CustomerOrders(BaseModel):
    """What a customer bought. Without `sources` nobody tells of orders here: nothing is known."""

    known: bool
    """Whether anybody ever told of orders; false: nothing can be said of him, not even 0."""
    totals: OrderTotals | None
    items: list[OrderRow]
    more: bool
    advice: list[Advice]
    advice_as_of: datetime | None
    """When goods were last reckoned, by night; null: never yet."""


@dataclass(slots=True)
class Basis:
    """What is known of a person's buys of one good."""

    sku: str
    name: str
    times: int
    days: list[date] = field(default_factory=list)
    """On which he bought it, oldest first, each once."""
