"""Pages of `batch/get_by_user`, read four times as fast as by models: there are 100,000 of them.

The fields are those of `CustomerRow`, as lenient about what is missing. A row with anything
unusual in it is read by that model itself, so that both always agree.
"""

from collections.abc import AsyncGenerator, Sequence
from typing import Any, Final, NamedTuple

from pydantic import ValidationError

from yutang.wecom.cursors import Page, read_pages
from yutang.wecom.customers import MAX_STAFF_A_CALL, CustomerRow, Unread
from yutang.wecom.errors import ForbiddenError, UnreadableAnswerError
from yutang.wecom.transport import Transport

_PATH: Final = "/cgi-bin/externalcontact/batch/get_by_user"
_PAGE: Final = 100
_NO_LICENCE: Final = 701008


class RelationRow(NamedTuple):
    """One (member, customer) pair: of the person and of the relation what a company's base needs.

    `createtime` is in unix seconds; `tag_id` are corp and strategy tags.
    """

    external_userid: str
    name: str
    avatar: str
    type: int
    gender: int
    unionid: str
    corp_name: str
    userid: str
    remark: str
    description: str
    createtime: int
    tag_id: tuple[str, ...]
    remark_mobiles: tuple[str, ...]
    oper_userid: str
    add_way: int
    state: str


class RelationPage(Page):
    """Up to 100 pairs as they came; `rows` reads them."""

    external_contact_list: tuple[Any, ...] = ()
    fail_info: Unread = Unread()

    def rows(self) -> list[RelationRow]:
        """The pairs; raises UnreadableAnswerError where one has a wrong shape."""
        try:
            return [_row(raw) for raw in self.external_contact_list]
        except ValidationError as error:
            places = ", ".join(".".join(map(str, at["loc"])) for at in error.errors()[:3])
            raise UnreadableAnswerError(_PATH, f"wrong shape at {places}") from None


class RelationsRead(NamedTuple):
    """One page: its pairs, whether more follow, and who of the batch has no licence to be read."""

    rows: list[RelationRow]
    more: bool
    unlicensed: tuple[str, ...] = ()


_NONE: list[str] = []


def _row(raw: Any) -> RelationRow:
    try:
        contact, follow = raw["external_contact"], raw["follow_info"]
        person, relation = contact.get, follow.get
        tags, phones = relation("tag_id", _NONE), relation("remark_mobiles", _NONE)
        row = RelationRow(
            person("external_userid", ""),
            person("name", ""),
            person("avatar", ""),
            person("type", 0),
            person("gender", 0),
            person("unionid", ""),
            person("corp_name", ""),
            relation("userid", ""),
            relation("remark", ""),
            relation("description", ""),
            relation("createtime", 0),
            tuple(tags),
            tuple(phones),
            relation("oper_userid", ""),
            relation("add_way", 0),
            relation("state", ""),
        )
    except (KeyError, TypeError, AttributeError):
        return _by_model(raw)
    if (
        type(tags) is type(phones) is list
        and tuple(map(type, row)) == _SHAPE
        and all(type(one) is str for one in (*tags, *phones))
    ):
        return row
    return _by_model(raw)


_SHAPE = tuple(
    tuple if name in {"tag_id", "remark_mobiles"} else kind
    for name, kind in RelationRow.__annotations__.items()
)


def _by_model(raw: Any) -> RelationRow:
    read = CustomerRow.model_validate(raw)
    person, relation = read.external_contact, read.follow_info
    return RelationRow(
        person.external_userid,
        person.name,
        person.avatar,
        person.type,
        person.gender,
        person.unionid,
        person.corp_name,
        relation.userid,
        relation.remark,
        relation.description,
        relation.createtime,
        relation.tag_id,
        relation.remark_mobiles,
        relation.oper_userid,
        relation.add_way,
        relation.state,
    )


class Relations:
    """The same call as `Customers.batch_by_user`, for a whole company."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def pages(self, userids: Sequence[str]) -> AsyncGenerator[RelationsRead, None]:
        """Yield pages of all customers of at most 100 members.

        A page may be short or empty though more follow. Where none of them has a licence it is
        one empty page that says so. Raises ValueError for more members,
        InvalidParameterError (50100) when WeCom forgot the cursor, ConcurrencyError,
        FrequencyError, ForbiddenError, UnreadableAnswerError.
        """
        if len(userids) > MAX_STAFF_A_CALL:
            message = f"one call reads {MAX_STAFF_A_CALL} members, not {len(userids)}"
            raise ValueError(message)
        body = {"userid_list": list(userids), "cursor": "", "limit": _PAGE}
        try:
            async for page in read_pages(self._transport, _PATH, RelationPage, body):
                unlicensed = page.fail_info.unlicensed_userid_list
                yield RelationsRead(page.rows(), bool(page.next_cursor), unlicensed)
        except ForbiddenError as error:
            if error.errcode != _NO_LICENCE:
                raise
            yield RelationsRead([], more=False, unlicensed=tuple(userids))
