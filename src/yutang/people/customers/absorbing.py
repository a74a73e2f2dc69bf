"""Write what a reading of WeCom shows, thousands of relations in a fixed number of statements.

The end state is that of `record_arrivals` for the same relations, `seen`, one after the other.
Rows that are as WeCom shows them are not written.
"""

from collections.abc import Iterable, Sequence

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import array_text, copy_in, number, spelled
from yutang.kernel.vault import Vault
from yutang.people.credits import service as crediting
from yutang.people.credits.schemas import Touch
from yutang.people.staff import service as staff
from yutang.people.suppressions import service as suppressions

from . import erased, founding, merging, staging
from .adopting import adopt_strangers, all_related, shown_of, wait
from .naming import grams, sort_key
from .recording import PHONE_CONTEXT
from .settling import reckon_returns
from .sightings import Absorbed, Chunk, Difference, Library, Sighting, remarks, true_adds

_TAG_IDS = text(
    "select wecom_id, id from tags"
    " where corp_id = :corp_id and wecom_id = any(cast(:wecom_ids as text[]))"
)
_KNOWN_PHONES = text(
    "select value, customer_id from customer_identities"
    " where corp_id = :corp_id and kind = 'phone' and value = any(cast(:values as text[]))"
)
_DIFFERS = {"remark": "remarked", "description": "described"}
# As one statement: a corp's first reading finds no row to lock.
_LOCK_ORDINAL = text(
    "insert into customer_ordinals as o (corp_id) values (:corp_id)"
    " on conflict (corp_id) do update set next_id = o.next_id returning next_id"
)
_MOVE_ORDINAL = text("update customer_ordinals set next_id = :next_id where corp_id = :corp_id")


async def absorb(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    sightings: Iterable[Sighting],
    *,
    source: str = "sync",
    telling: bool = False,
    library: Library | None = None,
) -> Absorbed:
    """Make what is here equal to what WeCom showed; a pair that comes twice counts as its last.

    Who was erased is left out with all that began before. No event is written: a reading found
    what nobody told us of. `telling` names every difference.
    `library` is filled with what the next call need not look up; it is of use only where this
    one's transaction has committed. Needs the owner's session, in a transaction of its own of at
    most some thousand relations.
    """
    pairs = {(one.external_id, one.account.lower()): one for one in sightings}
    seen = await erased.drop_seen(session, vault, corp_id, pairs.values())
    chunk = Chunk(seen, library or Library())
    if not chunk.sightings:
        return Absorbed()
    await _look_up(session, corp_id, chunk)
    await staging.prepare(session)
    fresh = await _identify(session, vault, corp_id, chunk)
    elsewhere = await _write_phones(session, vault, corp_id, chunk)
    known = chunk.of(one for one in chunk.sightings if one.external_id not in fresh)
    unrelated = await _unrelated(session, corp_id, known)
    begun = chunk.of(
        one
        for one in chunk.sightings
        if one.external_id in fresh or (unrelated and chunk.pair(one) in unrelated)
    )
    absorbed = Absorbed(
        relations=len(chunk.sightings),
        new_customers=len(fresh),
        pairs=[chunk.pair(one) for one in chunk.sightings],
        differences=_begun(begun) if telling else [],
    )
    profiles: list[Difference] = []
    if known.sightings:
        await _stage(session, known, unrelated)
        profiles = await _differing(session, corp_id) if telling else []
        await _stage_names(session, corp_id, known)
    await founding.found_relations(session, corp_id, begun, source)
    if known.sightings:
        gained = {customer_id for customer_id, _ in unrelated}
        await _merge(session, corp_id, gained, source, absorbed, telling=telling)
        absorbed.differences += profiles
    if fresh:
        new = chunk.of(one for one in chunk.sightings if one.external_id in fresh)
        await founding.found_persons(session, corp_id, new)
    if elsewhere:
        ids = [customer_id for _, customer_id in elsewhere]
        await wait(session, corp_id, "phone", [value for value, _ in elsewhere], ids)
    return absorbed


async def _look_up(session: AsyncSession, corp_id: int, chunk: Chunk) -> None:
    """Our ids of the members and the tags that the library does not know yet."""
    library, sightings = chunk.library, chunk.sightings
    if accounts := {one.account for one in sightings} - library.staff_ids.keys():
        library.staff_ids.update(await staff.identify(session, corp_id, sorted(accounts)))
    shown = {wecom_id for one in sightings for wecom_id in one.wecom_tag_ids}
    if wanted := shown - library.tag_ids.keys():
        values = {"corp_id": corp_id, "wecom_ids": array_text(list(wanted))}
        for row in await session.execute(_TAG_IDS, values):
            library.tag_ids[row.wecom_id] = row.id


async def _identify(
    session: AsyncSession, vault: Vault, corp_id: int, chunk: Chunk
) -> dict[str, int]:
    """Give each person his id; returns those of the unknown ones.

    They get the next dense ones, under the ordinal's lock, which is held to the end; who was
    known by another id shown of him keeps his.
    """
    wanted = list(dict.fromkeys(one.external_id for one in chunk.sightings))
    chunk.ids, missing = {}, wanted
    if not chunk.library.unknown:
        chunk.ids = await _known(session, corp_id, wanted)
        missing = [external_id for external_id in wanted if external_id not in chunk.ids]
    fresh: dict[str, int] = {}
    if missing:
        next_id = int(await session.scalar(_LOCK_ORDINAL, {"corp_id": corp_id}))
        # Whoever held the lock may have made some of them.
        chunk.ids |= await _known(session, corp_id, missing)
        missing = [external_id for external_id in missing if external_id not in chunk.ids]
        adopted = await _adopt(session, vault, corp_id, chunk, set(missing), next_id)
        missing = [external_id for external_id in missing if external_id not in adopted]
        fresh = {external_id: next_id + at for at, external_id in enumerate(missing)}
        chunk.ids |= adopted | fresh
        chunk.library.related_to = next_id + len(fresh)
        values = {"corp_id": corp_id, "next_id": next_id + len(fresh)}
        await session.execute(_MOVE_ORDINAL, values)
    chunk.library.unknown = 2 * len(fresh) > len(wanted)
    return fresh


async def _adopt(
    session: AsyncSession,
    vault: Vault,
    corp_id: int,
    chunk: Chunk,
    missing: set[str],
    next_id: int,
) -> dict[str, int]:
    """Those whom nobody knew by WeCom's id, and somebody by another; costs nothing among friends.

    The first relation says who it is, as if they were written one by one.
    """
    library = chunk.library
    if missing and not library.strangers:
        library.strangers = not await all_related(session, corp_id, library.related_to, next_id)
    if not missing or not library.strangers:
        return {}
    first: dict[str, Sighting] = {}
    for one in chunk.sightings:
        if one.external_id in missing:
            first.setdefault(one.external_id, one)
    told = [
        shown
        for external_id, one in first.items()
        for shown in shown_of(vault, external_id, one.unionid, one.phones)
    ]
    return await adopt_strangers(session, corp_id, told) if told else {}


async def _known(
    session: AsyncSession, corp_id: int, external_ids: Sequence[str]
) -> dict[str, int]:
    # As text: the driver would look at each of thousands of values for itself.
    values = {"corp_id": corp_id, "values": array_text(external_ids)}
    rows = await session.execute(merging.KNOWN, values)
    return {row.value: row.customer_id for row in rows}


async def _write_phones(
    session: AsyncSession, vault: Vault, corp_id: int, chunk: Chunk
) -> list[tuple[str, int]]:
    """Seal the numbers that are not here yet: sealing anew would write the same again.

    Returns those that stand at another, each with the person of whom it was shown.
    """
    shown: dict[tuple[str, int], str] = {}
    for one in chunk.sightings:
        for phone in one.phones:
            if phone:
                shown.setdefault((vault.fingerprint(phone), chunk.ids[one.external_id]), phone)
    if not shown:
        return []
    asked = {"corp_id": corp_id, "values": array_text(list({value for value, _ in shown}))}
    holders = {row.value: row.customer_id for row in await session.execute(_KNOWN_PHONES, asked)}
    others = {value for value, owner in shown if holders.get(value) != owner}
    gone = await suppressions.withdrawn_among(session, corp_id, others)
    new: dict[str, tuple[int, bytes]] = {}
    for (value, owner), phone in shown.items():
        if value not in holders and value not in gone:
            holders[value] = owner
            new[value] = (owner, vault.seal(phone, PHONE_CONTEXT))
    if new:
        await session.execute(
            merging.PHONES,
            {
                "corp_id": corp_id,
                "values": list(new),
                "customers": [customer_id for customer_id, _ in new.values()],
                "sealed": [sealed for _, sealed in new.values()],
            },
        )
    return [pair for pair in shown if pair[0] not in gone and holders[pair[0]] != pair[1]]


async def _unrelated(session: AsyncSession, corp_id: int, known: Chunk) -> set[tuple[int, int]]:
    """Relations of known persons of which nothing is here."""
    if not known.sightings:
        return set()
    pairs = list(map(known.pair, known.sightings))
    values = {
        "corp_id": corp_id,
        "customers": "{" + ",".join([str(customer_id) for customer_id, _ in pairs]) + "}",
        "members": "{" + ",".join([str(staff_id) for _, staff_id in pairs]) + "}",
    }
    return {tuple(row) for row in await session.execute(merging.UNRELATED, values)}


def _begun(begun: Chunk) -> list[Difference]:
    """What a whole reading tells of relations of which nothing was here."""
    was: dict[str, object] = {"state": None}
    now: dict[str, object] = {"state": "friend"}
    pairs = sorted(map(begun.pair, begun.sightings))
    return [Difference("relation_missing", *pair, was, now) for pair in pairs]


async def _merge(
    session: AsyncSession,
    corp_id: int,
    gained: set[int],
    source: str,
    absorbed: Absorbed,
    *,
    telling: bool,
) -> None:
    """Compare what is staged with what is here, and write what differs.

    `gained` are known persons with a relation that has just begun.
    """
    gained |= await _write_relations(session, corp_id, source, absorbed, telling=telling)
    # After their relations: what state they are in is reckoned from those.
    values = {"corp_id": corp_id}
    told = (await session.execute(merging.UNIONIDS, values)).all()
    if told:
        # Those just written stand at their own: `wait` passes them by.
        ids = [row.customer_id for row in told]
        await wait(session, corp_id, "unionid", [row.unionid for row in told], ids)
    absorbed.changed_customers = len((await session.execute(merging.CUSTOMERS, values)).all())
    rows = await session.execute(merging.TOUCHES, values)
    touches = [Touch(row.customer_id, row.at, row.staff_id, row.way, row.channel) for row in rows]
    await crediting.record(session, corp_id, touches)
    if gained:
        await reckon_returns(session, corp_id, gained)


async def _stage(session: AsyncSession, chunk: Chunk, unrelated: set[tuple[int, int]]) -> None:
    staff_ids = chunk.library.staff_ids
    people, relations = [], []
    for customer_id, seen in chunk.persons().items():
        one, adds = seen[-1], true_adds(seen)
        first = adds[0] if adds else None
        people.append(
            f"{customer_id}\t{spelled(one.unionid)}\t{spelled(one.name)}\t{spelled(one.avatar)}"
            f"\t{one.gender}\t{one.platform}\t{spelled(one.company)}"
            f"\t{number(first and first.added_at)}"
            f"\t{number(first and staff_ids[first.account])}"
            f"\t{number(first and first.add_way)}\t{spelled(first and first.channel)}"
        )
        for staff_id, one in sorted((staff_ids[one.account], one) for one in seen):
            relations.append(
                f"{customer_id}\t{staff_id}\t{(customer_id, staff_id) in unrelated}"
                f"\t{one.added_at}\t{number(one.add_way)}"
                f"\t{spelled(one.channel)}\t{spelled(one.remark)}\t{spelled(one.description)}"
                f"\t{spelled(one.operator)}\t{{{','.join(map(str, chunk.tags(one)))}}}"
                f"\t{one.asked_at.isoformat()}"
            )
    await copy_in(session, staging.PERSONS, staging.COLUMNS[staging.PERSONS], people)
    await copy_in(session, staging.RELATIONS, staging.COLUMNS[staging.RELATIONS], relations)


async def _stage_names(session: AsyncSession, corp_id: int, chunk: Chunk) -> None:
    """Reckon what persons are found by whose name or remarks differ from what is here."""
    renamed, persons = [], chunk.persons()
    for row in await session.execute(merging.RENAMED, {"corp_id": corp_id}):
        seen = persons[row.customer_id]
        name = seen[-1].name
        found_by = array_text(grams(name, *remarks(seen), *row.remarks))
        renamed.append(f"{row.customer_id}\t{spelled(sort_key(name))}\t{spelled(found_by)}")
    await copy_in(session, staging.NAMES, staging.COLUMNS[staging.NAMES], renamed)


async def _differing(session: AsyncSession, corp_id: int) -> list[Difference]:
    rows = await session.execute(merging.DIFFERING, {"corp_id": corp_id})
    return [
        Difference("profile", row.customer_id, None, {}, {"fields": row.fields}) for row in rows
    ]


async def _write_relations(
    session: AsyncSession, corp_id: int, source: str, absorbed: Absorbed, *, telling: bool
) -> set[int]:
    """Relations that were here, their history and tags; persons of whom one came back."""
    values = {"corp_id": corp_id, "source": source, "telling": telling}
    rows = (await session.execute(merging.RELATIONS, values)).all()
    gained: set[int] = set()
    found: list[Difference] = []
    for row in rows:
        pair = (row.customer_id, row.staff_id)
        if row.begun:
            gained.add(row.customer_id)
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
    absorbed.differences += found
    return gained
