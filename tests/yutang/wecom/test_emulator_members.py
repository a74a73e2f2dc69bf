"""Members, their files and their sign-in: the client against the emulator."""

from collections.abc import AsyncIterator

import pytest

from tests.yutang.wecom.company import AGENT, CIPHER, CORP, Company, opened_company
from tests.yutang.wecom.verbs import collect
from yutang.wecom.auth import sign_js
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidCodeError,
    MediaError,
    NameTakenError,
    UnknownIdError,
    UnknownStaffError,
)
from yutang.wecom.members import MemberFields, TextAttribute


@pytest.fixture
async def company() -> AsyncIterator[Company]:
    async with opened_company() as made:
        yield made


async def test_contacts_are_written_by_the_secret_that_may(company: Company) -> None:
    members, departments = company.sync.members, company.sync.departments
    with pytest.raises(ForbiddenError):
        await company.wecom.departments.create("门店", 1)
    shop = await departments.create("门店", 1, order=5)
    with pytest.raises(NameTakenError):
        await departments.create("门店", 1)
    await departments.update(shop, name="总店")
    assert (await departments.get(shop)).name == "总店"
    assert [row.id for row in await departments.ids()] == [1, shop]
    fields = MemberFields(name="竹", mobile="13900000001", department=[shop], order=[3])
    await members.create("zhu", fields, attributes=[TextAttribute(name="工号", value="A7")])
    with pytest.raises(NameTakenError):
        await members.create("zhu", fields)
    await members.update("zhu", MemberFields(position="店长"))
    found = await company.wecom.contacts.user("zhu")
    assert (found.name, found.position, found.department) == ("竹", "店长", (shop,))
    assert await members.id_by_mobile("13900000001") == "zhu"
    with pytest.raises(UnknownStaffError):
        await members.id_by_mobile("13900000009")
    assert {row.userid for row in await collect(members.ids())} == {"mei", "lan", "zhu"}
    tags = company.sync.contact_tags
    tag = await tags.create("讲师")
    missed = await tags.add(tag, ["zhu", "ghost"])
    assert missed.userids == ("ghost",)
    assert [row.userid for row in (await tags.get(tag)).userlist] == ["zhu"]
    await tags.remove(tag, ["zhu"])
    await tags.delete(tag)
    assert await tags.list() == ()
    await members.delete("zhu")
    with pytest.raises(UnknownStaffError):
        await members.delete("zhu")
    await departments.delete(shop)
    with pytest.raises(UnknownIdError):
        await departments.get(shop)
    assert (await members.join_qrcode()).startswith("http")


async def test_jobs_on_contacts(company: Company) -> None:
    jobs = company.sync.batch_jobs
    table = "姓名,帐号,手机号,邮箱,所在部门\n竹,zhu,13900000001,,1\n".encode()
    file = await company.sync.media.upload("file", "members.csv", table, "text/csv")
    job = await jobs.import_result(await jobs.start_import("syncuser", file.media_id))
    assert (job.status, job.type, job.total) == (3, "sync_user", 1)
    assert [(row.userid, row.errcode) for row in job.result] == [("zhu", 0)]
    exported = await jobs.export_result(
        await jobs.start_export("simple_user", CIPHER.encoding_aes_key)
    )
    assert exported.status == 2
    assert exported.data_list[0].size > 0
    with pytest.raises(UnknownIdError):
        await jobs.import_result("never")


async def test_sign_in_of_every_kind(company: Company) -> None:
    auth = company.wecom.auth
    told = {"userid": "mei", "scope": "snsapi_privateinfo", "agentid": AGENT}
    code = (await company.act("oauth", **told))["code"]
    who = await auth.userinfo(code)
    assert (who.userid, bool(who.user_ticket)) == ("mei", True)
    assert (await auth.userdetail(who.user_ticket)).userid == "mei"
    with pytest.raises(InvalidCodeError):
        await auth.userinfo(code)
    customer = await company.customer()
    code = (await company.act("oauth", external_userid=customer))["code"]
    assert (await auth.userinfo(code)).external_userid == customer
    js_code = (await company.act("js_code", userid="mei"))["js_code"]
    session = await auth.mini_program_session(js_code)
    assert (session.userid, session.corpid) == ("mei", CORP)
    launch = await auth.launch_code("mei", external_userid=customer)
    opened = await company.act("launch", launch_code=launch)
    assert opened == {"operator_userid": "mei", "external_userid": customer}
    ticket = (await auth.jsapi_ticket()).ticket
    assert len(sign_js(ticket, "n", 1, "https://tea.test")) == 40
    assert ticket != (await auth.agent_ticket()).ticket
    assert await auth.callback_addresses()
    assert await auth.api_addresses()


async def test_a_large_file_in_pieces_and_one_by_address(company: Company) -> None:
    media = company.wecom.media
    data = bytes(range(256)) * 20
    made = await media.upload("file", "茶单.bin", data, "application/octet-stream")
    pieces = await collect(media.pieces(made.media_id, 2000))
    assert b"".join(piece.data for piece in pieces) == data
    assert [len(piece.data) for piece in pieces] == [2000, 2000, 1120]
    with pytest.raises(MediaError):
        await collect(media.pieces("never"))
    with pytest.raises(UnknownIdError):
        await media.upload_result("never")
