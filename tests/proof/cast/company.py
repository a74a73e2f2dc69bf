"""Sign-in, members, tags of members, jobs, apps, chats, robots."""

from typing import Any

from .people import LIN
from .stage import AGENT, Stage, plays
from .things import PNG

KEY = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C"
WHERE = {"url": "http://inbox.invalid/jobs", "token": "jobtoken", "encodingaeskey": KEY}
TAG = 5501
ROBOT = "1f0e4c2a-7d31-4a9b-8c55-0b6e2d94f7a3"


async def _code(stage: Stage, **who: Any) -> str:
    return str((await stage.act("oauth", **who))["code"])


async def _private(stage: Stage, userid: str) -> str:
    return await _code(stage, userid=userid, scope="snsapi_privateinfo", agentid=AGENT)


@plays("QingheCodePrivate000000000000001")
async def _private_code(stage: Stage) -> str:
    return await _private(stage, "ann")


@plays("QingheCode0000000000000000000001")
async def _plain_code(stage: Stage) -> str:
    return await _code(stage, userid="ann")


@plays("QingheCodeCustomer00000000000001")
async def _customer_code(stage: Stage) -> str:
    return await _code(stage, external_userid=LIN)


@plays("QingheUserTicket0000000000000002")
async def _ticket(stage: Stage) -> str:
    await stage.bring("eve")
    code = await _private(stage, "eve")
    return str((await stage.call("auth/getuserinfo", code=code))["user_ticket"])


@plays("QingheJsCode0000000000000000001")
async def _js_code(stage: Stage) -> str:
    return str((await stage.act("js_code", userid="ann"))["js_code"])


@plays("QingheTfaCode00000000000000000002")
async def _second_code(stage: Stage) -> str:
    code = await _code(stage, userid="ann")
    return str((await stage.call("auth/get_tfa_info", {"code": code}))["tfa_code"])


@plays("eve")
async def _eve(stage: Stage) -> str:
    """A member of whom everything is known."""
    attributes = [
        {"type": 0, "name": "Hobby", "text": {"value": "tea"}},
        {"type": 1, "name": "Page", "web": {"url": "https://eve.example.com", "title": "Eve"}},
    ]
    program = {"appid": "wx0011223344556677", "pagepath": "pages/shop", "title": "Qinghe shop"}
    site = {"url": "https://qinghe.example.com", "title": "Qinghe"}
    profile = {
        "external_corp_name": "青禾",
        "wechat_channels": {"nickname": "Qinghe live"},
        "external_attr": [
            {"type": 0, "name": "Desk", "text": {"value": "ground floor"}},
            {"type": 1, "name": "Site", "web": site},
            {"type": 2, "name": "Shop", "miniprogram": program},
        ],
    }
    member = {
        "name": "Eve",
        "department": [1, 2],
        "order": [3, 4],
        "position": "clerk",
        "mobile": "13900000009",
        "gender": "2",
        "email": "eve@example.com",
        "biz_mail": "eve@qinghe.example.com",
        "is_leader_in_dept": [0, 1],
        "direct_leader": ["ann"],
        "avatar_mediaid": PNG,
        "telephone": "0571-1000",
        "alias": "evie",
        "address": "Lake road 3",
        "main_department": 2,
        "extattr": {"attrs": attributes},
        "external_position": "advisor",
        "external_profile": profile,
    }
    stage.real["eve"] = "eve"
    await stage.call("user/create", {"userid": "eve", **member}, "contacts")
    await stage.call("user/authsucc", None, "contacts", userid="eve")
    return "eve"


@plays("leaders")
async def _leaders(stage: Stage) -> str:
    await stage.bring("eve")
    await stage.call("department/update", {"id": 2, "name_en": "South shop"}, "contacts")
    return "leaders"


@plays(TAG)
async def _tag(stage: Stage) -> int:
    made = await stage.call("tag/create", {"tagname": "Old hands"}, "contacts")
    body = {"tagid": made["tagid"], "userlist": ["ann"], "partylist": [2]}
    await stage.call("tag/addtagusers", body, "contacts")
    return int(made["tagid"])


async def _table(stage: Stage, text: str) -> str:
    answer = await stage.send(
        "media/upload",
        "contacts",
        params={"type": "file"},
        files={"media": ("table.csv", text.encode(), "text/csv")},
    )
    return str(answer.json()["media_id"])


PEOPLE, PARTIES = (
    "3kQinghePeople00000000000000000000000011",
    "3kQingheParties0000000000000000000000012",
)


@plays(PEOPLE)
async def _people(stage: Stage) -> str:
    rows = "Gil,gil,13900000021,1\nBad,!bad,13900000022,1\n"
    return await _table(stage, f"姓名,帐号,手机号,所在部门\n{rows}")


@plays(PARTIES)
async def _parties(stage: Stage) -> str:
    rows = "青禾,1,0,1\n南店,2,1,2\n北店,3,1,3\n西店,12,1,4\n"
    return await _table(stage, f"部门名称,部门ID,父部门ID,排序\n{rows}")


@plays("QingheImportJob00000000000000003")
async def _imported(stage: Stage) -> str:
    body = {"media_id": PEOPLE, "callback": WHERE}
    return str((await stage.call("batch/syncuser", body, "contacts"))["jobid"])


@plays("QingheImportJob00000000000000004")
async def _imported_parties(stage: Stage) -> str:
    body = {"media_id": PARTIES, "callback": WHERE}
    return str((await stage.call("batch/replaceparty", body, "contacts"))["jobid"])


@plays("QingheExportJob00000000000000003")
async def _exported(stage: Stage) -> str:
    body = {"encoding_aeskey": KEY, "block_size": 50000}
    return str((await stage.call("export/user", body))["jobid"])


@plays("an app that was set")
async def _set_app(stage: Stage) -> str:
    body = {
        "agentid": AGENT,
        "name": "Front desk",
        "description": "For the front desk",
        "logo_mediaid": PNG,
        "redirect_domain": "shop.example.com",
        "home_url": "https://shop.example.com",
    }
    await stage.call("agent/set", body)
    await stage.act(f"console/apps/{AGENT}", visible=["ann"], visible_departments=[2])
    return "an app that was set"


@plays("a menu")
async def _menu(stage: Stage) -> str:
    program = {"appid": "wx0011223344556677", "pagepath": "pages/book"}
    below = [
        {"name": "Site", "type": "view", "url": "https://shop.example.com"},
        {"name": "Book", "type": "view_miniprogram", **program},
    ]
    today = {"name": "Today", "type": "click", "key": "today"}
    body = {"button": [today, {"name": "More", "sub_button": below}]}
    await stage.call("menu/create", body, agentid=AGENT)
    return "a menu"


_TARGET = {"jump_url": "https://shop.example.com", "pagepath": "pages/a"}
_SHOWN: dict[str, dict[str, Any]] = {
    "keydata": {"items": [{"key": "Waiting", "data": "2", **_TARGET}]},
    "image": {"url": "https://shop.example.com/a.png", **_TARGET},
    "list": {"items": [{"title": "Read me", **_TARGET}]},
    "webview": {
        "url": "https://shop.example.com/w",
        "height": "single_row",
        "hide_title": True,
        "enable_webview_click": False,
        **_TARGET,
    },
}


def _workbench(kind: str) -> None:
    @plays(f"workbench {kind}")
    async def make(stage: Stage) -> str:
        body = {"agentid": AGENT, "type": kind, kind: _SHOWN[kind], "replace_user_data": True}
        await stage.call("agent/set_workbench_template", body)
        return kind


for _kind in _SHOWN:
    _workbench(_kind)


@plays("QingheTeam")
async def _team(stage: Stage) -> str:
    body = {"name": "Team", "owner": "ann", "userlist": ["ann", "bob"]}
    return str((await stage.call("appchat/create", body))["chatid"])


async def _sent(stage: Stage, **message: Any) -> Any:
    return await stage.call("message/send", {"touser": "ann", "agentid": AGENT, **message})


@plays("QingheResponseCode0000000000002")
async def _response_code(stage: Stage) -> str:
    card = {
        "card_type": "button_interaction",
        "task_id": "task-9",
        "main_title": {"title": "Take it?"},
        "button_list": [{"text": "yes", "key": "yes"}],
    }
    told = await _sent(stage, msgtype="template_card", template_card=card)
    return str(told["response_code"])


@plays("QingheMessage0000000000000000002")
async def _message(stage: Stage) -> str:
    return str((await _sent(stage, msgtype="text", text={"content": "Lunch"}))["msgid"])


@plays("a task card")
async def _task_card(stage: Stage) -> str:
    card = {
        "title": "Take it?",
        "description": "order 17",
        "task_id": "task-old",
        "btn": [{"key": "yes", "name": "yes"}],
    }
    await _sent(stage, msgtype="interactive_taskcard", interactive_taskcard=card)
    return "a task card"


@plays(ROBOT)
async def _robot(stage: Stage) -> str:
    return str((await stage.act("robots", chat="Team"))["key"])


async def _robot_media(stage: Stage, kind: str) -> str:
    query = {"key": await stage.bring(ROBOT), "type": kind}
    return str((await stage.upload("webhook/upload_media", kind, **query))["media_id"])


@plays("3kQingheRobotFile00000000000000000000013")
async def _robot_file(stage: Stage) -> str:
    return await _robot_media(stage, "file")


@plays("3kQingheRobotVoice0000000000000000000014")
async def _robot_voice(stage: Stage) -> str:
    return await _robot_media(stage, "voice")
