"""The app among its members: the client against the emulator, and what it is told."""

from collections.abc import AsyncIterator

import pytest

from tests.yutang.wecom.company import AGENT, Company, opened_company, png
from yutang.wecom import events
from yutang.wecom.agents import MenuButton
from yutang.wecom.app_messages import Receivers
from yutang.wecom.errors import (
    ForbiddenError,
    NameTakenError,
    TooLateError,
    UnknownGroupError,
    UnknownIdError,
)
from yutang.wecom.messages import (
    CardMessage,
    InlineImageMessage,
    MarkdownMessage,
    TextMessage,
)
from yutang.wecom.template_cards import (
    Button,
    ButtonCard,
    CardAction,
    Checkbox,
    Option,
    Submit,
    TextNotice,
    Title,
    VoteCard,
)
from yutang.wecom.workbench import KeyData, KeyFigure


@pytest.fixture
async def company() -> AsyncIterator[Company]:
    async with opened_company() as made:
        yield made


async def test_messages_and_what_members_answer(company: Company) -> None:
    messages = company.wecom.app_messages
    sent = await messages.send(AGENT, Receivers(["mei", "ghost"]), TextMessage("开会"))
    assert (sent.unreached, sent.response_code) == (("ghost",), "")
    await messages.recall(sent.msgid)
    card = ButtonCard(
        task_id="t1", main_title=Title(title="假"), button_list=[Button(text="准", key="yes")]
    )
    asked = await messages.send(AGENT, Receivers(["mei"]), CardMessage(card))
    assert asked.response_code
    await company.act("cards/click", userid="mei", msgid=asked.msgid, key="yes")
    answer = await company.told()
    assert isinstance(answer, events.CardAnswered)
    assert (answer.userid, answer.key, answer.task_id, answer.card_type) == (
        "mei",
        "yes",
        "t1",
        "button_interaction",
    )
    await messages.disable_button(AGENT, answer.response_code, Receivers(["mei"]), "已准")
    with pytest.raises(TooLateError):
        await messages.disable_button(AGENT, answer.response_code, Receivers(["mei"]), "已准")
    vote = VoteCard(
        task_id="t2",
        main_title=Title(title="何时"),
        checkbox=Checkbox(
            question_key="when",
            mode=1,
            option_list=[Option(id="a", text="早"), Option(id="b", text="晚")],
        ),
        submit_button=Submit(text="交", key="go"),
    )
    polled = await messages.send(AGENT, Receivers(["mei"]), CardMessage(vote))
    chosen = [{"question_key": "when", "option_ids": ["a", "b"]}]
    await company.act("cards/click", userid="mei", msgid=polled.msgid, key="go", selected=chosen)
    answer = await company.told()
    assert isinstance(answer, events.CardAnswered)
    assert answer.choices == (events.Choice("when", ("a", "b")),)
    done = TextNotice(main_title=Title(title="谢"), card_action=CardAction(url="https://t.test"))
    await messages.replace_card(AGENT, polled.response_code, Receivers(["mei"]), done)


async def test_chats_robots_menu_and_workbench(company: Company) -> None:
    chats = company.wecom.app_chats
    chat_id = await chats.create(["mei", "lan"], name="门店", owner="lan", chat_id="shop7")
    with pytest.raises(NameTakenError):
        await chats.create(["mei", "lan"], chat_id="shop7")
    await chats.update(chat_id, name="总店", owner="mei")
    found = await chats.get(chat_id)
    assert (found.name, found.owner, set(found.userlist)) == ("总店", "mei", {"mei", "lan"})
    await chats.send(chat_id, MarkdownMessage("**开会**"))
    with pytest.raises(UnknownGroupError):
        await chats.get("never")
    robot = await company.act("robots", chat="门店")
    await company.wecom.robots.send(robot["key"], InlineImageMessage(png()))
    file = await company.wecom.robots.upload(robot["key"], "file", "价.txt", b"12345", "text/plain")
    assert file.type == "file"
    with pytest.raises(UnknownIdError):
        await company.wecom.robots.send("never", TextMessage("a"))
    await company.act("robots", key=robot["key"], disabled=True)
    with pytest.raises(ForbiddenError):
        await company.wecom.robots.send(robot["key"], TextMessage("a"))
    agents = company.wecom.agents
    with pytest.raises(UnknownIdError):
        await agents.menu(AGENT)
    site = MenuButton(name="官网", type="view", url="https://tea.test")
    await agents.create_menu(
        AGENT,
        [
            MenuButton(name="帮助", type="click", key="help"),
            MenuButton(name="更多", sub_button=[site]),
        ],
    )
    assert [button.name for button in await agents.menu(AGENT)] == ["帮助", "更多"]
    await company.act(f"apps/{AGENT}/menu", userid="mei", key="help")
    assert isinstance(await company.told(), events.MenuClicked)
    await company.act(f"apps/{AGENT}/menu", userid="mei", key="https://tea.test")
    assert isinstance(await company.told(), events.MenuViewed)
    await agents.delete_menu(AGENT)
    await agents.set(AGENT, description="客户与群聊", report_enter=True)
    agent = await agents.get(AGENT)
    assert (agent.agentid, agent.description, agent.isreportenter) == (AGENT, "客户与群聊", 1)
    assert [row.agentid for row in await agents.list()] == [AGENT]
    await company.act(f"apps/{AGENT}/enter", userid="lan")
    assert isinstance(await company.told(), events.AppEntered)
    await company.act(f"apps/{AGENT}/say", userid="lan", text="在吗")
    said = await company.told()
    assert isinstance(said, events.TextReceived)
    assert (said.userid, said.content) == ("lan", "在吗")
    figures = KeyData([KeyFigure(key="今日", data="7")])
    await company.wecom.workbench.set_template(AGENT, figures)
    await company.wecom.workbench.set_data(AGENT, "mei", figures)
    shown = await company.wecom.workbench.template(AGENT)
    assert (shown.type, shown.keydata.items[0].data) == ("keydata", "7")
