"""The claim page on a customer's phone."""

from tests.yutang.act.gifts.stage import NOW, add_gift, run, upload
from tests.yutang.act.loop import Loop
from tests.yutang.portal.phone import HIDDEN, Phone, newcomer, open_phone
from tests.yutang.world import add_corp


async def test_a_new_friend_takes_his_gift_on_his_phone(loop: Loop, phone: Phone) -> None:
    world = loop.yutang
    external, me = await newcomer(loop)
    await run(
        world,
        "insert into channels (corp_id, name, state, status, agent_id, created_by)"
        " values (:corp, '台卡', 'yt1', 'active', 1000002, 'test')",
    )
    gift = await add_gift(world, ["<GIFT-1>", "GIFT-2"], show_stock=True, rules="到店核销")
    path = gift["link"].removeprefix("http://yutang.test")

    open_to_all = await phone.read(path)
    assert all(
        word in open_to_all for word in ("到店试用装", "到店核销", "还剩 2 份", "用微信登录领取")
    )
    assert "<script" not in open_to_all
    done = await phone.sign_in(path, external_userid=external)
    assert done.headers["location"] == path
    ready = await phone.read(path)
    assert "这份礼物是给你的" in ready
    found = HIDDEN.search(ready)
    assert found is not None
    forged = await phone.http.post(path, data={"mark": "x"})
    assert forged.status_code == 403
    for _ in range(2):
        taken = await phone.http.post(path, data={"mark": found[1]})
        assert (taken.status_code, taken.headers["location"]) == (
            303,
            f"{path}?lang=zh-CN&done=yes",
        )
    shown = await phone.http.get(f"{path}?lang=en&done=yes")
    assert "&lt;GIFT-1&gt;" in shown.text
    assert "Here is your code" in shown.text
    assert "1 left" in shown.text
    assert len(shown.content) < 15_000
    policy = shown.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'sha256-" in policy
    assert await run(world, "select customer_id, number from gift_claims") == [(me, 1)]

    # His first add was before this one began; and no slug of another company's is known to his.
    late = await add_gift(world, ["L"], starts_at=NOW.isoformat(), name="晚来的")
    told = await phone.read(late["link"].removeprefix("http://yutang.test"))
    assert "这份礼物给第一次添加的朋友" in told
    assert "2026 年 11 月 20 日" in told
    draft = await add_gift(world, publish=False, name="草稿")
    assert (
        await phone.http.get(draft["link"].removeprefix("http://yutang.test"))
    ).status_code == 404
    assert (await phone.http.get("/h/gift/nowhere")).status_code == 404
    await add_corp(world.runtime, "rival", (1000009,))
    await world.sign_in("rival")
    foreign = await add_gift(world, publish=False, name="别家的")
    await upload(world, foreign["id"], "F")
    await world.http.post(f"/api/gifts/{foreign['id']}/publish", json={"version": 1})
    seen = await phone.read(foreign["link"].removeprefix("http://yutang.test"))
    assert "用微信登录领取" in seen
    posted = await phone.http.post(
        foreign["link"].removeprefix("http://yutang.test"), data={"mark": found[1]}
    )
    assert posted.status_code == 303
    assert await run(world, "select count(*) from gift_claims") == [(1,)]
    async with open_phone(loop) as other:
        assert (await other.http.post(path, data={"mark": found[1]})).status_code == 303
