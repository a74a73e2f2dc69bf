"""What conditions can be made of here: the language's own words, and what the company has."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.access.schemas import Principal
from yutang.kernel.events import Event, known_events
from yutang.kernel.runtime import Runtime
from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import FieldRead
from yutang.people.conditions.schemas.leaves import FIELD_SORTS, SORTS, Sort, tests_of
from yutang.people.groups import service as groups
from yutang.people.kinds import service as kinds
from yutang.people.stages import service as stages

from .schemas import (
    Choice,
    EventOffer,
    FieldOffer,
    LeavesRead,
    PropertyOffer,
    Words,
)

_FILE: Final = Path(__file__).parent / "offering.yaml"
_SOURCES: Final = text("select source from order_sources where corp_id = :corp_id order by source")
_PROPERTIES: Final = text(
    """
    select distinct on (kind, name) kind, name, type from event_properties
    where corp_id = :corp_id and handling = 'keep' order by kind, name, since desc
    """
)
_TYPES: Final = {
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "array": "list",
    "object": "items",
    "string": "string",
}
_GROUP_KINDS: Final = ("product", "interest", "knowledge", "resource", "marketing")
_SEARCHES: Final = {
    "tags": "/api/tags/groups",
    "staff": "/api/staff",
    "departments": "/api/departments",
    "stores": "/api/stores",
    "groups": "/api/groups",
    "channels": "/api/channels",
    "segments": "/api/segments",
    "customers": "/api/customers",
}


async def list_leaves(runtime: Runtime, session: AsyncSession, principal: Principal) -> LeavesRead:
    """Everything that is chosen from; fields are those that the role sees."""
    corp_id = principal.corp_id
    known = _read()
    fields = await attributes.list_fields(session, corp_id, principal.role)
    sources = list(await session.scalars(_SOURCES, {"corp_id": corp_id}))
    labels = await groups.list_labels(session, corp_id)
    own: dict[str, str | None] = {
        one.key: one.name for one in await stages.list_stages(session, corp_id)
    }
    return LeavesRead(
        leaves=_choices(known["leaves"]),
        fields=[*_own_fields(known), *(_field(one) for one in fields)],
        events=await _events(runtime, session, corp_id),
        stages=[
            Choice(key=one.key, name=_own_words(own.get(one.key)) or one.name)
            for one in _choices(known["stages"])
        ],
        states=_choices(known["states"]),
        ways=_choices(known["ways"]),
        order_statuses=_choices(known["order_statuses"]),
        order_sources=sources,
        group_kinds=list(_GROUP_KINDS),
        group_tiers=_choices(known["group_tiers"]),
        group_labels=[one.label for one in labels.items],
        rfm_classes=_choices(known["rfm_classes"]),
        searches=_SEARCHES,
    )


async def _events(runtime: Runtime, session: AsyncSession, corp_id: int) -> list[EventOffer]:
    named = await kinds.names_of(runtime, session, corp_id)
    ours = known_events()
    told: dict[str, dict[str, PropertyOffer]] = {
        **{kind: _properties(event) for kind, event in ours.items()},
        **{
            kind: {name: PropertyOffer(name=name, type=of) for name, of in properties.items()}
            for kind, properties in kinds.shipped_properties().items()
        },
    }
    for row in await session.execute(_PROPERTIES, {"corp_id": corp_id}):
        told.setdefault(row.kind, {})[row.name] = PropertyOffer(name=row.name, type=row.type)
    labels = {one.name: one.label for one in named}
    every = sorted({*labels, *ours})
    return [
        EventOffer(
            kind=kind,
            label=labels.get(kind),
            family=kind.partition(".")[0],
            properties=sorted(told.get(kind, {}).values(), key=lambda one: one.name),
        )
        for kind in every
    ]


def _properties(event: type[Event]) -> dict[str, PropertyOffer]:
    """What an event of ours tells, by how the log writes it."""
    schema = event.model_json_schema()
    return {
        name: PropertyOffer(name=name, type=_type(told))
        for name, told in schema.get("properties", {}).items()
    }


def _type(told: dict[str, Any]) -> str:
    kinds_told = [one.get("type") for one in told.get("anyOf", [told])]
    known = next((_TYPES[one] for one in kinds_told if one in _TYPES), "string")
    return "time" if "date-time" in str(told.get("format", told.get("anyOf", ""))) else known


def _own_fields(known: dict[str, Any]) -> list[FieldOffer]:
    sorts: dict[str, Sort] = {str(name): sort for name, sort in SORTS.items()}
    return [
        FieldOffer(
            name=name,
            label=Words(zh=zh, en=en),
            kind=sorts[name],
            tests=list(tests_of(name, sorts[name])),
            options=_choices(known["options"].get(name, {})),
        )
        for name, (zh, en) in known["fields"].items()
    ]


def _field(one: FieldRead) -> FieldOffer:
    return FieldOffer(
        name=f"field:{one.id}",
        label=Words(zh=one.name, en=one.name),
        kind=one.kind,
        tests=list(tests_of(f"field:{one.id}", FIELD_SORTS[one.kind])),
        options=[
            Choice(key=option.key, name=Words(zh=option.label, en=option.label))
            for option in one.options
            if not option.archived
        ],
        sensitive=one.is_sensitive,
    )


def _own_words(name: str | None) -> Words | None:
    """What the company calls it is the same in every language."""
    return Words(zh=name, en=name) if name else None


def _choices(told: dict[str, tuple[str, str]]) -> list[Choice]:
    return [Choice(key=key, name=Words(zh=zh, en=en)) for key, (zh, en) in told.items()]


@cache
def _read() -> dict[str, Any]:
    read: dict[str, Any] = yaml.safe_load(_FILE.read_text("utf-8"))
    return read
