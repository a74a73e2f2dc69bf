"""Codes, links, files, broadcasts, Moments, products, rules."""

import hashlib
from typing import Any

from .people import BOBS, GOLD, LIN, LINK, MO, VISITORS, WAY, X
from .stage import FILES, Stage, plays

PNG = "3kQingheMediaPicture000000000000000000001"
FILM = "3kQingheMediaFilm00000000000000000000002"
PAPER = "3kQingheMediaPaper0000000000000000000003"
UPLOADED = "https://wework.qpic.cn/wwpic/QINGHE-UPLOADED/0"
MOMENT_PNG, MOMENT_FILM = (
    "3kQingheMomentPicture00000000000000000004",
    "3kQingheMomentFilm0000000000000000000005",
)
ALBUM_PNG = "3kQingheAlbumPicture000000000000000000008"
HOURS = {
    "title": "Hours",
    "picurl": "https://shop.example.com/hours.png",
    "desc": "from Monday",
    "url": "https://shop.example.com/hours",
}
BOOK = {"title": "Book", "pic_media_id": PNG, "appid": "wx0011223344556677", "page": "pages/book"}


async def _code(stage: Stage, **way: Any) -> str:
    body = {"type": 1, "scene": 2, "user": ["ann"], **way}
    return str((await stage.call(f"{X}add_contact_way", body))["config_id"])


@plays(WAY)
async def _way(stage: Stage) -> str:
    more = {"type": 2, "user": ["ann", "bob"], "party": [2], "skip_verify": False}
    return await _code(stage, remark="hall two", state="hall-2", **more)


@plays("1b7c9a54e2f84d0aa6310fd27be8c905")
async def _button(stage: Stage) -> str:
    return await _code(stage, scene=1, style=2, state="mini", user=["bob"])


async def _temporary(stage: Stage, **conclusions: Any) -> str:
    more = {"is_temp": True, "unionid": "oQingheLin", "conclusions": conclusions}
    return await _code(stage, state="clinic", **more)


@plays("c2a86f30d1954e7b9f02c7e4518dab63")
async def _clinic(stage: Stage) -> str:
    return await _temporary(stage, text={"content": "Take care"}, image={"media_id": PNG})


@plays("ee04b7d19a3c4c58b1f06a927d53fc18")
async def _clinic_link(stage: Stage) -> str:
    return await _temporary(stage, link=HOURS)


@plays("4a90cc27e8d14d6a8f5be3127c06d9f4")
async def _clinic_mini(stage: Stage) -> str:
    return await _temporary(stage, miniprogram=BOOK)


@plays("f3b2c0e17d5a4986b1d4a90c6e27f835")
async def _door(stage: Stage) -> str:
    body = {
        "scene": 2,
        "chat_id_list": [VISITORS],
        "auto_create_room": 1,
        "state": "door",
        "remark": "front door",
        "room_base_name": "Visitors",
        "room_base_id": 7,
    }
    return str((await stage.call(f"{X}groupchat/add_join_way", body))["config_id"])


async def _link(stage: Stage, **more: Any) -> str:
    range_ = {"user_list": ["ann"], "department_list": [2]}
    body = {"link_name": "fair", "range": range_, **more}
    made = await stage.call(f"{X}customer_acquisition/create_link", body)
    return str(made["link"]["link_id"])


@plays(LINK)
async def _fair(stage: Stage) -> str:
    return await _link(stage, range={"user_list": ["ann"]})


@plays("caQingheRanked00000002")
async def _ranked(stage: Stage) -> str:
    return await _link(stage, priority_option={"priority_type": 2, "priority_userid_list": ["bob"]})


async def _media(stage: Stage, kind: str) -> str:
    return str((await stage.upload("media/upload", kind, type=kind))["media_id"])


@plays(PNG)
async def _picture(stage: Stage) -> str:
    return await _media(stage, "image")


@plays(FILM)
async def _film(stage: Stage) -> str:
    return await _media(stage, "video")


@plays(PAPER)
async def _paper(stage: Stage) -> str:
    return await _media(stage, "file")


@plays("3kQingheMediaVoice0000000000000000000009")
async def _voice(stage: Stage) -> str:
    return await _media(stage, "voice")


@plays(UPLOADED)
async def _uploaded(stage: Stage) -> str:
    return str((await stage.upload("media/uploadimg", "image"))["url"])


async def _attachment(stage: Stage, kind: str, purpose: int) -> str:
    query: dict[str, Any] = {"media_type": kind, "attachment_type": purpose}
    return str((await stage.upload("media/upload_attachment", kind, **query))["media_id"])


@plays(MOMENT_PNG)
async def _moment_picture(stage: Stage) -> str:
    return await _attachment(stage, "image", 1)


@plays("3kQingheMomentCover000000000000000000006")
async def _moment_cover(stage: Stage) -> str:
    return await _attachment(stage, "image", 1)


@plays(MOMENT_FILM)
async def _moment_film(stage: Stage) -> str:
    return await _attachment(stage, "video", 1)


@plays(ALBUM_PNG)
async def _album_picture(stage: Stage) -> str:
    return await _attachment(stage, "image", 2)


async def _linked(stage: Stage, url: str) -> str:
    digest = hashlib.md5(FILES["video"][1], usedforsecurity=False).hexdigest()
    body = {"scene": 1, "type": "video", "filename": "tour.mp4", "url": url, "md5": digest}
    jobid = str((await stage.call("media/upload_by_url", body))["jobid"])
    while (await stage.call("media/get_upload_by_url_result", {"jobid": jobid}))["status"] == 1:
        continue
    return jobid


@plays("QingheUploadJob0000000000000002")
async def _fetched(stage: Stage) -> str:
    return await _linked(stage, "http://127.0.0.1/tour.mp4")


@plays("QingheUploadJob0000000000000003")
async def _not_fetched(stage: Stage) -> str:
    return await _linked(stage, "https://cdn.example.com/tour.mp4")


async def _broadcast(stage: Stage, **body: Any) -> str:
    return str((await stage.call(f"{X}add_msg_template", body))["msgid"])


@plays("msgQingheFresh00000000000000001")
async def _fresh(stage: Stage) -> str:
    return await _broadcast(stage, external_userid=[LIN], sender="ann", text={"content": "Hello"})


@plays("msgQingheSent000000000000000002")
async def _sent(stage: Stage) -> str:
    """Ann sent it, Mo had left her by then, bob has not sent his part."""
    await stage.act("say", **{"from": LIN, "to": "ann", "text": "hello"})
    msgid = await _broadcast(
        stage,
        external_userid=[LIN, MO, BOBS],
        text={"content": "New hours"},
        attachments=[
            {"msgtype": "image", "image": {"media_id": PNG}},
            {"msgtype": "image", "image": {"pic_url": UPLOADED}},
            {"msgtype": "link", "link": HOURS},
            {"msgtype": "miniprogram", "miniprogram": BOOK},
            {"msgtype": "video", "video": {"media_id": FILM}},
            {"msgtype": "file", "file": {"media_id": PAPER}},
        ],
    )
    await stage.act("unfollow", userid="ann", external_userid=MO)
    await stage.act("confirm", userid="ann", msgid=msgid)
    return msgid


@plays("msgQingheOwn0000000000000000007")
async def _own(stage: Stage) -> str:
    return str((await stage.act("broadcasts", userid="ann", text="Mine"))["msgid"])


@plays("msgQingheGroups0000000000000003")
async def _to_groups(stage: Stage) -> str:
    body = {"chat_type": "group", "sender": "ann", "chat_id_list": [VISITORS]}
    msgid = await _broadcast(stage, text={"content": "Tonight"}, **body)
    await stage.act("confirm", userid="ann", msgid=msgid)
    return msgid


@plays("QingheWelcome_000000000000000000000000000001")
async def _welcome(stage: Stage) -> str:
    person = {"unionid": "oQingheNew", "name": "Xin"}
    return str((await stage.act("scan", config_id=WAY_OF_ANN, person=person))["welcome_code"])


WAY_OF_ANN = "9911aa22bb33cc44dd55ee66ff778899"


@plays(WAY_OF_ANN)
async def _way_of_ann(stage: Stage) -> str:
    return await _code(stage, state="hall-2")


def _template(number: int, part: dict[str, Any]) -> None:
    @plays(f"msgQingheTemplate00000000000000{number}")
    async def make(stage: Stage) -> str:
        body = {"text": {"content": "Hello %NICKNAME%"}, **part}
        return str((await stage.call(f"{X}group_welcome_template/add", body))["template_id"])


_template(1, {"image": {"media_id": PNG}})
_template(2, {"link": HOURS})
_template(3, {"miniprogram": BOOK})
_template(4, {"file": {"media_id": PAPER}})
_template(5, {"video": {"media_id": FILM}})
_GONE = "etQingheGone00000000000000000011"


async def _moment_task(stage: Stage, **body: Any) -> str:
    jobid = (await stage.call(f"{X}add_moment_task", body))["jobid"]
    return str(jobid)


async def _moment(stage: Stage, **body: Any) -> str:
    jobid = await _moment_task(stage, **body)
    told = await stage.call(f"{X}get_moment_task_result", jobid=jobid)
    return str(told["result"]["moment_id"])


@plays("QingheMomentJob0000000000000001")
async def _partly(stage: Stage) -> str:
    """A range of which one member, one department and one tag are none."""
    await stage.bring(LIN)
    seen = {
        "sender_list": {"user_list": ["ann", "nobody"], "department_list": [99]},
        "external_contact_list": {"tag_list": [GOLD, _GONE]},
    }
    return await _moment_task(stage, text={"content": "Spring tea"}, visible_range=seen)


@plays("momQinghePosted0000000000000001")
async def _posted(stage: Stage) -> str:
    """Ann posted it, bob did not; she and Lin liked it and wrote."""
    await stage.bring(LIN)
    await stage.bring(BOBS)
    picture = {"msgtype": "image", "image": {"media_id": MOMENT_PNG}}
    mom = await _moment(stage, text={"content": "Spring tea"}, attachments=[picture])
    await stage.act("confirm", userid="ann", moment_id=mom)
    for kind in ("like", "comment"):
        await stage.act(f"moments/{mom}/react", external_userid=LIN, kind=kind)
        await stage.act(f"moments/{mom}/react", userid="ann", kind=kind)
    return mom


@plays("momQingheOwn00000000000000000002")
async def _own_moment(stage: Stage) -> str:
    film = {"msgtype": "video", "video": {"media_id": MOMENT_FILM}}
    place = {"latitude": "30.25", "longitude": "120.16", "name": "Lake"}
    told = await stage.act(
        "moments",
        userid="ann",
        text="By the river",
        attachments=[film],
        location=place,
        external_userid=[LIN],
    )
    return str(told["moment_id"])


@plays("momQingheLink0000000000000000003")
async def _moment_link(stage: Stage) -> str:
    cover = "3kQingheMomentCover000000000000000000006"
    link = {"title": "Hours", "url": "https://shop.example.com/hours", "media_id": cover}
    return await _moment(stage, attachments=[{"msgtype": "link", "link": link}])


@plays("productQingheCup01")
async def _cup(stage: Stage) -> str:
    picture = {"type": "image", "image": {"media_id": ALBUM_PNG}}
    body = {"description": "A blue cup", "price": 4900, "product_sn": "CUP01"}
    made = await stage.call(f"{X}add_product_album", {**body, "attachments": [picture]})
    return str(made["product_id"])


@plays("ruleQinghePrice01")
async def _rule(stage: Stage) -> str:
    body = {
        "rule_name": "prices",
        "word_list": ["cheaper", "discount"],
        "semantics_list": [1, 3],
        "intercept_type": 1,
        "applicable_range": {"user_list": ["ann"], "department_list": [2]},
    }
    return str((await stage.call(f"{X}add_intercept_rule", body))["rule_id"])


@plays("semantics nested")
async def _nested(stage: Stage) -> str:
    await stage.act("switches", semantics_nested=True)
    return "semantics nested"
