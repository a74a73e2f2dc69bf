"""A manager is told of the classes of his people alone."""

from tests.yutang.audience import open_audience
from tests.yutang.people.orders.stage import NOW, news, take
from tests.yutang.rights.conftest import SHOP, Company
from yutang.people.rfm import service as rfm


async def test_classes_know_the_scope(company: Company) -> None:
    world, people = company.world, company.customers
    buyers = [people[f"wm{number:04}"] for number in (1, 2, 3, 4)]
    orders = [news(f"N{place}", days=place + 1.5, items=()) for place in range(4)]
    await take(world, orders, buyers)
    async with open_audience(world.runtime) as engine:
        await engine.catch_up()
        for _ in range(2):
            async with world.runtime.database.corp(world.corp_id) as session:
                await rfm.reckon(session, world.corp_id, "user:1", NOW)
            await rfm.carry_on(world.runtime, world.corp_id)
        await company.person("shop", department=[SHOP])
        await company.person("nobody")
        seen = {people["wm0002"], people["wm0004"]}
        for login, whom in (("demo", set(buyers)), ("shop", seen), ("nobody", set())):
            await company.sign_in(login)
            told = (await world.http.get("/api/rfm")).json()
            assert told["scoped"] is (login != "demo")
            assert told["may_write"] is (login == "demo")
            for numbers in (told["cells"], told["classes"]):
                assert sum(one["people"] for one in numbers) == len(whom)
            flows = (await world.http.get("/api/rfm/flows")).json()["items"]
            assert sum(one["people"] for one in flows) == len(whom)
            page = (await world.http.get("/api/rfm/people")).json()
            assert {one["customer_id"] for one in page["items"]} == whom
            assert page["total"] == len(whom)
            history = (await world.http.get("/api/rfm/history")).json()["items"]
            assert bool(history) is (login == "demo")
        await company.sign_in("shop")
        own = await world.http.get(f"/api/customers/{people['wm0002']}/rfm")
        assert own.json()["scored"]["orders"] == 1
        foreign = await world.http.get(f"/api/customers/{people['wm0003']}/rfm")
        assert foreign.status_code == 404
        assert (await world.http.post("/api/rfm/runs")).status_code == 403
        assert (await world.http.post("/api/rfm/preview", json={})).status_code == 403
