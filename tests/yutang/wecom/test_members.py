"""Members: what is sent, read and refused."""

from collections.abc import Callable

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    READ,
    WRITE,
    Act,
    Verb,
    collect,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    NameTakenError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    StaffNotReadyError,
    TextTooLongError,
    TooManyError,
    UnknownIdError,
    UnknownStaffError,
)
from yutang.wecom.members import (
    MemberFields,
    MiniProgramAttribute,
    OutwardProfile,
    TextAttribute,
    WebAttribute,
)

USER = "/cgi-bin/user"
FIELDS = MemberFields(
    name="高雨",
    alias="Rain",
    mobile="+86 13900000000",
    email="rain@corp.test",
    department=[4, 9],
    order=[10, 0],
    is_leader_in_dept=[1, 0],
    position="店长",
    gender="2",
    telephone="021-555",
    direct_leader=["yu"],
    enable=1,
    external_position="顾问",
    address="南京路 1 号",
    main_department=4,
)
ATTRIBUTES = (TextAttribute(name="工号", value="A7"), WebAttribute(name="主页", url="u", title="t"))
PROFILE = OutwardProfile(
    corp_name="茶坊",
    channel="茶坊频道",
    attributes=[MiniProgramAttribute(name="店", appid="wx7", pagepath="p.html", title="进店")],
)
MEMBER = {
    "userid": "gao",
    "name": "高雨",
    "alias": "Rain",
    "mobile": "+86 13900000000",
    "email": "rain@corp.test",
    "department": [4, 9],
    "order": [10, 0],
    "is_leader_in_dept": [1, 0],
    "position": "店长",
    "gender": "2",
    "telephone": "021-555",
    "direct_leader": ["yu"],
    "enable": 1,
    "external_position": "顾问",
    "address": "南京路 1 号",
    "main_department": 4,
}
VERBS = {
    "create": Verb(
        lambda wecom: wecom.members.create(
            "gao",
            FIELDS,
            mail_aliases=["tea@corp.test"],
            attributes=ATTRIBUTES,
            profile=PROFILE,
            invite=False,
        ),
        f"{USER}/create",
        NEVER,
        {
            **MEMBER,
            "biz_mail_alias": {"item": ["tea@corp.test"]},
            "extattr": {
                "attrs": [
                    {"type": 0, "name": "工号", "text": {"value": "A7"}},
                    {"type": 1, "name": "主页", "web": {"url": "u", "title": "t"}},
                ]
            },
            "external_profile": {
                "external_corp_name": "茶坊",
                "wechat_channels": {"nickname": "茶坊频道"},
                "external_attr": [
                    {
                        "type": 2,
                        "name": "店",
                        "miniprogram": {"appid": "wx7", "pagepath": "p.html", "title": "进店"},
                    }
                ],
            },
            "to_invite": False,
        },
    ),
    "create_plain": Verb(
        lambda wecom: wecom.members.create("yu", MemberFields(name="鱼", email="yu@corp.test")),
        f"{USER}/create",
        NEVER,
        {"userid": "yu", "name": "鱼", "email": "yu@corp.test"},
    ),
    "update": Verb(
        lambda wecom: wecom.members.update(
            "gao", MemberFields(position=""), profile=OutwardProfile(), new_userid="gao.rain"
        ),
        f"{USER}/update",
        WRITE,
        {"userid": "gao", "position": "", "external_profile": {}, "new_userid": "gao.rain"},
    ),
    "delete": Verb(
        lambda wecom: wecom.members.delete("gao"),
        f"{USER}/delete",
        READ,
        query={"userid": "gao"},
    ),
    "delete_many": Verb(
        lambda wecom: wecom.members.delete_many(["gao", "yu"]),
        f"{USER}/batchdelete",
        WRITE,
        {"useridlist": ["gao", "yu"]},
    ),
    "ids": Verb(
        lambda wecom: collect(wecom.members.ids()), f"{USER}/list_id", READ, {"limit": 10_000}
    ),
    "by_mobile": Verb(
        lambda wecom: wecom.members.id_by_mobile("13900000000"),
        f"{USER}/getuserid",
        READ,
        {"mobile": "13900000000"},
    ),
    "by_email": Verb(
        lambda wecom: wecom.members.id_by_email("a@b.test", kind=2),
        f"{USER}/get_userid_by_email",
        READ,
        {"email": "a@b.test", "email_type": 2},
    ),
    "openid": Verb(
        lambda wecom: wecom.members.openid("gao"),
        f"{USER}/convert_to_openid",
        READ,
        {"userid": "gao"},
    ),
    "by_openid": Verb(
        lambda wecom: wecom.members.id_by_openid("oA"),
        f"{USER}/convert_to_userid",
        READ,
        {"openid": "oA"},
    ),
    "invite": Verb(
        lambda wecom: wecom.members.invite(["gao"], departments=[4], tags=[6]),
        "/cgi-bin/batch/invite",
        NEVER,
        {"user": ["gao"], "party": [4], "tag": [6]},
    ),
    "join": Verb(
        lambda wecom: wecom.members.join_qrcode(4),
        "/cgi-bin/corp/get_join_qrcode",
        READ,
        query={"size_type": "4"},
    ),
    "active": Verb(
        lambda wecom: wecom.members.active_count("2026-02-03"),
        f"{USER}/get_active_stat",
        READ,
        {"date": "2026-02-03"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_member_is_read_whole(server: Miniature, wecom: WeCom) -> None:
    profile = {
        "external_corp_name": "茶坊",
        "wechat_channels": {"nickname": "茶坊频道", "status": 1},
        "external_attr": [{"type": 0, "name": "工号", "text": {"value": "A7"}}],
    }
    member = {
        **MEMBER,
        # Old deployments send a number here.
        "gender": 2,
        "biz_mail": "rain@biz.test",
        "qr_code": "https://open.work.test/qr",
        "status": "1",
        "external_profile": profile,
        "extattr": {"attrs": [{"type": 1, "name": "主页", "web": {"url": "u", "title": "t"}}]},
        "hide_mobile": 0,
    }
    server.answer(f"{USER}/get", {"errcode": 0, **member})
    found = await wecom.contacts.user("gao")
    assert (found.userid, found.gender, found.status) == ("gao", "2", 1)
    assert (found.department, found.order, found.is_leader_in_dept) == ((4, 9), (10, 0), (1, 0))
    assert (found.biz_mail, found.telephone, found.address) == (
        "rain@biz.test",
        "021-555",
        "南京路 1 号",
    )
    assert found.qr_code == "https://open.work.test/qr"
    assert found.external_profile.external_corp_name == "茶坊"
    assert [attribute.name for attribute in found.extattr.attrs] == ["主页"]


async def test_ids_are_found(server: Miniature, wecom: WeCom) -> None:
    path = f"{USER}/list_id"
    server.answer(
        path,
        {"errcode": 0, "dept_user": [{"userid": "gao", "department": 4}], "next_cursor": "c"},
        {"errcode": 0, "dept_user": [{"userid": "gao", "department": "9"}], "next_cursor": ""},
    )
    rows = await collect(wecom.members.ids())
    assert [(row.userid, row.department) for row in rows] == [("gao", 4), ("gao", 9)]
    assert [call.json().get("cursor") for call in server.calls(path)] == [None, "c"]
    server.answer(f"{USER}/getuserid", {"errcode": 0, "userid": "gao"})
    server.answer(f"{USER}/get_userid_by_email", {"errcode": 0, "userid": "yu"})
    server.answer(f"{USER}/convert_to_openid", {"errcode": 0, "openid": "oA"})
    server.answer(f"{USER}/convert_to_userid", {"errcode": 0, "userid": "gao"})
    assert await wecom.members.id_by_mobile("13900000000") == "gao"
    assert await wecom.members.id_by_email("a@b.test") == "yu"
    assert await wecom.members.openid("gao") == "oA"
    assert await wecom.members.id_by_openid("oA") == "gao"
    assert server.calls(f"{USER}/get_userid_by_email")[0].json()["email_type"] == 1


async def test_what_else_is_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        "/cgi-bin/batch/invite",
        {"errcode": 0, "invaliduser": ["ghost"], "invalidparty": [77]},
    )
    server.answer("/cgi-bin/corp/get_join_qrcode", {"errcode": 0, "join_qrcode": "https://j.test"})
    server.answer(f"{USER}/get_active_stat", {"errcode": 0, "active_cnt": "41"})
    invited = await wecom.members.invite(["ghost"])
    assert (invited.invaliduser, invited.invalidparty, invited.invalidtag) == (
        ("ghost",),
        (77,),
        (),
    )
    assert await wecom.members.join_qrcode() == "https://j.test"
    assert await wecom.members.active_count("2026-02-03") == 41


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (lambda: MemberFields(name="长" * 65), TextTooLongError),
        (lambda: MemberFields(alias="长" * 65), TextTooLongError),
        (lambda: MemberFields(position="长" * 129), TextTooLongError),
        (lambda: MemberFields(address="长" * 129), TextTooLongError),
        (lambda: MemberFields(external_position="长" * 13), TextTooLongError),
        (lambda: MemberFields(telephone="1" * 33), TextTooLongError),
        (lambda: MemberFields(email="a" * 65), TextTooLongError),
        (lambda: MemberFields(biz_mail="a" * 65), TextTooLongError),
        (lambda: MemberFields(department=[1] * 101), TooManyError),
        (lambda: MemberFields(department=[1], order=[1, 2]), InvalidRequestError),
        (lambda: MemberFields(is_leader_in_dept=[1]), InvalidRequestError),
    ],
)
def test_fields_are_measured(make: Callable[[], object], family: type[InvalidRequestError]) -> None:
    with pytest.raises(family):
        make()


NAMED = MemberFields(name="高雨", mobile="139")


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.members.create("-gao", NAMED), InvalidRequestError),
        (lambda wecom: wecom.members.create("高", NAMED), InvalidRequestError),
        (lambda wecom: wecom.members.create("g" * 65, NAMED), InvalidRequestError),
        (lambda wecom: wecom.members.create("gao", MemberFields(mobile="1")), NothingToSendError),
        (lambda wecom: wecom.members.create("gao", MemberFields(name="a")), NothingToSendError),
        (lambda wecom: wecom.members.create("gao", NAMED, mail_aliases=["a"] * 6), TooManyError),
        (lambda wecom: wecom.members.update("gao", MemberFields()), NothingToSendError),
        (
            lambda wecom: wecom.members.update("gao", MemberFields(), new_userid=" "),
            InvalidRequestError,
        ),
        (lambda wecom: wecom.members.delete_many([]), TooManyError),
        (lambda wecom: wecom.members.delete_many(["u"] * 201), TooManyError),
        (lambda wecom: wecom.members.id_by_mobile("1390"), InvalidRequestError),
        (lambda wecom: wecom.members.id_by_mobile("1" * 33), InvalidRequestError),
        (lambda wecom: wecom.members.invite(), NothingToSendError),
        (lambda wecom: wecom.members.invite(["u"] * 1001), TooManyError),
        (lambda wecom: wecom.members.invite(departments=[1] * 101), TooManyError),
        (lambda wecom: wecom.members.invite(tags=[1] * 101), TooManyError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("create", 60102, NameTakenError),
        ("create", 60104, NameTakenError),
        ("create", 60106, NameTakenError),
        ("create", 60103, InvalidParameterError),
        ("create", 60129, InvalidParameterError),
        ("create", 90103, InvalidParameterError),
        ("create", 60123, UnknownIdError),
        ("create", 45024, QuotaError),
        ("create", 81001, QuotaError),
        ("create", 48002, ForbiddenError),
        ("update", 60111, UnknownStaffError),
        ("update", 301036, ForbiddenError),
        ("delete", 301005, ForbiddenError),
        ("delete_many", 40031, UnknownStaffError),
        ("delete_many", 40032, InvalidParameterError),
        ("by_mobile", 46004, UnknownStaffError),
        ("openid", 43004, StaffNotReadyError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
