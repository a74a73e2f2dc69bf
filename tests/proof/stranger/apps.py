"""Apps, their messages, chats, menus, files, tickets and sign-in, as wechatpy calls them."""

import hashlib
from typing import Any

from .stage import AGENT, CONTACTS_AGENT, NOTHING, Stage, offers, png, refused

MENU = {"button": [{"type": "click", "name": "Today", "key": "today"}]}
FILM = bytes.fromhex("0000001066747970") + b"isom\0\0\0\0"


def _chat(stage: Stage) -> str:
    made = stage.app.appchat.create("team1", "Team", "ann", ["ann", "bob"])
    return str(made["chatid"])


def _said(stage: Stage) -> list[Any]:
    [chat] = stage.wecom.tell("app_chats")
    return [message["msgtype"] for message in chat["said"]]


@offers("agent.get")
def _agent(stage: Stage) -> None:
    told = stage.app.agent.get(AGENT)
    assert (told["agentid"], told["close"], told["isreportenter"]) == (AGENT, 0, 0)
    with refused(301002):
        stage.app.agent.get(CONTACTS_AGENT)
    with refused(40056):
        stage.app.agent.get(AGENT + 1)


@offers("agent.list")
def _agents(stage: Stage) -> None:
    assert [row["agentid"] for row in stage.app.agent.list()] == [AGENT]


@offers("agent.set")
def _set_agent(stage: Stage) -> None:
    told = stage.app.agent.set(AGENT, name="Front desk", description="For the front desk")
    assert told == NOTHING
    read = stage.app.agent.get(AGENT)
    assert (read["name"], read["description"]) == ("Front desk", "For the front desk")
    assert read["isreportenter"] == 1


@offers("menu.create")
def _menu(stage: Stage) -> None:
    assert stage.app.menu.create(AGENT, MENU) == NOTHING
    [button] = stage.app.menu.get(AGENT)["button"]
    assert (button["name"], button["key"]) == ("Today", "today")
    with refused(40017):
        stage.app.menu.create(AGENT, {"button": [{"type": "dance", "name": "x", "key": "x"}]})


@offers("menu.get")
def _read_menu(stage: Stage) -> None:
    with refused(46003):
        stage.app.menu.get(AGENT)


@offers("menu.delete")
def _drop_menu(stage: Stage) -> None:
    stage.app.menu.create(AGENT, MENU)
    assert stage.app.menu.delete(AGENT) == NOTHING
    with refused(46003):
        stage.app.menu.get(AGENT)


@offers("menu.update")
def _new_menu(stage: Stage) -> None:
    stage.app.menu.create(AGENT, MENU)
    other = {"button": [{"type": "view", "name": "Site", "url": "https://example.com"}]}
    assert stage.app.menu.update(AGENT, other) == NOTHING
    assert [row["name"] for row in stage.app.menu.get(AGENT)["button"]] == ["Site"]


@offers("appchat.create")
def _make_chat(stage: Stage) -> None:
    assert _chat(stage) == "team1"
    with refused(86215):
        _chat(stage)
    with refused(86006):
        stage.app.appchat.create(None, "Alone", "ann", ["ann"])


@offers("appchat.get")
def _read_chat(stage: Stage) -> None:
    told = stage.app.appchat.get(_chat(stage))
    assert (told["chatid"], told["name"], told["owner"]) == ("team1", "Team", "ann")
    assert told["userlist"] == ["ann", "bob"]


@offers("appchat.update")
def _change_chat(stage: Stage) -> None:
    assert stage.app.appchat.update(_chat(stage), name="Crew", owner="bob") == NOTHING
    told = stage.app.appchat.get("team1")
    assert (told["name"], told["owner"]) == ("Crew", "bob")


@offers("appchat.send")
def _say(stage: Stage) -> None:
    chat = _chat(stage)
    media_id = stage.picture()
    assert stage.app.appchat.send(chat, "image", media_id=media_id)["errcode"] == 0
    card = {"title": "Shift", "description": "Sunday", "url": "https://example.com"}
    assert stage.app.appchat.send(chat, "textcard", btntxt="more", **card)["errcode"] == 0
    assert _said(stage) == ["image", "textcard"]
    with refused(40007):
        stage.app.appchat.send(chat, "file", media_id="unknown")


@offers("appchat.send_msg")
def _say_of_old(stage: Stage) -> None:
    assert stage.app.appchat.send_msg(_chat(stage), "markdown", content="**x**")["errcode"] == 0
    assert _said(stage) == ["markdown"]


@offers("appchat.send_text")
def _say_text(stage: Stage) -> None:
    assert stage.app.appchat.send_text(_chat(stage), "hello")["errcode"] == 0
    assert _said(stage) == ["text"]


@offers("message.send")
def _send(stage: Stage) -> None:
    text = {"msgtype": "text", "text": {"content": "hello"}}
    told = stage.app.message.send(AGENT, ["ann", "Nobody"], msg=text)
    assert (told["errcode"], told["invaliduser"]) == (0, "nobody")
    assert stage.messages() == [("text", {"content": "hello"})]
    with refused(81013):
        stage.app.message.send(AGENT, "nobody", msg=text)
    with refused(82001):
        stage.app.message.send(AGENT, "", msg=text)


@offers("message.send_text")
def _send_text(stage: Stage) -> None:
    assert stage.app.message.send_text(AGENT, "@all", "hello", safe=1)["msgid"]
    assert stage.messages("bob") == [("text", {"content": "hello"})]


@offers("message.send_text_card")
def _send_card(stage: Stage) -> None:
    stage.app.message.send_text_card(AGENT, "ann", "Shift", "Sunday", "https://example.com")
    [(kind, body)] = stage.messages()
    assert (kind, body["title"], body["btntxt"]) == ("textcard", "Shift", "详情")
    with refused(41010):
        stage.app.message.send_text_card(AGENT, "ann", "Shift", "Sunday", "")


@offers("message.send_image")
def _send_image(stage: Stage) -> None:
    media_id = stage.picture()
    assert stage.app.message.send_image(AGENT, "ann", media_id)["errcode"] == 0
    assert stage.messages() == [("image", {"media_id": media_id})]
    with refused(40007):
        stage.app.message.send_image(AGENT, "ann", "unknown")


@offers("message.send_voice")
def _send_voice(stage: Stage) -> None:
    sound = b"#!AMR\n" + (bytes([0x3C]) + bytes(31)) * 50
    media_id = stage.app.media.upload("voice", ("a.amr", sound))["media_id"]
    assert stage.app.message.send_voice(AGENT, "ann", media_id)["errcode"] == 0
    assert stage.messages() == [("voice", {"media_id": media_id})]


@offers("message.send_video")
def _send_video(stage: Stage) -> None:
    media_id = stage.app.media.upload("video", ("a.mp4", FILM))["media_id"]
    assert stage.app.message.send_video(AGENT, "ann", media_id, title="Tour")["errcode"] == 0
    [(kind, body)] = stage.messages()
    assert (kind, body["media_id"], body["title"]) == ("video", media_id, "Tour")


@offers("message.send_file")
def _send_file(stage: Stage) -> None:
    media_id = stage.app.media.upload("file", ("a.txt", b"prices"))["media_id"]
    assert stage.app.message.send_file(AGENT, "ann", media_id)["errcode"] == 0
    assert stage.messages() == [("file", {"media_id": media_id})]


@offers("message.send_articles")
def _send_articles(stage: Stage) -> None:
    article = {
        "title": "Fair",
        "description": "Hall 2",
        "url": "https://example.com",
        "image": "https://example.com/a.png",
    }
    assert stage.app.message.send_articles(AGENT, "ann", [article])["errcode"] == 0
    [(kind, body)] = stage.messages()
    assert (kind, body["articles"][0]["picurl"]) == ("news", article["image"])


@offers("message.send_mp_articles")
def _send_pages(stage: Stage) -> None:
    article = {
        "thumb_media_id": stage.picture(),
        "author": "An",
        "title": "Fair",
        "content": "<p>Hall 2</p>",
        "content_source_url": "https://example.com",
        "digest": "Hall 2",
        "show_cover_pic": 0,
    }
    assert stage.app.message.send_mp_articles(AGENT, "ann", [article])["errcode"] == 0
    [(kind, body)] = stage.messages()
    assert (kind, body["articles"][0]["title"]) == ("mpnews", "Fair")


@offers("message.send_markdown")
def _send_markdown(stage: Stage) -> None:
    assert stage.app.message.send_markdown(AGENT, "ann", "**x**")["errcode"] == 0
    assert stage.messages() == [("markdown", {"content": "**x**"})]


@offers("media.upload")
def _upload(stage: Stage) -> None:
    told = stage.app.media.upload("image", ("a.png", png()))
    assert (told["type"], type(told["created_at"])) == ("image", str)
    assert set(told) == {"errcode", "errmsg", "type", "media_id", "created_at"}
    with refused(40005):
        stage.app.media.upload("dance", ("a.png", png()))


@offers("media.upload_img")
def _upload_img(stage: Stage) -> None:
    assert stage.app.media.upload_img(("a.png", png()))["url"].startswith("http")
    with refused(40123):
        stage.app.media.upload_img(("a.png", b"no picture at all"))


@offers("media.download")
def _download(stage: Stage) -> None:
    answer = stage.app.media.download(stage.picture())
    assert (answer.status_code, answer.content) == (200, png())
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["content-disposition"] == 'attachment; filename="a.png"'


@offers("media.get_url")
def _url(stage: Stage) -> None:
    token = stage.app.access_token
    root = "https://qyapi.weixin.qq.com/cgi-bin/media/get"
    assert stage.app.media.get_url("m1") == f"{root}?access_token={token}&media_id=m1"


@offers("media.get_jssdk_url")
def _voice_url(stage: Stage) -> None:
    token = stage.app.access_token
    root = "https://qyapi.weixin.qq.com/cgi-bin/media/get/jssdk"
    assert stage.app.media.get_jssdk_url("m1") == f"{root}?access_token={token}&media_id=m1"


@offers("jsapi.get_ticket")
def _ticket(stage: Stage) -> None:
    told = stage.app.jsapi.get_ticket()
    assert told["ticket"]
    assert 7100 < told["expires_in"] <= 7200


@offers("jsapi.get_agent_ticket")
def _agent_ticket(stage: Stage) -> None:
    told = stage.app.jsapi.get_agent_ticket()
    assert told["ticket"] != stage.app.jsapi.get_ticket()["ticket"]


@offers("jsapi.get_jsapi_ticket")
def _kept_ticket(stage: Stage) -> None:
    assert stage.app.jsapi.get_jsapi_ticket() == stage.app.jsapi.get_ticket()["ticket"]


@offers("jsapi.get_agent_jsapi_ticket")
def _kept_agent_ticket(stage: Stage) -> None:
    assert stage.app.jsapi.get_agent_jsapi_ticket() == stage.app.jsapi.get_agent_ticket()["ticket"]


@offers("jsapi.get_jsapi_signature")
def _signature(stage: Stage) -> None:
    url = "https://shop.example.com/page?a=1"
    signed = stage.app.jsapi.get_jsapi_signature("n0nce", "t1cket", 1770000000, url)
    text = f"jsapi_ticket=t1cket&noncestr=n0nce&timestamp=1770000000&url={url}"
    assert signed == hashlib.sha1(text.encode(), usedforsecurity=False).hexdigest()


@offers("misc.get_wechat_ips")
def _addresses(stage: Stage) -> None:
    assert "127.0.0.1" in stage.app.misc.get_wechat_ips()


@offers("oauth.authorize_url")
def _authorize(stage: Stage) -> None:
    url = stage.app.oauth.authorize_url("https://shop.example.com/?a=1", state="s1")
    corpid = stage.wecom.company.corpid
    assert url == (
        f"https://open.weixin.qq.com/connect/oauth2/authorize?appid={corpid}"
        "&redirect_uri=https%3A%2F%2Fshop.example.com%2F%3Fa%3D1"
        "&response_type=code&scope=snsapi_base&state=s1#wechat_redirect"
    )


@offers("oauth.get_user_info")
def _who(stage: Stage) -> None:
    friend = stage.friend()
    code = stage.wecom.act("oauth", external_userid=friend)["code"]
    told = stage.app.oauth.get_user_info(code)
    assert told["external_userid"] == friend
    assert "UserId" not in told
    with refused(40029):
        stage.app.oauth.get_user_info("unknown")
