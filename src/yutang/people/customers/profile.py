"""One customer, whole, in one statement."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from pydantic import BaseModel, TypeAdapter
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.attributes import service as attributes
from yutang.people.consents import service as consents
from yutang.people.credits import service as credits_
from yutang.people.notes import service as notes
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import Relation, WornTag
from yutang.people.tasks import service as tasks

from .aliases import current_ids
from .errors import UnknownCustomerError
from .recording import PHONE_CONTEXT
from .repository import EXTERNAL
from .schemas import PersonRead, ProfileRead, ProfileTag, RelationRead, Watcher

NOTES = 20
SHORT_PHONE = 8
_OWN = tuple(name for name in PersonRead.model_fields if name not in {"external_id", "phones"})


class _Identity(BaseModel):
    kind: str
    value: str
    sealed: str | None
    """The number, encrypted, in hexadecimal digits."""


_IDENTITIES: TypeAdapter[list[_Identity]] = TypeAdapter(list[_Identity])
_RELATIONS: TypeAdapter[list[RelationRead]] = TypeAdapter(list[RelationRead])

# Eight statements took as long as all their answers: each room beside says what it tells of a
# person as a column, and reads it.
_WHOLE = text(
    f"""
    select {", ".join(f"c.{name}" for name in _OWN)},
      (select json_agg(json_build_object('kind', kind, 'value', value,
                                         'sealed', encode(sealed, 'hex'))
                       order by created_at, value)
       from customer_identities
       where corp_id = :corp_id and customer_id = :customer_id)::text as identities,
      (select json_agg(json_build_object(
         'staff_id', s.id, 'staff_name', s.name, 'staff_left', s.status = 'left',
         'account', s.account, 'state', f.state,
         'added_at', f.added_at, 'changed_at', f.changed_at, 'add_way', f.add_way,
         'channel', f.channel, 'remark', f.remark) order by f.added_at desc, f.staff_id)
       from follows f join staff s on s.corp_id = :corp_id and s.id = f.staff_id
       where f.corp_id = :corp_id and f.customer_id = :customer_id)::text as relations,
      {consents.LIVING_SQL} as consents,
      {tags.WORN_SQL} as worn,
      {attributes.SHEET_SQL} as sheet,
      {notes.PAGE_SQL} as notes,
      {tasks.OF_CUSTOMER_SQL} as tasks,
      {credits_.OF_CUSTOMER_SQL} as credit
    from customers c
    where c.corp_id = :corp_id and c.id = :customer_id
    """  # noqa: S608 - its parts are constants
)


async def read_profile(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    customer_id: int,
    watcher: Watcher,
    now: datetime,
) -> ProfileRead:
    """What the 360 shows at once; phones masked, fields by the role that looks.

    Who was merged away is answered by who he is now: the answer's `id` says so.

    A member sees of others' relations only that they are, and no tags that sit on those alone.
    Raises UnknownCustomerError.
    """
    connection = await session.connection()
    asked = {"corp_id": corp_id, "customer_id": customer_id, "now": now, "notes": NOTES}
    row = (await connection.execute(_WHOLE, asked)).one_or_none()
    if row is None:
        # Who was merged away is opened by old links and bookmarks.
        customer_id = (await current_ids(session, corp_id, [customer_id]))[customer_id]
        row = (await connection.execute(_WHOLE, asked | {"customer_id": customer_id})).one_or_none()
    if row is None:
        raise UnknownCustomerError(customer_id)
    identities = _IDENTITIES.validate_json(row.identities or "[]")
    follows = _RELATIONS.validate_json(row.relations or "[]")
    worn = tags.read_column(row.worn)
    if watcher.staff_id is not None:
        mine = watcher.staff_id
        follows = [
            follow if follow.staff_id == mine else follow.model_copy(update={"remark": ""})
            for follow in follows
        ]
        worn = [tag for tag in worn if tag.kind == "own" or mine in tag.staff_ids]
    own: dict[str, Any] = {name: getattr(row, name) for name in _OWN}
    return ProfileRead(
        **own,
        external_id=next((one.value for one in identities if one.kind == EXTERNAL), None),
        phones=[
            mask_phone(vault.unseal(bytes.fromhex(one.sealed), PHONE_CONTEXT))
            for one in identities
            if one.kind == "phone" and one.sealed is not None
        ],
        follows=follows,
        tags=await _with_errors(session, corp_id, customer_id, worn),
        fields=attributes.read_sheet(row.sheet, watcher.role),
        consents=consents.read_column(row.consents),
        notes=notes.read_column(row.notes, NOTES),
        tasks=tasks.read_column(row.tasks),
        credit=credits_.read_column(row.credit),
    )


async def _with_errors(
    session: AsyncSession, corp_id: int, customer_id: int, worn: Sequence[WornTag]
) -> list[ProfileTag]:
    """Why WeCom refused a tag is asked only where it does not have one."""
    waiting = [tag for tag in worn if tag.kind == "wecom" and not tag.mirrored]
    errors: dict[int, str] = {}
    if waiting:
        relations = {
            Relation(customer_id, staff_id) for tag in waiting for staff_id in tag.staff_ids
        }
        places = await tags.places_on_relations(session, corp_id, sorted(relations))
        errors = {
            place.tag_id: place.error
            for own in places.values()
            for place in own
            if place.error is not None
        }
    return [ProfileTag(**dict(tag), error=errors.get(tag.id)) for tag in worn]


def mask_phone(phone: str) -> str:
    """First three and last four digits, the rest hidden; short numbers are hidden whole."""
    return f"{phone[:3]} **** {phone[-4:]}" if len(phone) >= SHORT_PHONE else "••••"
