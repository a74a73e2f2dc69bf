"""Write what a reading of WeCom shows, thousands of relations in a fixed number of statements.

The end state is that of `record_arrivals` for the same relations, `seen`, one after the other.
Rows that are as WeCom shows them are not written.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.credits import service as crediting
from yutang.people.credits.schemas import Touch
from yutang.people.staff import service as staff

from . import merging, staging, truth
from .naming import grams, sort_key
from .recording import PHONE_CONTEXT
from .settling import reckon_returns

_TAG_IDS = text(
    "select wecom_id, id from tags"
    " where corp_id = :corp_id and wecom_id = any(cast(:wecom_ids as text[]))"
)
_KNOWN_PHONES = text(
    "select value from customer_identities"
    " where corp_id = :corp_id and kind = 'phone' and value = any(:values)"
)
_DIFFERS = {"remark": "remarked", "description": "described"}
_NEW_ORDINAL = text(
    "insert into customer_ordinals (corp_id) values (:corp_id) on conflict do nothing"
)
_LOCK_ORDINAL = text("select next_id from customer_ordinals where corp_id = :corp_id for update")
_MOVE_ORDINAL = text("update customer_ordinals set next_id = :next_id where corp_id = :corp_id")


class Sighting(NamedTuple):
    """One relation as a reading shows it, with its person.

    `added_at` is in unix seconds; `asked_at` the moment before WeCom was asked: a tag that it got
    from us since then it need not show.
    """

    account: str
    external_id: str
    name: str
    avatar: str
    gender: int
    platform: str
    company: str
    unionid: str | None
    added_at: int
    add_way: int | None
    channel: str | None
    remark: str
    description: str
    operator: str | None
    phones: tuple[str, ...]
    wecom_tag_ids: tuple[str, ...]
    asked_at: datetime


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that was not here as WeCom shows it; `before` and `after` name no person."""

    kind: Literal["relation_missing", "relation", "tags", "profile"]
    customer_id: int
    staff_id: int | None
    before: dict[str, object]
    after: dict[str, object]


@dataclass(slots=True)
class Absorbed:
    """What a call wrote; `differences` only where it was asked to tell them."""

    relations: int = 0
    new_customers: int = 0
    changed_customers: int = 0
    differences: list[Difference] = field(default_factory=list)
    pairs: list[tuple[int, int]] = field(default_factory=list)
    """(customer id, staff id) of every relation that was shown."""

    def with_more(self, other: "Absorbed") -> "Absorbed":
        """Both together."""
        return Absorbed(
            relations=self.relations + other.relations,
            new_customers=self.new_customers + other.new_customers,
            changed_customers=self.changed_customers + other.changed_customers,
            differences=[*self.differences, *other.differences],
            pairs=[*self.pairs, *other.pairs],
        )


@dataclass(slots=True)
class _Chunk:
    """The relations of one call by the ids that they have here."""

    sightings: list[Sighting]
    """Each pair once, the last word of it."""
    staff_ids: dict[str, int]
    ids: dict[str, int] = field(default_factory=dict)
    fresh: set[int] = field(default_factory=set)
    gained: set[int] = field(default_factory=set)
    """Persons known before with a relation that is new or came back."""
    tag_ids: dict[str, int] = field(default_factory=dict)

    def pair(self, one: Sighting) -> tuple[int, int]:
        """(customer id, staff id)."""
        return self.ids[one.external_id], self.staff_ids[one.account]

    def persons(self) -> dict[int, Sighting]:
        """The last word on each person, by customer id."""
        ids = self.ids
        return {ids[one.external_id]: one for one in self.sightings}

    def firsts(self) -> dict[int, Sighting]:
        """The earliest true add of each person who has one."""
        found: dict[int, Sighting] = {}
        for one in self.sightings:
            if truth.owner_change(one.add_way) is not None:
                continue
            customer_id = self.ids[one.external_id]
            kept = found.get(customer_id)
            if kept is None or one.added_at < kept.added_at:
                found[customer_id] = one
        return found

    def remarks(self) -> dict[int, list[str]]:
        """What his members call each person."""
        found: dict[int, list[str]] = {}
        for one in self.sightings:
            if one.remark:
                found.setdefault(self.ids[one.external_id], []).append(one.remark)
        return found


async def absorb(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    sightings: Iterable[Sighting],
    *,
    source: str = "sync",
    telling: bool = False,
    library: dict[str, int] | None = None,
) -> Absorbed:
    """Make what is here equal to what WeCom showed; a pair that comes twice counts as its last.

    No event is written: a reading found what nobody told us of. `telling` names every difference.
    `library` keeps from one call to the next our ids of WeCom's tags: they never change.
    Needs the owner's session, in a transaction of its own of at most some thousand relations.
    """
    pairs = {(one.external_id, one.account.lower()): one for one in sightings}
    chunk = _Chunk(list(pairs.values()), {})
    if not chunk.sightings:
        return Absorbed()
    chunk.staff_ids = await staff.identify(
        session, corp_id, (one.account for one in chunk.sightings)
    )
    chunk.tag_ids = await _tag_ids(
        session, corp_id, chunk.sightings, {} if library is None else library
    )
    await staging.prepare(session)
    await _identify(session, corp_id, chunk)
    await _write_phones(session, vault, corp_id, chunk)
    await _stage(session, chunk)
    differences = await _differing(session, corp_id) if telling else []
    await _stage_names(session, corp_id, chunk)
    found = await _write_relations(session, corp_id, chunk, source, telling=telling)
    changed = await _write_persons(session, corp_id, chunk)
    await _credit(session, corp_id, chunk)
    return Absorbed(
        relations=len(chunk.sightings),
        new_customers=len(chunk.fresh),
        changed_customers=changed,
        differences=[*found, *differences],
        pairs=[chunk.pair(one) for one in chunk.sightings],
    )


async def _tag_ids(
    session: AsyncSession, corp_id: int, sightings: Sequence[Sighting], library: dict[str, int]
) -> dict[str, int]:
    """Ours by WeCom's; those the library does not hold yet are left out."""
    wanted = {wecom_id for one in sightings for wecom_id in one.wecom_tag_ids} - library.keys()
    if wanted:
        values = {"corp_id": corp_id, "wecom_ids": staging.array_text(list(wanted))}
        for row in await session.execute(_TAG_IDS, values):
            library[row.wecom_id] = row.id
    return library


async def _identify(session: AsyncSession, corp_id: int, chunk: _Chunk) -> None:
    """Give each person his id; unknown ones get the next dense ones under the ordinal's lock."""
    wanted = list(dict.fromkeys(one.external_id for one in chunk.sightings))
    chunk.ids = await _known(session, corp_id, wanted)
    if len(chunk.ids) == len(wanted):
        return
    await session.execute(_NEW_ORDINAL, {"corp_id": corp_id})
    next_id = await session.scalar(_LOCK_ORDINAL, {"corp_id": corp_id})
    # Whoever held the lock may have made some of them.
    chunk.ids |= await _known(session, corp_id, [one for one in wanted if one not in chunk.ids])
    missing = [external_id for external_id in wanted if external_id not in chunk.ids]
    fresh = {external_id: (next_id or 1) + at for at, external_id in enumerate(missing)}
    if not fresh:
        return
    await session.execute(
        _MOVE_ORDINAL, {"corp_id": corp_id, "next_id": (next_id or 1) + len(fresh)}
    )
    chunk.ids |= fresh
    chunk.fresh = set(fresh.values())


async def _known(
    session: AsyncSession, corp_id: int, external_ids: Sequence[str]
) -> dict[str, int]:
    # As text: the driver would look at each of thousands of values for itself.
    values = {"corp_id": corp_id, "values": staging.array_text(external_ids)}
    rows = await session.execute(merging.KNOWN, values)
    return {row.value: row.customer_id for row in rows}


async def _write_phones(session: AsyncSession, vault: Vault, corp_id: int, chunk: _Chunk) -> None:
    """Seal the numbers that are not here yet: sealing anew would write the same again."""
    owners: dict[str, tuple[int, str]] = {}
    for one in chunk.sightings:
        for phone in one.phones:
            if phone:
                owners.setdefault(vault.fingerprint(phone), (chunk.ids[one.external_id], phone))
    if not owners:
        return
    known = set(await session.scalars(_KNOWN_PHONES, {"corp_id": corp_id, "values": list(owners)}))
    new = {value: owner for value, owner in owners.items() if value not in known}
    if new:
        await session.execute(
            merging.PHONES,
            {
                "corp_id": corp_id,
                "values": list(new),
                "customers": [customer_id for customer_id, _ in new.values()],
                "sealed": [vault.seal(phone, PHONE_CONTEXT) for _, phone in new.values()],
            },
        )


def _grams(name: str, remarks: Iterable[str]) -> str:
    """What he is found by, as PostgreSQL writes arrays."""
    return staging.array_text(grams(name, *remarks))


async def _stage(session: AsyncSession, chunk: _Chunk) -> None:
    firsts, remarks, fresh = chunk.firsts(), chunk.remarks(), chunk.fresh

    def person(customer_id: int, one: Sighting) -> tuple[object, ...]:
        first, is_fresh = firsts.get(customer_id), customer_id in fresh
        return (
            customer_id,
            is_fresh,
            one.external_id if is_fresh else None,
            one.unionid,
            one.name,
            sort_key(one.name) if is_fresh else None,
            _grams(one.name, remarks.get(customer_id, ())) if is_fresh else None,
            one.avatar,
            one.gender,
            one.platform,
            one.company,
            first and first.added_at,
            first and chunk.staff_ids[first.account],
            first and first.add_way,
            first and first.channel,
        )

    # In the order of their keys: who locks rows in one order never waits in a ring.
    persons = sorted(chunk.persons().items())
    await staging.stage(session, staging.PERSONS, (person(*item) for item in persons))
    await staging.stage(session, staging.RELATIONS, _relation_rows(chunk))


def _relation_rows(chunk: _Chunk) -> list[tuple[object, ...]]:
    moments: dict[datetime, str] = {}
    rows: list[tuple[int, int, bool, *tuple[object, ...]]] = []
    for one in chunk.sightings:
        customer_id = chunk.ids[one.external_id]
        known = {chunk.tag_ids.get(wecom_id) for wecom_id in one.wecom_tag_ids}
        asked_at = moments.get(one.asked_at)
        if asked_at is None:
            asked_at = moments[one.asked_at] = one.asked_at.isoformat()
        rows.append(
            (
                customer_id,
                chunk.staff_ids[one.account],
                customer_id in chunk.fresh,
                one.added_at,
                one.add_way,
                one.channel,
                one.remark,
                one.description,
                one.operator,
                "{" + ",".join([str(tag_id) for tag_id in known if tag_id is not None]) + "}",
                asked_at,
            )
        )
    rows.sort(key=lambda row: row[:2])
    return list(rows)


async def _stage_names(session: AsyncSession, corp_id: int, chunk: _Chunk) -> None:
    """Reckon what persons are found by whose name or remarks differ from what is here."""
    persons = chunk.persons()
    if len(chunk.fresh) == len(persons):
        return
    rows = (await session.execute(merging.RENAMED, {"corp_id": corp_id})).all()
    if not rows:
        return
    remarks = chunk.remarks()
    await staging.stage(
        session,
        staging.NAMES,
        [
            (
                row.customer_id,
                sort_key(name := persons[row.customer_id].name),
                _grams(name, (*remarks.get(row.customer_id, ()), *row.remarks)),
            )
            for row in rows
        ],
    )


async def _differing(session: AsyncSession, corp_id: int) -> list[Difference]:
    rows = await session.execute(merging.DIFFERING, {"corp_id": corp_id})
    return [
        Difference("profile", row.customer_id, None, {}, {"fields": row.fields}) for row in rows
    ]


async def _write_relations(
    session: AsyncSession, corp_id: int, chunk: _Chunk, source: str, *, telling: bool
) -> list[Difference]:
    """Relations, their history and tags; what differed."""
    values = {"corp_id": corp_id, "source": source, "telling": telling}
    rows = (await session.execute(merging.RELATIONS, values)).all()
    found: list[Difference] = []
    for row in rows:
        pair = (row.customer_id, row.staff_id)
        if row.begun and row.customer_id not in chunk.fresh:
            chunk.gained.add(row.customer_id)
        if row.begun and telling:
            after: dict[str, object] = {"state": "friend"}
            found.append(Difference("relation_missing", *pair, {"state": row.was}, after))
        elif telling and (row.remarked or row.described):
            names = [name for name in ("remark", "description") if getattr(row, _DIFFERS[name])]
            found.append(Difference("relation", *pair, {}, {"fields": names}))
    begun = {(one.customer_id, one.staff_id) for one in found if one.kind == "relation_missing"}
    for row in await session.execute(merging.TAGS, values):
        if (row.customer_id, row.staff_id) not in begun:
            lost: dict[str, object] = {"tags": sorted(row.lost)}
            got: dict[str, object] = {"tags": sorted(row.got)}
            found.append(Difference("tags", row.customer_id, row.staff_id, lost, got))
    return found


async def _write_persons(session: AsyncSession, corp_id: int, chunk: _Chunk) -> int:
    """Persons, after their relations: what state they are in is reckoned from those."""
    values = {"corp_id": corp_id}
    if chunk.fresh:
        await session.execute(merging.FRESH_CUSTOMERS, values)
        await session.execute(merging.FRESH_IDENTITIES, values)
    await session.execute(merging.UNIONIDS, values)
    return len((await session.execute(merging.CUSTOMERS, values)).all())


async def _credit(session: AsyncSession, corp_id: int, chunk: _Chunk) -> None:
    """Who brought them, and who came back after all his friendships had ended."""
    if chunk.fresh:
        await crediting.record_found(session, corp_id, sorted(chunk.fresh))
    if len(chunk.fresh) < len(set(chunk.ids.values())):
        rows = await session.execute(merging.TOUCHES, {"corp_id": corp_id})
        touches = [
            Touch(row.customer_id, row.at, row.staff_id, row.way, row.channel) for row in rows
        ]
        await crediting.record(session, corp_id, touches)
    if chunk.gained:
        await reckon_returns(session, corp_id, chunk.gained)
