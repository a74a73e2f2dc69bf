"""Group welcome templates, and the attachments they share with broadcasts and moments."""

from collections.abc import Callable

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
from yutang.wecom.attachments import (
    FileAttachment,
    ImageAttachment,
    LinkAttachment,
    MiniProgramAttachment,
    MomentLink,
    VideoAttachment,
)
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidRequestError,
    MediaError,
    NothingToSendError,
    QuotaError,
    RefusedError,
    TextTooLongError,
    UnknownIdError,
)
from yutang.wecom.group_welcomes import NICKNAME

AREA = "/cgi-bin/externalcontact/group_welcome_template"
VERBS = {
    "add": Verb(
        lambda wecom: wecom.group_welcomes.add(
            f"欢迎 {NICKNAME}", ImageAttachment("pic9", "https://ignored.test/1")
        ),
        f"{AREA}/add",
        NEVER,
        {"text": {"content": "欢迎 %NICKNAME%"}, "image": {"media_id": "pic9"}, "notify": 1},
    ),
    "add_file": Verb(
        lambda wecom: wecom.group_welcomes.add(attachment=FileAttachment("list5"), notify=False),
        f"{AREA}/add",
        NEVER,
        {"file": {"media_id": "list5"}, "notify": 0},
    ),
    "edit": Verb(
        lambda wecom: wecom.group_welcomes.edit(
            "msgT", "欢迎", LinkAttachment("群规", "https://shop.test/rules")
        ),
        f"{AREA}/edit",
        WRITE,
        {
            "template_id": "msgT",
            "text": {"content": "欢迎"},
            "link": {"title": "群规", "url": "https://shop.test/rules"},
        },
    ),
    "get": Verb(
        lambda wecom: wecom.group_welcomes.get("msgT"),
        f"{AREA}/get",
        READ,
        {"template_id": "msgT"},
    ),
    "delete": Verb(
        lambda wecom: wecom.group_welcomes.delete("msgT"),
        f"{AREA}/del",
        WRITE,
        {"template_id": "msgT"},
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_a_template_is_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(f"{AREA}/add", {"errcode": 0, "template_id": "msgT"})
    assert await wecom.group_welcomes.add("欢迎") == "msgT"
    server.answer(
        f"{AREA}/get",
        {
            "errcode": 0,
            "text": {"content": "欢迎"},
            "image": {"pic_url": "https://p.test/1"},
            "link": None,
            "sticker": {},
        },
    )
    found = await wecom.group_welcomes.get("msgT")
    assert (found.text.content, found.image.pic_url) == ("欢迎", "https://p.test/1")
    assert (found.link.url, found.video.media_id) == ("", "")


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.group_welcomes.add(), NothingToSendError),
        (lambda wecom: wecom.group_welcomes.edit("msgT"), NothingToSendError),
        (lambda wecom: wecom.group_welcomes.add("茶" * 1000 + "a"), TextTooLongError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("add", 41055, QuotaError),
        ("add", 40007, MediaError),
        ("edit", 41058, ForbiddenError),
        ("get", 40037, UnknownIdError),
        ("delete", 40036, UnknownIdError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (ImageAttachment, NothingToSendError),
        (lambda: VideoAttachment(""), NothingToSendError),
        (lambda: FileAttachment(""), NothingToSendError),
        (lambda: MiniProgramAttachment("", "p", "a", "g"), NothingToSendError),
        (lambda: MiniProgramAttachment("t", "", "a", "g"), NothingToSendError),
        (lambda: MiniProgramAttachment("t", "p", "", "g"), NothingToSendError),
        (lambda: MiniProgramAttachment("t", "p", "a", ""), NothingToSendError),
        (lambda: MomentLink("", "m"), NothingToSendError),
        (lambda: MomentLink("https://e.test", ""), NothingToSendError),
        (lambda: MomentLink("https://e.test", "m", "a" * 65), TextTooLongError),
        (lambda: MomentLink("https://e.test", "m", "茶" * 43), TextTooLongError),
        (lambda: MomentLink("https://e.test/" + "x" * 2034, "m"), TextTooLongError),
    ],
)
def test_attachments_that_cannot_be_made(
    make: Callable[[], object], family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family):
        make()
