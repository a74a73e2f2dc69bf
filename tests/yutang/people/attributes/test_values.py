"""Values: parsed, written many at once, found again by an index under the corp's policy."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import text

from tests.yutang.world import World, add_corp
from yutang.people.attributes import service
from yutang.people.attributes.errors import (
    BadOperatorError,
    ConsentMissingError,
    FieldValueError,
    NotEditableError,
    UnknownFieldError,
)
from yutang.people.attributes.events import AttributeChanged
from yutang.people.attributes.schemas import (
    NO_VALUE,
    FieldRead,
    Kind,
    NewField,
    NewOption,
    NewValue,
    Operator,
    Option,
    Raw,
    Rules,
    Value,
)

NOW = datetime(2026, 11, 26, 8, tzinfo=UTC)


def field(kind: Kind, **facts: Any) -> FieldRead:
    """A field that stands in no database."""
    blank: dict[str, Any] = {
        "id": 1,
        "name": "测试",
        "kind": kind,
        "group": "",
        "position": 0,
        "help": "",
        "unit": "",
        "decimals": 0,
        "is_sensitive": False,
        "rules": Rules(),
        "options": [],
        "seen_by": ["staff"],
        "edited_by": ["staff"],
        "version": 1,
        "archived_at": None,
    }
    return FieldRead(**(blank | facts))


AGES = [
    Option(key="o1", label="0–6 个月"),
    Option(key="o2", label="1 岁以上"),
    Option(key="o3", label="旧", archived=True),
]


@pytest.mark.parametrize(
    ("asked", "raw", "value"),
    [
        (field("text"), "  林小满👨‍👩‍👧 ", Value(word="林小满👨‍👩‍👧")),
        (field("text"), " ", NO_VALUE),
        (field("text", rules=Rules(pattern="digits")), "0123", Value(word="0123")),
        (field("long_text"), "一\r\n二", Value(prose="一\n二")),
        (field("number", decimals=1, unit="岁"), "１,２３４.５ 岁", Value(number=12345)),
        (field("number"), -3, Value(number=-3)),
        (field("money"), "¥6,842.10", Value(number=684210)),
        (field("money"), Decimal("0.01"), Value(number=1)),
        (field("date"), "2026年2月3日", Value(day=date(2026, 2, 3))),
        (field("date"), "2026/02/03", Value(day=date(2026, 2, 3))),
        (field("date"), "2026-02-03 00:00:00", Value(day=date(2026, 2, 3))),
        (field("yes_no"), "是", Value(number=1)),
        (field("yes_no"), False, Value(number=0)),
        (field("one_of", options=AGES), "1 岁以上", Value(word="o2")),
        (field("several_of", options=AGES), "1 岁以上，o1、o1", Value(choices=("o1", "o2"))),
        (field("several_of", options=AGES), [], NO_VALUE),
    ],
)
def test_what_people_write_is_read(asked: FieldRead, raw: Raw, value: Value) -> None:
    assert service.parse(asked, raw) == value
    if not value.is_empty:
        assert service.parse(asked, service.tell(asked, value)) == value


@pytest.mark.parametrize(
    ("asked", "raw", "problem"),
    [
        (field("text"), "长" * 201, "at most 200 characters fit, these are 201"),
        (field("text"), "a\x00b", "line breaks and control characters do not fit here"),
        (field("text", rules=Rules(min_length=3)), "ab", "at least 3 characters are needed"),
        (field("text", rules=Rules(pattern="email")), "a@", "an e-mail address"),
        (field("number"), "1.5", "at most 0 digits behind the point"),
        (field("number"), "十二", "十二 is no number"),
        (field("number"), "nan", "nan is no number"),
        (field("number"), "1e99999999", "too large or too small"),
        (field("number", decimals=2), "1e-99999999", "too large or too small"),
        (field("number", rules=Rules(most=Decimal(120))), "121", "at most 120, this is 121"),
        (field("money"), "1.005", "at most 2 digits behind the point"),
        (field("money"), True, "this is no number"),
        (field("date"), "2026-02-30", "there is no 2026-02-30"),
        (field("date"), "2999-01-01", "a day from 1900-01-01 to 2100-12-31"),
        (field("date"), "明天", "明天 is no day: write it like 2026-11-26"),
        (field("yes_no"), "也许", "也许 is neither yes (是) nor no (否)"),
        (field("one_of", options=AGES), "旧", "旧 is none of its options (0–6 个月、1 岁以上)"),
        (field("several_of", options=AGES), "o1,x", "x is none of its options"),
    ],
)
def test_what_does_not_fit_is_told_with_what_would(
    asked: FieldRead, raw: Raw, problem: str
) -> None:
    with pytest.raises(FieldValueError, match="「测试」") as refused:
        service.parse(asked, raw)
    assert problem in refused.value.problem


@given(st.decimals(allow_nan=False, allow_infinity=False, places=3, min_value=-(10**12)))
def test_numbers_come_back_as_they_were_written(number: Decimal) -> None:
    asked = field("number", decimals=3)
    try:
        value = service.parse(asked, str(number))
    except FieldValueError:
        assert abs(number) >= 10**14
        return
    assert Decimal(str(service.tell(asked, value))) == number


async def make(world: World, **facts: Any) -> FieldRead:
    """A field of the world's corp."""
    async with world.runtime.database.corp(world.corp_id) as session:
        return await service.add_field(session, world.corp_id, NewField(**facts), "user:1")


async def add_people(world: World, number: int, corp_id: int | None = None) -> None:
    """Customers 1 … number."""
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into customers (corp_id, id, state, name, name_sort, grams)"
                " select :corp, n, 'friend', 'c', 'c', '{}' from generate_series(1, :n) n"
            ),
            {"corp": corp_id or world.corp_id, "n": number},
        )


async def write(world: World, *values: NewValue, source: str = "hand") -> int:
    """Write values in the corp's session."""
    async with world.runtime.database.corp(world.corp_id) as session:
        return await service.write_values(
            session, world.corp_id, values, "user:1", NOW, source=source
        )


async def rows(world: World, sql: str) -> Sequence[Any]:
    """What the database holds."""
    async with world.runtime.database.owner() as session:
        return [tuple(row) for row in await session.execute(text(sql))]


async def test_only_what_changed_is_written_and_told(world: World) -> None:
    await add_people(world, 3)
    age = await make(world, name="年龄", kind="number", unit="岁")
    nick = await make(world, name="小名", kind="text")
    first = [NewValue(n, age.id, Value(number=30 + n)) for n in (1, 2, 99)]
    assert await write(world, *first, NewValue(1, nick.id, Value(word="一宝"))) == 3
    versions = await rows(world, "select customer_id, field_id, xmin::text from field_values")
    assert await write(world, *first) == 0
    assert versions == await rows(
        world, "select customer_id, field_id, xmin::text from field_values"
    )
    assert (
        await write(
            world,
            NewValue(1, age.id, Value(number=1)),
            NewValue(1, age.id, NO_VALUE),
            NewValue(2, age.id, Value(number=40)),
            NewValue(2, nick.id, NO_VALUE),
        )
        == 2
    )
    assert await rows(
        world, "select customer_id, number, word from field_values order by 1, field_id"
    ) == [(1, None, "一宝"), (2, 40, None)]
    told = await rows(world, "select customer_id, props from events order by id")
    assert [(who, AttributeChanged(**props).after) for who, props in told] == [
        (1, 31),
        (2, 32),
        (1, None),
        (1, None),
        (2, 40),
    ]
    assert AttributeChanged(**told[2][1]) == AttributeChanged(
        field_id=nick.id, by="user:1", told=False
    )
    assert told[4][1]["before"] == 32


async def test_a_sensitive_value_needs_a_consent(world: World) -> None:
    await add_people(world, 2)
    income = await make(world, name="收入", kind="money", is_sensitive=True)
    age = await make(world, name="年龄", kind="number")
    wanted = (NewValue(1, income.id, Value(number=1)), NewValue(1, age.id, Value(number=3)))
    with pytest.raises(ConsentMissingError, match="1 of these"):
        await write(world, *wanted)
    assert await rows(world, "select * from field_values") == []
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into consents (corp_id, customer_id, purpose, source, given_at,"
                " recorded_by) values (:corp, 1, 'sensitive', '门店登记表', now(), 'user:1')"
            ),
            {"corp": world.corp_id},
        )
    assert await write(world, *wanted) == 2
    told = await rows(world, "select props from events where props->>'told' = 'false'")
    assert told == [
        ({"field_id": income.id, "by": "user:1", "told": False} | {"before": None, "after": None},)
    ]


async def found(world: World, asked: FieldRead, operator: Operator, *raw: Raw) -> list[int]:
    """Customers found, in the corp's session."""
    async with world.runtime.database.corp(world.corp_id) as session:
        values = service.ask(asked, operator, raw)
        ids = await session.scalars(service.condition(world.corp_id, asked.id, operator, values))
        return sorted(ids)


async def test_people_are_found_by_their_values(world: World) -> None:
    await add_people(world, 6)
    other, _ = await add_corp(world.runtime, "other", (7,))
    await add_people(world, 6, other)
    age = await make(world, name="年龄", kind="number", decimals=1)
    day = await make(world, name="到店", kind="date")
    vip = await make(world, name="会员", kind="yes_no")
    note = await make(world, name="备忘", kind="long_text")
    options = [NewOption(label=label) for label in ("一段", "二段", "三段")]
    milk = await make(world, name="奶粉", kind="one_of", options=options)
    likes = await make(world, name="喜好", kind="several_of", options=options)
    await write(
        world,
        *(NewValue(n, age.id, Value(number=n * 10)) for n in range(1, 6)),
        *(NewValue(n, day.id, Value(day=date(2026, 1, n))) for n in range(1, 6)),
        NewValue(1, vip.id, Value(number=0)),
        NewValue(2, vip.id, Value(number=1)),
        NewValue(3, note.id, Value(prose="长")),
        NewValue(1, milk.id, Value(word="o1")),
        NewValue(2, milk.id, Value(word="o3")),
        NewValue(1, likes.id, Value(choices=("o1", "o2"))),
        NewValue(2, likes.id, Value(choices=("o2", "o3"))),
        NewValue(3, likes.id, Value(choices=("o3",))),
    )
    assert await found(world, age, "eq", "3") == [3]
    assert await found(world, age, "in", "3", "4.0") == [3, 4]
    assert await found(world, age, "lt", "2") == [1]
    assert await found(world, age, "gte", "4") == [4, 5]
    assert await found(world, age, "between", "4", "2") == [2, 3, 4]
    assert await found(world, age, "empty") == [6]
    assert await found(world, day, "lte", "2026-01-02") == [1, 2]
    assert await found(world, day, "gt", "2026-01-04") == [5]
    assert await found(world, vip, "eq", "否") == [1]
    assert await found(world, note, "present") == [3]
    assert await found(world, note, "empty") == [1, 2, 4, 5, 6]
    assert await found(world, milk, "in", "一段", "二段") == [1]
    assert await found(world, likes, "eq", "一段、二段") == [1]
    assert await found(world, likes, "in", "一段", "三段") == [1, 2, 3]
    with pytest.raises(BadOperatorError, match="use one of eq, in, empty, present"):
        await found(world, likes, "lt", "一段")
    with pytest.raises(FieldValueError, match="between takes 2 values, these are 1"):
        await found(world, age, "between", "1")
    async with world.runtime.database.corp(other) as session:
        for operator, raw in (("present", ()), ("in", ("o1", "o3"))):
            values = service.ask(likes, operator, raw)  # type: ignore[arg-type] # two operators
            wanted = service.condition(world.corp_id, likes.id, operator, values)  # type: ignore[arg-type] # as above
            assert list(await session.scalars(wanted)) == []


async def test_conditions_use_their_index_under_the_policy(world: World) -> None:
    await add_people(world, 20_000)
    age = await make(world, name="年龄", kind="number")
    town = await make(world, name="城市", kind="text")
    options = [NewOption(label=label) for label in ("一", "二")]
    likes = await make(world, name="喜好", kind="several_of", options=options)
    async with world.runtime.database.owner() as session:
        await session.execute(
            text(
                "insert into field_values (corp_id, customer_id, field_id, number, word, choices,"
                " changed_by, source, changed_at)"
                " select :corp, n, f, case f when :age then n end,"
                " case f when :town then 'c' || n end,"
                " case f when :likes then array[case when n % 500 = 0 then 'o1' else 'o2' end] end,"
                " 'user:1', 'hand', now()"
                " from generate_series(1, 20000) n, unnest(array[:age, :town, :likes]::bigint[]) f"
            ),
            {"corp": world.corp_id, "age": age.id, "town": town.id, "likes": likes.id},
        )
        await session.execute(text("analyze field_values"))
    async with world.runtime.database.corp(world.corp_id) as session:
        for asked, operator, value, index in (
            (age, "between", (Value(number=5), Value(number=9)), "ix_field_values_number"),
            (age, "lt", (Value(number=5),), "ix_field_values_number"),
            (town, "in", (Value(word="c7"), Value(word="c8")), "ix_field_values_word"),
        ):
            wanted = service.condition(world.corp_id, asked.id, operator, value)  # type: ignore[arg-type] # three operators
            plan = await session.execute(
                text(
                    "explain "
                    + str(
                        wanted.compile(session.get_bind(), compile_kwargs={"literal_binds": True})
                    )
                )
            )
            lines = "\n".join(row[0] for row in plan)
            assert index in lines
            assert "Seq Scan" not in lines
        wanted = service.condition(world.corp_id, likes.id, "eq", Value(choices=("o1",)))
        assert len(list(await session.scalars(wanted))) == 40


async def test_a_role_sees_and_writes_its_own_fields(world: World) -> None:
    await add_people(world, 1)
    secret = await make(world, name="评级", kind="text", seen_by=["manager"], edited_by=[])
    shared = await make(world, name="小名", kind="text")
    async with world.runtime.database.corp(world.corp_id) as session:
        for role, ids in (
            ("staff", [shared.id]),
            ("manager", [secret.id, shared.id]),
            ("admin", [secret.id, shared.id]),
            ("auditor", []),
        ):
            seen = await service.list_fields(session, world.corp_id, role)
            assert [one.id for one in seen] == ids
        for role, error in (("staff", UnknownFieldError), ("manager", NotEditableError)):
            with pytest.raises(error):
                await service.edit_values(
                    session, world.corp_id, 1, {secret.id: "A"}, role=role, by="user:1", now=NOW
                )
        changed = await service.edit_values(
            session,
            world.corp_id,
            1,
            {secret.id: "A", shared.id: "满"},
            role="admin",
            by="user:1",
            now=NOW,
        )
        assert changed == 2
        own = await service.values_of(session, world.corp_id, [1, 2], "staff")
        assert {who: [one.value for one in values] for who, values in own.items()} == {1: ["满"]}
        sheet = await service.sheet_of(session, world.corp_id, 1, "manager")
        assert [(c.field.id, c.value and c.value.value, c.may_edit) for c in sheet] == [
            (secret.id, "A", False),
            (shared.id, "满", True),
        ]
