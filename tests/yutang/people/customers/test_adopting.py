"""Leads whom a reading of WeCom finds."""

from sqlalchemy import text

from tests.yutang.people.customers.test_absorbing import absorb, lead, new_corp, someone
from tests.yutang.world import World
from yutang.people.customers import service as customers


async def test_a_lead_whom_a_reading_finds_keeps_his_number(world: World) -> None:
    corp_id = await new_corp(world)
    # The first reading of a company that has leads, and a later one of whom it knew by then.
    by_unionid = await lead(world, corp_id, "m1", {"unionid": "o1", "phone": None})
    seen = [someone(number) for number in range(4)]
    first = await absorb(world, corp_id, seen)
    by_phone = await lead(world, corp_id, "m2", {"unionid": None, "phone": "13800000007"})
    other = await lead(world, corp_id, "m3", {"unionid": "another", "phone": "13800000008"})
    second = await absorb(world, corp_id, [someone(number) for number in range(9)], telling=True)
    assert (by_unionid, first.new_customers, second.new_customers) == (1, 3, 4)
    async with world.runtime.database.owner() as session:
        rows = await session.execute(
            text(
                "select c.id, c.state, c.name, i.value from customers c"
                " left join customer_identities i on i.corp_id = c.corp_id"
                "   and i.customer_id = c.id and i.kind = 'external'"
                " where c.corp_id = :corp and c.id = any(:ids) order by c.id"
            ),
            {"corp": corp_id, "ids": [by_unionid, by_phone, other]},
        )
        kept = [tuple(row) for row in rows]
        waiting = await session.execute(text("select a, b from identity_waiting"))
        asked = [tuple(row) for row in waiting]
        most = await session.scalar(text("select max(id) from customers"))
    # Whose unionid says that he is another is left to be settled.
    assert kept == [
        (by_unionid, "friend", "林1", "wm1"),
        (by_phone, "friend", "林7", "wm7"),
        (other, "lead", "", None),
    ]
    phone = world.runtime.vault.fingerprint("13800000008")
    assert asked == [("external:wm8", f"phone:{phone}")]
    assert most == 10


async def test_a_company_without_leads_is_not_asked_for_them(world: World) -> None:
    corp_id = await new_corp(world)
    library = customers.Library()
    for begins, strangers, related_to in ((0, False, 51), (50, False, 101), (100, True, 152)):
        if strangers:
            await lead(world, corp_id, "m1", {"unionid": "o140", "phone": None})
        async with world.runtime.database.owner() as session:
            seen = [someone(number) for number in range(begins, begins + 50)]
            await customers.absorb(session, world.runtime.vault, corp_id, seen, library=library)
        assert (library.strangers, library.related_to) == (strangers, related_to - strangers)
