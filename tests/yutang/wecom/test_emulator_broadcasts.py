"""Broadcasts, moments and what belongs to them: the client against the emulator."""

from collections.abc import AsyncIterator

import pytest

from tests.yutang.wecom.company import DAY, Company, opened_company, png
from tests.yutang.wecom.verbs import collect
from yutang.wecom.attachments import Attachment, ImageAttachment, LinkAttachment, MomentLink
from yutang.wecom.broadcasts import CustomerBroadcast, GroupBroadcast
from yutang.wecom.errors import (
    MediaError,
    NameTakenError,
    NobodyToSendError,
    NotPublishedError,
    QuotaError,
    TooLateError,
    UnknownIdError,
)
from yutang.wecom.intercepts import Intercept, Nodes, Semantics
from yutang.wecom.moments import NewMoment


@pytest.fixture
async def company() -> AsyncIterator[Company]:
    async with opened_company() as made:
        yield made


async def test_a_broadcast_from_its_making_to_its_results(company: Company) -> None:
    broadcasts = company.wecom.broadcasts
    customer = await company.customer()
    picture = await company.wecom.media.upload("image", "茶.png", png(), "image/png")
    url = await company.wecom.media.upload_picture("茶.png", png(), "image/png")
    content: list[Attachment] = [
        ImageAttachment(picture.media_id),
        LinkAttachment("茶单", "https://tea.test"),
    ]
    made = await broadcasts.add_to_customers(
        CustomerBroadcast("新茶", [*content, ImageAttachment(pic_url=url)], [customer, "wmNobody"])
    )
    assert made.fail_list == ("wmNobody",)
    now = await company.now()
    (listed,) = await collect(broadcasts.list("single", now - DAY, now + DAY))
    assert (listed.msgid, listed.text.content, listed.create_type) == (made.msgid, "新茶", 0)
    assert [part.msgtype for part in listed.attachments] == ["image", "link", "image"]
    (task,) = await collect(broadcasts.tasks(made.msgid))
    assert (task.userid, task.status) == ("mei", 0)
    await broadcasts.remind(made.msgid)
    await company.act("confirm", userid="mei", msgid=made.msgid)
    (task,) = await collect(broadcasts.tasks(made.msgid))
    (result,) = await collect(broadcasts.results(made.msgid, "mei"))
    assert (task.status, result.external_userid, result.status) == (2, customer, 1)
    for _ in range(2):
        await broadcasts.remind(made.msgid)
    with pytest.raises(QuotaError):
        await broadcasts.remind(made.msgid)
    await broadcasts.cancel(made.msgid)
    with pytest.raises(TooLateError):
        await broadcasts.cancel(made.msgid)
    with pytest.raises(UnknownIdError):
        await collect(broadcasts.tasks("msgNever"))
    with pytest.raises(NobodyToSendError):
        await broadcasts.add_to_customers(CustomerBroadcast("新茶", sender="lan"))


async def test_a_broadcast_to_groups(company: Company) -> None:
    chat_id = (await company.act("groups", owner="mei", name="老客"))["chat_id"]
    made = await company.wecom.broadcasts.add_to_groups(
        GroupBroadcast("mei", "到货", chat_ids=[chat_id])
    )
    await company.act("confirm", userid="mei", msgid=made.msgid)
    (result,) = await collect(company.wecom.broadcasts.results(made.msgid, "mei"))
    assert (result.chat_id, result.status) == (chat_id, 1)


async def test_a_moment_from_its_making_to_its_likes(company: Company) -> None:
    moments, media = company.wecom.moments, company.wecom.media
    customer = await company.customer()
    cover = await media.upload_attachment("moment", "image", "茶.png", png(), "image/png")
    moment = NewMoment("秋茶", [MomentLink("https://tea.test", cover.media_id, "茶单")], ["mei"])
    job = await moments.task_result(await moments.add_task(moment))
    assert (job.status, job.type) == (3, "add_moment_task")
    moment_id = job.result.moment_id
    now = await company.now()
    (listed,) = await collect(moments.list(now - DAY, now + DAY))
    assert (listed.moment_id, listed.text.content, listed.link.url) == (
        moment_id,
        "秋茶",
        "https://tea.test",
    )
    assert [(t.userid, t.publish_status) for t in await collect(moments.tasks(moment_id))] == [
        ("mei", 0)
    ]
    with pytest.raises(NotPublishedError):
        await collect(moments.seen_by(moment_id, "mei"))
    await company.act("confirm", userid="mei", moment_id=moment_id)
    await company.act(f"moments/{moment_id}/react", external_userid=customer, kind="like")
    (chosen,) = await collect(moments.customers(moment_id, "mei"))
    assert chosen.external_userid == customer
    assert await collect(moments.seen_by(moment_id, "mei")) == [customer]
    found = await moments.reactions(moment_id, "mei")
    assert [row.external_userid for row in found.like_list] == [customer]
    assert found.comment_list == ()
    await moments.cancel(moment_id)
    with pytest.raises(UnknownIdError):
        await moments.cancel("momNever")
    with pytest.raises(UnknownIdError):
        await moments.task_result("never")
    plain = await media.upload("image", "茶.png", png(), "image/png")
    with pytest.raises(MediaError):
        await moments.add_task(NewMoment("a", [ImageAttachment(plain.media_id)]))


async def test_group_welcomes_products_and_rules(company: Company) -> None:
    welcomes = company.wecom.group_welcomes
    template = await welcomes.add("欢迎 %NICKNAME%", LinkAttachment("群规", "https://tea.test/r"))
    await welcomes.edit(template, "欢迎你")
    found = await welcomes.get(template)
    assert (found.text.content, found.link.url) == ("欢迎你", "")
    await welcomes.delete(template)
    with pytest.raises(UnknownIdError):
        await welcomes.get(template)
    products = company.wecom.products
    picture = await company.wecom.media.upload_attachment(
        "album", "image", "茶.png", png(), "image/png"
    )
    product_id = await products.add("白茶", 12_800, [picture.media_id], number="T250")
    await products.update(product_id, price=9900)
    product = await products.get(product_id)
    assert (product.price, product.product_sn, product.description) == (9900, "T250", "白茶")
    assert [row.product_id for row in await collect(products.list())] == [product_id]
    await products.delete(product_id)
    with pytest.raises(UnknownIdError):
        await products.get(product_id)
    rules = company.wecom.intercepts
    rule_id = await rules.add(
        "转账", ["加微信"], intercept=Intercept.BLOCK, nodes=Nodes(["mei"]),
        semantics=[Semantics.RED_PACKET],
    )  # fmt: skip
    with pytest.raises(NameTakenError):
        await rules.add("转账", ["钱"], intercept=Intercept.WARN, nodes=Nodes(["mei"]))
    rule = await rules.get(rule_id)
    assert (rule.semantics_list, rule.applicable_range.user_list) == ((3,), ("mei",))
    await rules.update(rule_id, semantics=[], add=Nodes(["lan"]), remove=Nodes(["mei"]))
    rule = await rules.get(rule_id)
    assert (rule.semantics_list, rule.applicable_range.user_list) == ((), ("lan",))
    assert [row.rule_name for row in await rules.list()] == ["转账"]
    await rules.delete(rule_id)
    with pytest.raises(UnknownIdError):
        await rules.delete(rule_id)
