"""Write persons and relations that nobody knew yet: a company's first reading.

Nothing of them can be here, so nothing is compared: their rows go straight into the tables.
"""

from collections.abc import Iterator, Mapping, Sequence

import orjson
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.copying import NULL, array_text, copy_in, moment, number, spelled
from yutang.people.credits import service as crediting

from .adopting import wait
from .naming import grams, sort_key
from .sightings import Chunk, Sighting, remarks, true_adds

_CUSTOMERS = (
    "corp_id, id, state, name, name_sort, grams, avatar, gender, platform, company,"
    " first_added_at, first_added_staff_id, first_added_way, first_added_channel"
)
_IDENTITIES = "corp_id, kind, value, customer_id"
_FOLLOWS = (
    "corp_id, customer_id, staff_id, state, changed_at, added_at, add_way, channel, remark,"
    " description, operator"
)
_HISTORY = "corp_id, customer_id, staff_id, change, at, source, props"
_TAGS = "corp_id, customer_id, staff_id, tag_id, added_by, mirrored_at"
_UNIONIDS = text(
    """
    insert into customer_identities (corp_id, kind, value, customer_id)
    select :corp_id, 'unionid', v.value, v.customer_id
    from unnest(cast(:values as text[]), cast(:customers as bigint[])) as v(value, customer_id)
    on conflict do nothing
    """
)


async def found_persons(session: AsyncSession, corp_id: int, chunk: Chunk) -> None:
    """Write all of the chunk's persons, whose ids the caller has just given out.

    Needs the owner's session, which holds the corp's ordinal: who else could make them waits.
    """
    persons = chunk.persons()
    rows = (_person(corp_id, chunk, *person) for person in persons.items())
    await copy_in(session, "customers", _CUSTOMERS, rows)
    await _identify(session, corp_id, persons)
    await crediting.record_new(session, corp_id, _credits(chunk, persons))


async def found_relations(session: AsyncSession, corp_id: int, chunk: Chunk, source: str) -> None:
    """Write all of the chunk's relations with their history and their tags.

    Raises IntegrityError where somebody else wrote one of them meanwhile.
    """
    persons = chunk.persons()
    await copy_in(session, "follows", _FOLLOWS, _relations(corp_id, chunk, persons))
    await copy_in(session, "follow_history", _HISTORY, _history(corp_id, chunk, persons, source))
    await copy_in(session, "follow_tags", _TAGS, _tags(corp_id, chunk, persons))


def _person(corp_id: int, chunk: Chunk, customer_id: int, seen: Sequence[Sighting]) -> str:
    one = seen[-1]
    adds = true_adds(seen)
    if adds is None:
        first = f"{NULL}\t{NULL}\t{NULL}\t{NULL}"
    else:
        add = adds[0]
        first = (
            f"{moment(add.added_at)}\t{chunk.library.staff_ids[add.account]}"
            f"\t{number(add.add_way)}\t{spelled(add.channel)}"
        )
    found_by = spelled(array_text(grams(one.name, *remarks(seen))))
    return (
        f"{corp_id}\t{customer_id}\tfriend\t{spelled(one.name)}\t{spelled(sort_key(one.name))}"
        f"\t{found_by}\t{spelled(one.avatar)}\t{one.gender}\t{one.platform}"
        f"\t{spelled(one.company)}\t{first}"
    )


async def _identify(
    session: AsyncSession, corp_id: int, persons: Mapping[int, Sequence[Sighting]]
) -> None:
    external = [
        f"{corp_id}\texternal\t{spelled(seen[-1].external_id)}\t{customer_id}"
        for customer_id, seen in persons.items()
    ]
    unionids: dict[str, int] = {}
    others: list[tuple[str, int]] = []
    for customer_id, seen in persons.items():
        if (value := seen[-1].unionid) and unionids.setdefault(value, customer_id) != customer_id:
            others.append((value, customer_id))
    told = [
        f"{corp_id}\tunionid\t{spelled(value)}\t{customer_id}"
        for value, customer_id in unionids.items()
    ]
    try:
        async with session.begin_nested():
            # In the order of their key: ten neighbours find the same leaf of its index warm.
            rows = sorted([*external, *told])
            await copy_in(session, "customer_identities", _IDENTITIES, rows)
    except IntegrityError:
        # Hardly ever: somebody else here has one of these unionids, and keeps it.
        await copy_in(session, "customer_identities", _IDENTITIES, external)
        await session.execute(
            _UNIONIDS,
            {
                "corp_id": corp_id,
                "values": list(unionids),
                "customers": list(unionids.values()),
            },
        )
        others += unionids.items()
    if others:
        ids = [customer_id for _, customer_id in others]
        await wait(session, corp_id, "unionid", [value for value, _ in others], ids)


def _relations(
    corp_id: int, chunk: Chunk, persons: Mapping[int, Sequence[Sighting]]
) -> Iterator[str]:
    staff_ids = chunk.library.staff_ids
    for customer_id, seen in persons.items():
        for one in seen:
            at = moment(one.added_at)
            yield (
                f"{corp_id}\t{customer_id}\t{staff_ids[one.account]}\tfriend\t{at}\t{at}"
                f"\t{number(one.add_way)}\t{spelled(one.channel)}\t{spelled(one.remark)}"
                f"\t{spelled(one.description)}\t{spelled(one.operator)}"
            )


def _history(
    corp_id: int, chunk: Chunk, persons: Mapping[int, Sequence[Sighting]], source: str
) -> Iterator[str]:
    staff_ids = chunk.library.staff_ids
    props: dict[str | None, str] = {None: "{}"}
    for customer_id, seen in persons.items():
        for one in seen:
            if one.channel not in props:
                props[one.channel] = spelled(orjson.dumps({"channel": one.channel}).decode())
            yield (
                f"{corp_id}\t{customer_id}\t{staff_ids[one.account]}\tsynced"
                f"\t{moment(one.added_at)}\t{source}\t{props[one.channel]}"
            )


def _tags(corp_id: int, chunk: Chunk, persons: Mapping[int, Sequence[Sighting]]) -> Iterator[str]:
    staff_ids = chunk.library.staff_ids
    moments: dict[object, str] = {}
    for customer_id, seen in persons.items():
        for one in seen:
            asked_at = moments.get(one.asked_at)
            if asked_at is None:
                asked_at = moments[one.asked_at] = one.asked_at.isoformat()
            begins = f"{corp_id}\t{customer_id}\t{staff_ids[one.account]}\t"
            for tag_id in chunk.tags(one):
                yield f"{begins}{tag_id}\twecom\t{asked_at}"


def _credits(
    chunk: Chunk, persons: Mapping[int, Sequence[Sighting]]
) -> Iterator[tuple[int, crediting.Add, crediting.Add]]:
    staff_ids = chunk.library.staff_ids
    for customer_id, seen in persons.items():
        if adds := true_adds(seen):
            first, last = (
                (one.added_at, staff_ids[one.account], one.channel, one.add_way) for one in adds
            )
            yield customer_id, first, last
