"""Tags on members, imports and exports: what is sent, read and refused."""

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    NEVER,
    READ,
    WRITE,
    Act,
    Verb,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.batch_jobs import JobCallback
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    MediaError,
    NameTakenError,
    NothingToSendError,
    NotReadyError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    TooManyError,
    UnknownIdError,
    UnknownTagError,
)

TAG, BATCH, EXPORT = "/cgi-bin/tag", "/cgi-bin/batch", "/cgi-bin/export"
KEY = "kWxPEV2UEDyxWpmPB8jfIqLfe5ExtmQHTjAsDIZx3zE"
VERBS = {
    "create": Verb(
        lambda wecom: wecom.contact_tags.create("讲师", 6),
        f"{TAG}/create",
        NEVER,
        {"tagname": "讲师", "tagid": 6},
    ),
    "create_plain": Verb(
        lambda wecom: wecom.contact_tags.create("讲师"), f"{TAG}/create", NEVER, {"tagname": "讲师"}
    ),
    "rename": Verb(
        lambda wecom: wecom.contact_tags.rename(6, "导师"),
        f"{TAG}/update",
        WRITE,
        {"tagid": 6, "tagname": "导师"},
    ),
    "delete": Verb(
        lambda wecom: wecom.contact_tags.delete(6), f"{TAG}/delete", READ, query={"tagid": "6"}
    ),
    "get": Verb(lambda wecom: wecom.contact_tags.get(6), f"{TAG}/get", READ, query={"tagid": "6"}),
    "list": Verb(lambda wecom: wecom.contact_tags.list(), f"{TAG}/list", READ),
    "add": Verb(
        lambda wecom: wecom.contact_tags.add(6, ["gao"], [4]),
        f"{TAG}/addtagusers",
        WRITE,
        {"tagid": 6, "userlist": ["gao"], "partylist": [4]},
    ),
    "remove": Verb(
        lambda wecom: wecom.contact_tags.remove(6, departments=[4]),
        f"{TAG}/deltagusers",
        WRITE,
        {"tagid": 6, "partylist": [4]},
    ),
    "import_members": Verb(
        lambda wecom: wecom.batch_jobs.start_import(
            "syncuser",
            "csv1",
            invite=False,
            callback=JobCallback("https://own.test/jobs", "t0k", KEY),
        ),
        f"{BATCH}/syncuser",
        NEVER,
        {
            "media_id": "csv1",
            "to_invite": False,
            "callback": {"url": "https://own.test/jobs", "token": "t0k", "encodingaeskey": KEY},
        },
    ),
    "replace_members": Verb(
        lambda wecom: wecom.batch_jobs.start_import("replaceuser", "csv1"),
        f"{BATCH}/replaceuser",
        NEVER,
        {"media_id": "csv1"},
    ),
    "replace_departments": Verb(
        lambda wecom: wecom.batch_jobs.start_import("replaceparty", "csv1", invite=True),
        f"{BATCH}/replaceparty",
        NEVER,
        {"media_id": "csv1"},
    ),
    "import_result": Verb(
        lambda wecom: wecom.batch_jobs.import_result("j1"),
        f"{BATCH}/getresult",
        READ,
        query={"jobid": "j1"},
    ),
    "export": Verb(
        lambda wecom: wecom.batch_jobs.start_export("taguser", KEY, block_size=10_000, tag_id=6),
        f"{EXPORT}/taguser",
        WRITE,
        {"encoding_aeskey": KEY, "block_size": 10_000, "tagid": 6},
    ),
    **{
        f"export_{kind}": Verb(
            lambda wecom, kind=kind: wecom.batch_jobs.start_export(kind, KEY),  # type: ignore[misc]
            f"{EXPORT}/{kind}",
            WRITE,
            {"encoding_aeskey": KEY},
        )
        for kind in ("simple_user", "user", "department")
    },
    "export_result": Verb(
        lambda wecom: wecom.batch_jobs.export_result("j1"),
        f"{EXPORT}/get_result",
        READ,
        query={"jobid": "j1"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_tags_are_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{TAG}/create", {"errcode": 0, "errmsg": "created", "tagid": "6"})
    members = [{"userid": "gao", "name": "高雨"}]
    server.answer(
        f"{TAG}/get", {"errcode": 0, "tagname": "讲师", "userlist": members, "partylist": [4]}
    )
    rows = [{"tagid": 6, "tagname": "讲师"}, {"tagid": 7}]
    server.answer(f"{TAG}/list", {"errcode": 0, "taglist": rows})
    assert await wecom.contact_tags.create("讲师") == 6
    found = await wecom.contact_tags.get(6)
    assert (found.tagname, found.userlist[0].userid, found.partylist) == ("讲师", "gao", (4,))
    listed = await wecom.contact_tags.list()
    assert [(tag.tagid, tag.tagname) for tag in listed] == [(6, "讲师"), (7, "")]


async def test_whom_a_tag_did_not_reach(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{TAG}/addtagusers",
        {"errcode": 0, "errmsg": "ok", "invalidlist": "ghost|gone|", "invalidparty": [77]},
        {"errcode": 0, "errmsg": "ok"},
    )
    missed = await wecom.contact_tags.add(6, ["gao", "ghost", "gone"], [77])
    assert (missed.userids, missed.invalidparty) == (("ghost", "gone"), (77,))
    reached = await wecom.contact_tags.add(6, ["gao"])
    assert (reached.userids, reached.invalidparty) == ((), ())


async def test_jobs_are_followed(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{BATCH}/syncuser", {"errcode": 0, "jobid": "j1"})
    server.answer(
        f"{BATCH}/getresult",
        {"errcode": 0, "status": 2, "type": "sync_user", "total": 3, "percentage": 33},
        {
            "errcode": 0,
            "status": 3,
            "type": "replace_party",
            "total": 2,
            "percentage": 100,
            "result": [
                {"userid": "gao", "errcode": 0, "errmsg": "ok"},
                {"action": 1, "partyid": "9", "errcode": 60123, "errmsg": "no"},
            ],
        },
    )
    assert await wecom.batch_jobs.start_import("syncuser", "csv1") == "j1"
    running = await wecom.batch_jobs.import_result("j1")
    assert (running.status, running.percentage, running.result) == (2, 33, ())
    done = await wecom.batch_jobs.import_result("j1")
    assert [(row.userid, row.partyid, row.errcode) for row in done.result] == [
        ("gao", 0, 0),
        ("", 9, 60123),
    ]
    server.answer(f"{EXPORT}/user", {"errcode": 0, "jobid": "j2"})
    parts = [{"url": "https://f.test/1", "size": 1024, "md5": "aa"}]
    server.answer(f"{EXPORT}/get_result", {"errcode": 0, "status": 2, "data_list": parts})
    assert await wecom.batch_jobs.start_export("user", KEY) == "j2"
    exported = await wecom.batch_jobs.export_result("j2")
    assert (exported.status, exported.data_list[0].url, exported.data_list[0].size) == (
        2,
        "https://f.test/1",
        1024,
    )


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.contact_tags.create(""), NothingToSendError),
        (lambda wecom: wecom.contact_tags.create("长" * 33), TextTooLongError),
        (lambda wecom: wecom.contact_tags.rename(6, ""), NothingToSendError),
        (lambda wecom: wecom.contact_tags.rename(6, "长" * 33), TextTooLongError),
        (lambda wecom: wecom.contact_tags.add(6), NothingToSendError),
        (lambda wecom: wecom.contact_tags.add(6, ["u"] * 1001), TooManyError),
        (lambda wecom: wecom.contact_tags.remove(6, departments=[1] * 101), TooManyError),
        (lambda wecom: wecom.batch_jobs.start_export("user", KEY[:-1]), InvalidRequestError),
        (lambda wecom: wecom.batch_jobs.start_export("user", "?" * 43), InvalidRequestError),
        (
            lambda wecom: wecom.batch_jobs.start_export("user", KEY, block_size=9_999),
            InvalidRequestError,
        ),
        (
            lambda wecom: wecom.batch_jobs.start_export("user", KEY, block_size=1_000_001),
            InvalidRequestError,
        ),
        (lambda wecom: wecom.batch_jobs.start_export("taguser", KEY), InvalidRequestError),
        (lambda wecom: wecom.batch_jobs.start_export("user", KEY, tag_id=6), InvalidRequestError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("create", 40071, NameTakenError),
        ("create", 40072, InvalidParameterError),
        ("create", 40068, UnknownTagError),
        ("rename", 81011, ForbiddenError),
        ("add", 40070, InvalidParameterError),
        ("add", 81003, QuotaError),
        ("add", 81014, InvalidParameterError),
        ("import_members", 302008, NotReadyError),
        ("import_members", 40092, MediaError),
        ("import_result", 40088, UnknownIdError),
        ("import_result", 40089, UnknownIdError),
        ("export", 60011, ForbiddenError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
