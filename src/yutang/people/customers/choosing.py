"""Which customers: the conditions of a filter as SQL.

Corps of millions are answered from bitmaps (solving.py); what no bitmap holds is asked here too.
"""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import (
    ARRAY,
    BigInteger,
    ColumnElement,
    Select,
    Text,
    and_,
    cast,
    column,
    exists,
    func,
    or_,
    select,
    table,
)
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.attributes import service as attributes
from yutang.people.staff import service as staff
from yutang.people.stores import service as stores
from yutang.people.tags import service as tags

from .models import Customer, CustomerIdentity, Follow
from .naming import query_grams, query_tokens
from .schemas import CustomerFilter, FieldTest
from .tail_models import PhoneTail

LIVING = ("half", "friend")
ENDED = ("deleted_by_staff", "deleted_by_customer")
PHONE_DIGITS = 7

_FOLLOW_TAGS = table("follow_tags", column("corp_id"), column("customer_id"), column("staff_id"))
_GROUPS = table("group_chats", column("corp_id"), column("id"), column("owner_staff_id"))
_IN_GROUPS = table(
    "group_members",
    *(column(name) for name in ("corp_id", "group_id", "staff_id", "customer_id", "left_at")),
)
_CUSTOMER_TAGS = table("customer_tags", column("corp_id"), column("customer_id"))


def matching(
    vault: Vault,
    corp_id: int,
    wanted: CustomerFilter,
    members: Sequence[int] | None,
    after_id: int,
    limit: int,
) -> Select[int]:
    """Ids of the next `limit` customers above `after_id` that the filter finds, ascending.

    Needs the corp's session: names are found by a function that gives nothing to another's.
    Bulk work asks `next_matching`, which finds the same by bitmaps where the corp has them.
    """
    return (
        select(Customer.id)
        .where(*conditions(vault, corp_id, wanted, members), Customer.id > after_id)
        .order_by(Customer.id)
        .limit(limit)
    )


def conditions(
    vault: Vault, corp_id: int, wanted: CustomerFilter, members: Sequence[int] | None
) -> list[ColumnElement[bool]]:
    """What must hold of a row of `customers`; every given condition does.

    `members`: whose customers may be seen, None for everybody's. The policy says the same row by
    row; said here, it can be looked up from the members' side.
    """
    found: list[ColumnElement[bool]] = [Customer.corp_id == corp_id, *_of_person(wanted)]
    if members is not None:
        had = Customer.id.in_(had_by(corp_id, members, (*LIVING, *ENDED)))
        found.append(had | Customer.id.in_(met_by(corp_id, members)))
    if wanted.ended_from is not None or wanted.ended_before is not None:
        found.append(ended(corp_id, wanted.ended_from, wanted.ended_before))
    if query := wanted.q.strip():
        found.append(named(vault, corp_id, query))
    relation = related(corp_id, wanted)
    if relation is not None:
        found.append(relation)
    if wanted.unowned:
        found.append(~_lives(corp_id))
    found += _tagged(corp_id, wanted)
    return found + [Customer.id.in_(one) for one in chosen(corp_id, wanted)]


def chosen(corp_id: int, wanted: CustomerFilter) -> list[Select[int]]:
    """What the filter asks of other tables than relations: whom each condition finds."""
    found = [tested(corp_id, test) for test in wanted.fields]
    if wanted.tail:
        found.append(with_tail(corp_id, wanted.tail))
    if wanted.group_ids:
        found.append(_present(corp_id).where(_IN_GROUPS.c.group_id.in_(wanted.group_ids)))
    return found


def had_by(corp_id: int, members: Sequence[int], states: Sequence[str]) -> Select[int]:
    """Whom these members have, or had, by the state of the relation."""
    return select(Follow.customer_id).where(
        Follow.corp_id == corp_id, Follow.staff_id.in_(members), Follow.state.in_(states)
    )


def met_by(corp_id: int, members: Sequence[int]) -> Select[int]:
    """Who is nobody's friend and sits in a group that one of these members owns or is in."""
    owned = select(_GROUPS.c.id).where(
        _GROUPS.c.corp_id == corp_id, _GROUPS.c.owner_staff_id.in_(members)
    )
    theirs = owned.union(
        select(_IN_GROUPS.c.group_id).where(
            _IN_GROUPS.c.corp_id == corp_id,
            _IN_GROUPS.c.staff_id.in_(members),
            _IN_GROUPS.c.left_at.is_(None),
        )
    )
    return (
        _present(corp_id)
        .join(
            Customer,
            (Customer.corp_id == corp_id) & (Customer.id == _IN_GROUPS.c.customer_id),
        )
        .where(_IN_GROUPS.c.group_id.in_(theirs), Customer.state == "group_member")
    )


def _present(corp_id: int) -> Select[int]:
    return select(_IN_GROUPS.c.customer_id).where(
        _IN_GROUPS.c.corp_id == corp_id,
        _IN_GROUPS.c.customer_id.is_not(None),
        _IN_GROUPS.c.left_at.is_(None),
    )


def _of_person(wanted: CustomerFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.state is not None:
        found.append(Customer.state == wanted.state)
    if wanted.stages:
        found.append(Customer.stage.in_(wanted.stages))
    if wanted.silent is not None:
        silent = Customer.silent_since.is_not(None)
        found.append(silent if wanted.silent else ~silent)
    if wanted.refused is not None:
        refused = Customer.marketing_refused_at.is_not(None)
        found.append(refused if wanted.refused else ~refused)
    if wanted.added_from is not None:
        found.append(Customer.first_added_at >= wanted.added_from)
    if wanted.added_before is not None:
        found.append(Customer.first_added_at < wanted.added_before)
    return found


def named(vault: Vault, corp_id: int, query: str) -> ColumnElement[bool]:
    """By name or remark or how they sound, or by a whole phone number or WeCom id."""
    identity = select(CustomerIdentity.customer_id).where(
        CustomerIdentity.corp_id == corp_id,
        or_(
            and_(CustomerIdentity.kind == "external", CustomerIdentity.value == query),
            and_(
                CustomerIdentity.kind == "phone",
                CustomerIdentity.value == vault.fingerprint(query.replace(" ", "")),
            ),
        ),
    )
    if is_identity(query):
        return Customer.id.in_(identity)
    return Customer.id.in_(found_by_name(corp_id, query))


def found_by_name(corp_id: int, query: str, most: int | None = None) -> Select[int]:
    """Whose name or remark holds the text or sounds so; needs the corp's session."""
    found = func.find_customers(
        corp_id,
        cast(query_grams(query), ARRAY(Text)),
        query.lower(),
        cast(query_tokens(query), ARRAY(Text)),
        most,
        type_=BigInteger,
    )
    return select(found.column_valued("found"))


def is_identity(query: str) -> bool:
    """Whether it is asked for a phone number or a WeCom id, not for a name."""
    digits = query.replace(" ", "")
    return (
        digits.isascii() and digits.isdigit() and len(digits) >= PHONE_DIGITS
    ) or query.startswith(("wm", "wo"))


def related(corp_id: int, wanted: CustomerFilter) -> ColumnElement[bool] | None:
    """Staff, department, channel and way are asked of one and the same relation, a living one.

    Who is lost has none alive; of him the ended ones are asked.
    """
    asked = asked_of_relation(corp_id, wanted)
    if not asked:
        return None
    if wanted.state != "lost":
        asked.append(Follow.state.in_(LIVING))
    return exists().where(Follow.corp_id == corp_id, Follow.customer_id == Customer.id, *asked)


async def members_asked(
    session: AsyncSession, corp_id: int, wanted: CustomerFilter
) -> set[int] | None:
    """Whose relations may be meant by staff, department and store; None where none is asked."""
    members: set[int] | None = set(wanted.staff_ids) if wanted.staff_ids else None
    crews = []
    if wanted.department_id is not None:
        crews.append(staff.members_of_tree(corp_id, wanted.department_id))
    if wanted.store_id is not None:
        crews.append(stores.members_of(corp_id, wanted.store_id))
    for crew in crews:
        found = set(await session.scalars(crew))
        members = found if members is None else members & found
    return members


def asked_of_relation(corp_id: int, wanted: CustomerFilter) -> list[ColumnElement[bool]]:
    """What must hold of one row of `follows`."""
    asked: list[ColumnElement[bool]] = []
    if wanted.staff_ids:
        asked.append(Follow.staff_id.in_(wanted.staff_ids))
    if wanted.department_id is not None:
        asked.append(Follow.staff_id.in_(staff.members_of_tree(corp_id, wanted.department_id)))
    if wanted.store_id is not None:
        asked.append(Follow.staff_id.in_(stores.members_of(corp_id, wanted.store_id)))
    if wanted.channels:
        asked.append(Follow.channel.in_(wanted.channels))
    if wanted.add_ways:
        asked.append(Follow.add_way.in_(wanted.add_ways))
    return asked


def _lives(corp_id: int) -> ColumnElement[bool]:
    return exists().where(
        Follow.corp_id == corp_id, Follow.customer_id == Customer.id, Follow.state.in_(LIVING)
    )


def ended(corp_id: int, start: datetime | None, stop: datetime | None) -> ColumnElement[bool]:
    """With a relation that either side ended in the span and that is ended still."""
    return exists().where(
        Follow.corp_id == corp_id, Follow.customer_id == Customer.id, *_in_span(start, stop)
    )


def _in_span(start: datetime | None, stop: datetime | None) -> list[ColumnElement[bool]]:
    return [
        Follow.state.in_(ENDED),
        *([Follow.changed_at >= start] if start is not None else []),
        *([Follow.changed_at < stop] if stop is not None else []),
    ]


def with_tail(corp_id: int, tail: str) -> Select[int]:
    """Who has a phone number that ends so."""
    return select(PhoneTail.customer_id).where(PhoneTail.corp_id == corp_id, PhoneTail.tail == tail)


def tested(corp_id: int, test: FieldTest) -> Select[int]:
    """Whose custom field compares so."""
    return attributes.condition(corp_id, test.field_id, test.operator, test.values)


def _tagged(corp_id: int, wanted: CustomerFilter) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wanted.tag_any:
        found.append(_wears(corp_id, wanted.tag_any))
    found += [_wears(corp_id, levels) for levels in wanted.tag_levels]
    found += [_wears(corp_id, (tag_id,)) for tag_id in wanted.tag_all]
    if wanted.tag_none:
        found.append(~_wears(corp_id, wanted.tag_none))
    if wanted.untagged:
        found.append(~_wears_something(corp_id))
    return found


def _wears(corp_id: int, tag_ids: tuple[int, ...]) -> ColumnElement[bool]:
    """Any of these tags, ours or on a living relation."""
    return Customer.id.in_(tags.holders(corp_id, tag_ids, "any"))


def _wears_something(corp_id: int) -> ColumnElement[bool]:
    on_relation = (
        exists()
        .where(_FOLLOW_TAGS.c.corp_id == corp_id, _FOLLOW_TAGS.c.customer_id == Customer.id)
        .where(
            Follow.corp_id == corp_id,
            Follow.customer_id == _FOLLOW_TAGS.c.customer_id,
            Follow.staff_id == _FOLLOW_TAGS.c.staff_id,
            Follow.state.in_(LIVING),
        )
    )
    on_person = exists().where(
        _CUSTOMER_TAGS.c.corp_id == corp_id, _CUSTOMER_TAGS.c.customer_id == Customer.id
    )
    return or_(on_relation, on_person)
