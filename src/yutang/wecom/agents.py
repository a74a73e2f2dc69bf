"""The app itself and its menu (documents 90227 to 90233, unverified)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.measuring import check_any, check_bytes, check_characters, check_count, check_that
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

MAX_NAME_CHARACTERS: Final = 32
DESCRIPTION_CHARACTERS: Final = (4, 120)
MAX_MENU_BUTTONS: Final = 3
MAX_SUB_BUTTONS: Final = 5
MAX_BUTTON_BYTES: Final = 16
MAX_SUB_BUTTON_BYTES: Final = 40
MAX_KEY_BYTES: Final = 128
MAX_URL_BYTES: Final = 1024
_ROOT: Final = "/cgi-bin/agent"

ButtonType = Literal[
    "click",
    "view",
    "scancode_push",
    "scancode_waitmsg",
    "pic_sysphoto",
    "pic_photo_or_album",
    "pic_weixin",
    "location_select",
    "view_miniprogram",
]


class AllowedUser(Lenient):
    """A member of the visible range."""

    userid: str = ""


class AllowedUsers(Lenient):
    """Members of the visible range."""

    user: tuple[AllowedUser, ...] = ()


class AllowedParties(Lenient):
    """Departments of the visible range."""

    partyid: tuple[Int, ...] = ()


class AllowedTags(Lenient):
    """Tags of the visible range."""

    tagid: tuple[Int, ...] = ()


class AgentName(Lenient):
    """An app by id and name."""

    agentid: Int = 0
    name: str = ""
    square_logo_url: str = ""


class Agent(AgentName):
    """An app; ``close`` 1 is stopped, ``isreportenter`` 1 tells when a member enters it."""

    description: str = ""
    allow_userinfos: AllowedUsers = AllowedUsers()
    allow_partys: AllowedParties = AllowedParties()
    allow_tags: AllowedTags = AllowedTags()
    close: Int = 0
    redirect_domain: str = ""
    report_location_flag: Int = 0
    isreportenter: Int = 0
    home_url: str = ""
    customized_publish_status: Int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MenuButton:
    """A button of the menu: one of ``sub_button``'s parents has neither type nor target."""

    name: str
    type: ButtonType | None = None
    key: str | None = None
    url: str | None = None
    appid: str | None = None
    pagepath: str | None = None
    sub_button: Sequence["MenuButton"] | None = None

    def __post_init__(self) -> None:
        """Measure its parts; what the button does needs a key, an address or a mini program."""
        check_any("a button needs a name", self.name)
        check_bytes("key", self.key, MAX_KEY_BYTES)
        check_bytes("address", self.url, MAX_URL_BYTES)
        check_count("buttons below one", self.sub_button or (), MAX_SUB_BUTTONS)
        if self.sub_button:
            for button in self.sub_button:
                check_bytes("name", button.name, MAX_SUB_BUTTON_BYTES)
                check_that(not button.sub_button, "a menu has two levels")
        else:
            check_any("a button needs a type", self.type)
            check_any("a button needs a target", self._target())

    def _target(self) -> str | None:
        if self.type == "view":
            return self.url
        if self.type == "view_miniprogram":
            return self.appid and self.pagepath
        return self.key


class ShownButton(Lenient):
    """A button as WeCom tells it."""

    name: str = ""
    type: str = ""
    key: str = ""
    url: str = ""
    appid: str = ""
    pagepath: str = ""
    sub_button: tuple["ShownButton", ...] = ()


class _AgentFound(Agent, Answer):
    pass


class _Agents(Answer):
    agentlist: tuple[AgentName, ...] = ()


class _Menu(Answer):
    button: tuple[ShownButton, ...] = ()


class Agents:
    """Verbs on the app itself."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def get(self, agent_id: int) -> Agent:
        """Read the app; raises ForbiddenError (301002) for another one."""
        return await self._transport.get(f"{_ROOT}/get", _AgentFound, agentid=agent_id)

    async def list(self) -> tuple[AgentName, ...]:
        """Return the apps that the token may see, which is this one."""
        return (await self._transport.get(f"{_ROOT}/list", _Agents)).agentlist

    async def set(
        self,
        agent_id: int,
        *,
        name: str | None = None,
        description: str | None = None,
        logo_media_id: str | None = None,
        redirect_domain: str | None = None,
        home_url: str | None = None,
        report_location: bool | None = None,
        report_enter: bool | None = None,
    ) -> None:
        """Change what is given: name of 32, description of 4 to 120 characters.

        Raises TextTooLongError, InvalidRequestError, InvalidParameterError (85005: the domain is
        not verified), MediaError, ForbiddenError.
        """
        least, most = DESCRIPTION_CHARACTERS
        check_characters("name", name, MAX_NAME_CHARACTERS)
        check_characters("description", description, most)
        check_that(
            description is None or len(description) >= least,
            f"a description has at least {least} characters",
        )
        change = given(
            name=name,
            description=description,
            logo_mediaid=logo_media_id,
            redirect_domain=redirect_domain,
            home_url=home_url,
            report_location_flag=None if report_location is None else int(report_location),
            isreportenter=None if report_enter is None else int(report_enter),
        )
        check_any("nothing to change", change)
        body: dict[str, Any] = {"agentid": agent_id, **change}
        await self._transport.post(f"{_ROOT}/set", Answer, body, repeat=Repeat.WRITE)

    async def create_menu(self, agent_id: int, buttons: Sequence[MenuButton]) -> None:
        """Put a menu of one to three buttons in the place of the one before.

        Names of 16 bytes, below a button 40. Raises TooManyError, TextTooLongError,
        InvalidParameterError (40016 to 40027, 40054, 40055).
        """
        check_count("buttons", buttons, MAX_MENU_BUTTONS, 1)
        for button in buttons:
            check_bytes("name", button.name, MAX_BUTTON_BYTES)
        body = given(button=buttons)
        await self._transport.post(
            "/cgi-bin/menu/create",
            Answer,
            body,
            repeat=Repeat.WRITE,
            query={"agentid": agent_id},
        )

    async def menu(self, agent_id: int) -> tuple[ShownButton, ...]:
        """Return the menu; raises UnknownIdError (46003) where there is none."""
        return (await self._transport.get("/cgi-bin/menu/get", _Menu, agentid=agent_id)).button

    async def delete_menu(self, agent_id: int) -> None:
        """Take the menu away."""
        await self._transport.get("/cgi-bin/menu/delete", Answer, agentid=agent_id)
