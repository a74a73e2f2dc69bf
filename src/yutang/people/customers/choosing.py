"""Which customers: the conditions of a filter, for lists, counts, bulk acts and exports alike."""

from datetime import datetime

from sqlalchemy import (
    ColumnElement,
    Select,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
    text,
    tuple_,
)

from yutang.kernel.vault import Vault
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags

from .models import Customer, CustomerIdentity, Follow
from .naming import query_grams, query_tokens
from .schemas import CustomerFilter

LIVING = ("half", "friend")
PHONE_DIGITS = 7

_FIND = text(
    "select find_customers(:find_corp, cast(:find_grams as text[]), :find_text,"
    " cast(:find_tokens as text[]))"
)


def matching(
    vault: Vault, corp_id: int, wanted: CustomerFilter, after_id: int, limit: int
) -> Select[int]:
    """Ids of the next `limit` customers above `after_id` that the filter finds, ascending.

    Bulk work walks by it, chunk by chunk. Needs the corp's session: names are found by a
    function that gives nothing to another's.
    """
    return (
        select(Customer.id)
        .where(*conditions(vault, corp_id, wanted), Customer.id > after_id)
        .order_by(Customer.id)
        .limit(limit)
    )


def conditions(vault: Vault, corp_id: int, wanted: CustomerFilter) -> list[ColumnElement[bool]]:
    """What must hold of a row of `customers`; every given condition does."""
    found: list[ColumnElement[bool]] = [Customer.corp_id == corp_id]
    if wanted.state is not None:
        found.append(Customer.state == wanted.state)
    if wanted.added_from is not None:
        found.append(Customer.first_added_at >= wanted.added_from)
    if wanted.added_before is not None:
        found.append(Customer.first_added_at < wanted.added_before)
    if wanted.ended_from is not None or wanted.ended_before is not None:
        found.append(_ended(corp_id, wanted.ended_from, wanted.ended_before))
    if query := wanted.q.strip():
        found.append(_matches(vault, corp_id, query))
    relation = _relation(corp_id, wanted)
    if relation is not None:
        found.append(relation)
    if wanted.tag_id is not None:
        found.append(Customer.id.in_(_tagged(corp_id, wanted.tag_id)))
    return found


def _matches(vault: Vault, corp_id: int, query: str) -> ColumnElement[bool]:
    """By name or remark, or by a whole phone number or WeCom id."""
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
    digits = query.replace(" ", "")
    if (digits.isascii() and digits.isdigit() and len(digits) >= PHONE_DIGITS) or query.startswith(
        ("wm", "wo")
    ):
        return Customer.id.in_(identity)
    named = _FIND.bindparams(
        bindparam("find_corp", corp_id),
        bindparam("find_grams", query_grams(query)),
        bindparam("find_text", query.lower()),
        bindparam("find_tokens", query_tokens(query)),
    )
    return Customer.id.in_(named.columns(literal_column("find_customers")).scalar_subquery())


def _relation(corp_id: int, wanted: CustomerFilter) -> ColumnElement[bool] | None:
    """Staff, department and channel are asked of one and the same relation, a living one.

    Who is lost has none alive; of him the ended ones are asked.
    """
    asked: list[ColumnElement[bool]] = []
    if wanted.staff_id is not None:
        asked.append(Follow.staff_id == wanted.staff_id)
    if wanted.department_id is not None:
        asked.append(Follow.staff_id.in_(staff.members_of_tree(corp_id, wanted.department_id)))
    if wanted.channel is not None:
        asked.append(Follow.channel == wanted.channel)
    if not asked:
        return None
    if wanted.state != "lost":
        asked.append(Follow.state.in_(LIVING))
    return exists().where(Follow.corp_id == corp_id, Follow.customer_id == Customer.id, *asked)


def _ended(corp_id: int, start: datetime | None, stop: datetime | None) -> ColumnElement[bool]:
    span = [
        *([Follow.changed_at >= start] if start is not None else []),
        *([Follow.changed_at < stop] if stop is not None else []),
    ]
    return exists().where(
        Follow.corp_id == corp_id,
        Follow.customer_id == Customer.id,
        Follow.state.in_(["deleted_by_staff", "deleted_by_customer"]),
        *span,
    )


def _tagged(corp_id: int, tag_id: int) -> Select[int]:
    places = tags.relations_with(corp_id, tag_id)
    return select(Follow.customer_id).where(
        Follow.corp_id == corp_id,
        Follow.state.in_(LIVING),
        tuple_(Follow.customer_id, Follow.staff_id).in_(places),
    )
