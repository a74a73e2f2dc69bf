"""The app, its menu and its workbench: what is sent, read and refused."""

from collections.abc import Callable

import pytest

from tests.yutang.wecom.miniature import Miniature
from tests.yutang.wecom.verbs import (
    READ,
    WRITE,
    Act,
    Verb,
    refused_by_wecom,
    refused_here,
)
from yutang.wecom.agents import MenuButton
from yutang.wecom.client import WeCom
from yutang.wecom.errors import (
    ForbiddenError,
    InvalidParameterError,
    InvalidRequestError,
    MediaError,
    NothingToSendError,
    RefusedError,
    TextTooLongError,
    TooManyError,
    UnknownIdError,
    UnknownStaffError,
)
from yutang.wecom.workbench import (
    KeyData,
    KeyFigure,
    WorkbenchImage,
    WorkbenchLine,
    WorkbenchList,
    WorkbenchPage,
)

AREA, MENU = "/cgi-bin/agent", "/cgi-bin/menu"
AGENT = 1_000_007
FIGURES = KeyData([KeyFigure(key="今日", data="7", jump_url="https://k.test")])
HELP = MenuButton(name="帮助", type="click", key="help")
VERBS = {
    "get": Verb(
        lambda wecom: wecom.agents.get(AGENT), f"{AREA}/get", READ, query={"agentid": "1000007"}
    ),
    "list": Verb(lambda wecom: wecom.agents.list(), f"{AREA}/list", READ),
    "set": Verb(
        lambda wecom: wecom.agents.set(
            AGENT,
            name="鱼塘",
            description="客户与群",
            logo_media_id="m1",
            redirect_domain="own.test",
            home_url="https://own.test",
            report_location=False,
            report_enter=True,
        ),
        f"{AREA}/set",
        WRITE,
        {
            "agentid": 1_000_007,
            "name": "鱼塘",
            "description": "客户与群",
            "logo_mediaid": "m1",
            "redirect_domain": "own.test",
            "home_url": "https://own.test",
            "report_location_flag": 0,
            "isreportenter": 1,
        },
    ),
    "menu_create": Verb(
        lambda wecom: wecom.agents.create_menu(
            AGENT,
            [
                HELP,
                MenuButton(
                    name="更多",
                    sub_button=[
                        MenuButton(name="官网", type="view", url="https://own.test"),
                        MenuButton(name="商城", type="view_miniprogram", appid="wx7", pagepath="p"),
                        MenuButton(name="扫", type="scancode_push", key="scan"),
                    ],
                ),
            ],
        ),
        f"{MENU}/create",
        WRITE,
        {
            "button": [
                {"name": "帮助", "type": "click", "key": "help"},
                {
                    "name": "更多",
                    "sub_button": [
                        {"name": "官网", "type": "view", "url": "https://own.test"},
                        {
                            "name": "商城",
                            "type": "view_miniprogram",
                            "appid": "wx7",
                            "pagepath": "p",
                        },
                        {"name": "扫", "type": "scancode_push", "key": "scan"},
                    ],
                },
            ]
        },
        query={"agentid": "1000007"},
    ),
    "menu": Verb(
        lambda wecom: wecom.agents.menu(AGENT), f"{MENU}/get", READ, query={"agentid": "1000007"}
    ),
    "menu_delete": Verb(
        lambda wecom: wecom.agents.delete_menu(AGENT),
        f"{MENU}/delete",
        READ,
        query={"agentid": "1000007"},
    ),
    "figures": Verb(
        lambda wecom: wecom.workbench.set_template(AGENT, FIGURES, replace_user_data=True),
        f"{AREA}/set_workbench_template",
        WRITE,
        {
            "agentid": 1_000_007,
            "type": "keydata",
            "keydata": {"items": [{"key": "今日", "data": "7", "jump_url": "https://k.test"}]},
            "replace_user_data": True,
        },
    ),
    "plain": Verb(
        lambda wecom: wecom.workbench.set_template(AGENT, None),
        f"{AREA}/set_workbench_template",
        WRITE,
        {"agentid": 1_000_007, "type": "normal"},
    ),
    "picture": Verb(
        lambda wecom: wecom.workbench.set_template(
            AGENT, WorkbenchImage(url="https://i.test", pagepath="p")
        ),
        f"{AREA}/set_workbench_template",
        WRITE,
        {
            "agentid": 1_000_007,
            "type": "image",
            "image": {"url": "https://i.test", "pagepath": "p"},
        },
    ),
    "template": Verb(
        lambda wecom: wecom.workbench.template(AGENT),
        f"{AREA}/get_workbench_template",
        READ,
        {"agentid": 1_000_007},
    ),
    "lines": Verb(
        lambda wecom: wecom.workbench.set_data(
            AGENT, "gao", WorkbenchList([WorkbenchLine(title="待办", jump_url="https://t.test")])
        ),
        f"{AREA}/set_workbench_data",
        WRITE,
        {
            "userid": "gao",
            "agentid": 1_000_007,
            "type": "list",
            "list": {"items": [{"title": "待办", "jump_url": "https://t.test"}]},
        },
    ),
    "page": Verb(
        lambda wecom: wecom.workbench.set_data(
            AGENT,
            "gao",
            WorkbenchPage(
                url="https://w.test",
                height="double_row",
                hide_title=True,
                enable_webview_click=False,
            ),
        ),
        f"{AREA}/set_workbench_data",
        WRITE,
        {
            "userid": "gao",
            "agentid": 1_000_007,
            "type": "webview",
            "webview": {
                "url": "https://w.test",
                "height": "double_row",
                "hide_title": True,
                "enable_webview_click": False,
            },
        },
    ),
}


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_what_is_sent(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.sends(server, wecom)


@pytest.mark.parametrize("verb", VERBS.values(), ids=VERBS)
async def test_how_often_a_busy_wecom_is_asked(server: Miniature, wecom: WeCom, verb: Verb) -> None:
    await verb.asks_again(server, wecom)


async def test_the_app_is_read(server: Miniature, wecom: WeCom) -> None:
    server.answer(
        f"{AREA}/get",
        {
            "errcode": 0,
            "agentid": "1000007",
            "name": "鱼塘",
            "square_logo_url": "https://l.test",
            "allow_userinfos": {"user": [{"userid": "gao"}]},
            "allow_partys": {"partyid": [1]},
            "allow_tags": {"tagid": [6]},
            "close": 0,
            "redirect_domain": "own.test",
            "isreportenter": 1,
            "later": {},
        },
    )
    agent = await wecom.agents.get(AGENT)
    assert (agent.agentid, agent.name, agent.redirect_domain) == (1_000_007, "鱼塘", "own.test")
    assert [user.userid for user in agent.allow_userinfos.user] == ["gao"]
    assert (agent.allow_partys.partyid, agent.allow_tags.tagid) == ((1,), (6,))
    assert (agent.close, agent.isreportenter, agent.report_location_flag) == (0, 1, 0)
    rows = [{"agentid": 1_000_007, "name": "鱼塘", "square_logo_url": "https://l.test"}]
    server.answer(f"{AREA}/list", {"errcode": 0, "agentlist": rows})
    assert [row.name for row in await wecom.agents.list()] == ["鱼塘"]


async def test_menu_and_workbench_are_read(server: Miniature, wecom: WeCom) -> None:
    sub = {"type": "view", "name": "官网", "url": "https://own.test", "sub_button": []}
    server.answer(f"{MENU}/get", {"errcode": 0, "button": [{"name": "更多", "sub_button": [sub]}]})
    (button,) = await wecom.agents.menu(AGENT)
    assert (button.name, button.type, button.sub_button[0].url) == ("更多", "", "https://own.test")
    items = [{"key": "今日", "data": 7}]
    server.answer(
        f"{AREA}/get_workbench_template",
        {"errcode": 0, "type": "keydata", "keydata": {"items": items}, "replace_user_data": True},
    )
    shown = await wecom.workbench.template(AGENT)
    assert (shown.type, shown.keydata.items[0].data, shown.list.items) == ("keydata", "7", ())
    assert shown.replace_user_data is True


@pytest.mark.parametrize(
    ("make", "family"),
    [
        (lambda: MenuButton(name="", type="click", key="k"), NothingToSendError),
        (lambda: MenuButton(name="n"), NothingToSendError),
        (lambda: MenuButton(name="n", type="click", url="u"), NothingToSendError),
        (lambda: MenuButton(name="n", type="view", key="k"), NothingToSendError),
        (lambda: MenuButton(name="n", type="view_miniprogram", appid="wx"), NothingToSendError),
        (lambda: MenuButton(name="n", type="click", key="k" * 129), TextTooLongError),
        (lambda: MenuButton(name="n", type="view", url="u" * 1025), TextTooLongError),
        (lambda: MenuButton(name="n", sub_button=[HELP] * 6), TooManyError),
        (
            lambda: MenuButton(name="n", sub_button=[MenuButton(name="m", sub_button=[HELP])]),
            InvalidRequestError,
        ),
        (
            lambda: MenuButton(
                name="n", sub_button=[MenuButton(name="长" * 14, type="click", key="k")]
            ),
            TextTooLongError,
        ),
        (lambda: KeyData([]), TooManyError),
        (lambda: KeyData([KeyFigure(key="k", data="1")] * 5), TooManyError),
        (lambda: WorkbenchList([]), TooManyError),
        (lambda: WorkbenchList([WorkbenchLine(title="t")] * 4), TooManyError),
    ],
)
def test_parts_that_cannot_be_made(
    make: Callable[[], object], family: type[InvalidRequestError]
) -> None:
    with pytest.raises(family) as refused:
        make()
    assert type(refused.value) is family


@pytest.mark.parametrize(
    ("act", "family"),
    [
        (lambda wecom: wecom.agents.set(AGENT), NothingToSendError),
        (lambda wecom: wecom.agents.set(AGENT, name="长" * 33), TextTooLongError),
        (lambda wecom: wecom.agents.set(AGENT, description="短"), InvalidRequestError),
        (lambda wecom: wecom.agents.set(AGENT, description="长" * 121), TextTooLongError),
        (lambda wecom: wecom.agents.create_menu(AGENT, []), TooManyError),
        (lambda wecom: wecom.agents.create_menu(AGENT, [HELP] * 4), TooManyError),
        (
            lambda wecom: wecom.agents.create_menu(
                AGENT, [MenuButton(name="长" * 6, type="click", key="k")]
            ),
            TextTooLongError,
        ),
        (lambda wecom: wecom.workbench.set_data(AGENT, "", FIGURES), NothingToSendError),
    ],
)
async def test_what_is_not_sent(
    server: Miniature, wecom: WeCom, act: Act, family: type[InvalidRequestError]
) -> None:
    await refused_here(server, wecom, act, family)


@pytest.mark.parametrize(
    ("name", "errcode", "family"),
    [
        ("get", 301002, ForbiddenError),
        ("set", 85005, InvalidParameterError),
        ("set", 45022, InvalidParameterError),
        ("set", 40007, MediaError),
        ("menu_create", 40016, InvalidParameterError),
        ("menu_create", 40027, InvalidParameterError),
        ("menu_create", 40054, InvalidParameterError),
        ("menu", 46003, UnknownIdError),
        ("figures", 94000, InvalidParameterError),
        ("lines", 60111, UnknownStaffError),
        ("page", 94008, InvalidParameterError),
    ],
)
async def test_refusals(
    server: Miniature, wecom: WeCom, name: str, errcode: int, family: type[RefusedError]
) -> None:
    verb = VERBS[name]
    assert await refused_by_wecom(server, wecom, verb.act, verb.path, errcode) is family
