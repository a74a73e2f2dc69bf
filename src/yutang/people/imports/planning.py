"""What a mapping means for this corp today: a reader for each column, what else goes along."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.clock import today
from yutang.kernel.runtime import Runtime
from yutang.people.attributes import service as attributes
from yutang.people.attributes.errors import FieldValueError
from yutang.people.attributes.schemas import FieldRead, Value
from yutang.people.corps import service as corps

from .cleaning import Reader
from .errors import BadMappingError, ConsentNeededError
from .event_cells import Looks
from .library import own_tags, stage_keys
from .parsing import (
    Parse,
    Wrong,
    birthdays,
    chosen,
    parse_company,
    parse_gender,
    parse_id,
    parse_name,
    parse_phone,
    tag_names,
)
from .schemas import IDENTITIES, TARGETS, Mapping, Shape

FIELD = "field:"
CHOICES_BETWEEN = "\x1f"
_SIMPLE: dict[str, Parse] = {
    "external": parse_id,
    "unionid": parse_id,
    "member_number": parse_id,
    "phone": parse_phone,
    "name": parse_name,
    "company": parse_company,
    "gender": parse_gender,
}


@dataclass(slots=True)
class Plan:
    """A mapping with everything looked up that it speaks of."""

    mapping: Mapping
    readers: list[Reader]
    fields: dict[int, FieldRead] = field(default_factory=dict)
    tags: dict[str, int] = field(default_factory=dict)
    """Our own tags by name."""
    unknown: set[str] = field(default_factory=set)
    """Words for the state of an order that the file has and nobody knows."""
    masked: set[str] = field(default_factory=set)
    """Headers of columns that a shop hid."""
    zone: str = "UTC"
    """In which events without one happened."""
    properties: dict[str, str] = field(default_factory=dict)
    """Names of properties of events by staged column."""
    looks: dict[int, Looks] = field(default_factory=dict)
    """What the cells of these columns look like, by column."""

    @property
    def purposes(self) -> list[str]:
        """What consent is written for."""
        return [] if self.mapping.consent is None else sorted(set(self.mapping.consent.purposes))

    @property
    def has_phones(self) -> bool:
        """Whether a column holds phone numbers."""
        return "phone" in self.mapping.columns.values()


async def make_plan(
    runtime: Runtime,
    session: AsyncSession,
    corp_id: int,
    shape: Shape,
    mapping: Mapping,
    role: str | None = None,
) -> Plan:
    """Look up what the mapping names. Raises BadMappingError and ConsentNeededError."""
    zone = (await corps.describe(session, corp_id)).timezone
    now = today(runtime.clock(), zone)
    fields = {
        one.id: one
        for one in await attributes.list_fields(session, corp_id, role)
        if attributes.may_edit(one, role)
    }
    tags = await own_tags(session, corp_id)
    _check(shape, mapping, fields, now)
    if unknown := set(mapping.tag_ids) - set(tags.values()):
        message = f"there is no own tag {min(unknown)} here; choose another for everybody"
        raise BadMappingError(message)
    parsers: dict[str, Parse] = {
        **_SIMPLE,
        "birthday": birthdays(now),
        "stage": chosen("stage.unknown", await stage_keys(session, corp_id)),
        "tags": tag_names(tags, create=mapping.unknown_tags == "create"),
    }
    names = {column.index: column.name for column in shape.columns}
    used: dict[int, FieldRead] = {}
    readers = []
    for index, target in sorted(mapping.columns.items()):
        if target.startswith(FIELD):
            one = fields[int(target.removeprefix(FIELD))]
            used[one.id] = one
            readers.append(Reader(index, names[index], f"f{one.id}", _of_field(one)))
        else:
            readers.append(Reader(index, names[index], target, parsers[target]))
    return Plan(mapping, readers, used, tags)


def check_columns(
    shape: Shape, mapping: Mapping, knows: Callable[[str], bool], unknown: str
) -> set[str]:
    """What is filled from columns: of the file, of targets one knows, each from one but tags.

    Raises BadMappingError, which says `unknown` of a target that one does not know.
    """
    names = {column.index: column.name for column in shape.columns}
    for index, target in mapping.columns.items():
        if index not in names:
            message = f"the file has no column {index + 1}"
            raise BadMappingError(message)
        if not knows(target):
            message = f"「{names[index]}」 cannot become {target}: {unknown}"
            raise BadMappingError(message)
    counts = Counter(target for target in mapping.columns.values() if target != "tags")
    if twice := [target for target, count in counts.items() if count > 1]:
        message = f"two columns would become {twice[0]}; leave one out"
        raise BadMappingError(message)
    return set(mapping.columns.values())


def _check(shape: Shape, mapping: Mapping, fields: dict[int, FieldRead], now: date) -> None:
    def knows(target: str) -> bool:
        number = target.removeprefix(FIELD)
        is_field = target.startswith(FIELD) and number.isdigit() and int(number) in fields
        return target in TARGETS or is_field

    chosen = check_columns(shape, mapping, knows, "there is no such field here")
    if not chosen & set(IDENTITIES):
        message = (
            "no column says who a row is: choose the one that holds phone numbers, member numbers,"
            " unionids or WeCom ids"
        )
        raise BadMappingError(message)
    _check_consent(mapping, fields, now)


def _check_consent(mapping: Mapping, fields: dict[int, FieldRead], now: date) -> None:
    targets = mapping.columns.values()
    consent = mapping.consent
    if "phone" in targets and (consent is None or "phone" not in consent.purposes):
        raise ConsentNeededError
    if consent is not None and consent.given_on > now:
        message = f"the consent is dated {consent.given_on}, which is still to come"
        raise BadMappingError(message)
    for one in fields.values():
        if (
            one.is_sensitive
            and f"{FIELD}{one.id}" in targets
            and (consent is None or "sensitive" not in consent.purposes)
        ):
            message = (
                f"「{one.name}」 is sensitive: say where these people agreed to its being kept"
            )
            raise BadMappingError(message)


def _of_field(one: FieldRead) -> Parse:
    def parse(text: str) -> str | Wrong | None:
        try:
            value = attributes.parse(one, text)
        except FieldValueError as error:
            return Wrong("field.value", error.problem[:120])
        return stage_value(value)

    return parse


def stage_value(value: Value) -> str | None:
    """One text for whatever kind of value."""
    if value.choices is not None:
        return CHOICES_BETWEEN.join(value.choices)
    if value.day is not None:
        return value.day.isoformat()
    if value.number is not None:
        return str(value.number)
    return value.word if value.word is not None else value.prose


def read_value(one: FieldRead, staged: str) -> Value:
    """The value that `stage_value` wrote."""
    match one.kind:
        case "several_of":
            return Value(choices=tuple(staged.split(CHOICES_BETWEEN)))
        case "date":
            return Value(day=date.fromisoformat(staged))
        case "number" | "money" | "yes_no":
            return Value(number=int(staged))
        case "long_text":
            return Value(prose=staged)
        case _:
            return Value(word=staged)


COLUMN_OF_KIND = {
    "several_of": ("choices", "string_to_array({}, chr(31))"),
    "date": ("day", "{}::date"),
    "number": ("number", "{}::bigint"),
    "money": ("number", "{}::bigint"),
    "yes_no": ("number", "{}::bigint"),
    "long_text": ("prose", "{}"),
    "text": ("word", "{}"),
    "one_of": ("word", "{}"),
}
"""Where a field's value lies, and the staged text as its type."""
