"""What the workbench shows of the app (92535, unverified): figures, a picture, a list or a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, Final, Literal

from yutang.wecom.answers import Answer, Lenient
from yutang.wecom.measuring import check_any, check_count
from yutang.wecom.shapes import given, plain
from yutang.wecom.transport import Repeat, Transport

MAX_FIGURES: Final = 4
MAX_LINES: Final = 3
_ROOT: Final = "/cgi-bin/agent"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFigure:
    """A figure and its name; a tap opens ``jump_url``, or ``pagepath`` of the mini program."""

    key: str
    data: str
    jump_url: str | None = None
    pagepath: str | None = None


@dataclass(frozen=True, slots=True)
class KeyData:
    """One to four figures."""

    items: Sequence[KeyFigure]
    type: ClassVar[str] = "keydata"

    def __post_init__(self) -> None:
        """Count the figures."""
        check_count("figures", self.items, MAX_FIGURES, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbenchImage:
    """A picture by address."""

    url: str
    jump_url: str | None = None
    pagepath: str | None = None
    type: ClassVar[str] = "image"


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbenchLine:
    """A line of a list."""

    title: str
    jump_url: str | None = None
    pagepath: str | None = None


@dataclass(frozen=True, slots=True)
class WorkbenchList:
    """One to three lines."""

    items: Sequence[WorkbenchLine]
    type: ClassVar[str] = "list"

    def __post_init__(self) -> None:
        """Count the lines."""
        check_count("lines", self.items, MAX_LINES, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkbenchPage:
    """A page within the workbench."""

    url: str
    jump_url: str | None = None
    pagepath: str | None = None
    height: Literal["single_row", "double_row"] | None = None
    hide_title: bool | None = None
    enable_webview_click: bool | None = None
    type: ClassVar[str] = "webview"


WorkbenchPart = KeyData | WorkbenchImage | WorkbenchList | WorkbenchPage


class ShownItem(Lenient):
    """A figure or line as WeCom tells it."""

    key: str = ""
    data: str = ""
    title: str = ""
    jump_url: str = ""
    pagepath: str = ""


class ShownItems(Lenient):
    """Figures or lines as WeCom tells them."""

    items: tuple[ShownItem, ...] = ()


class ShownPage(Lenient):
    """A picture or page as WeCom tells it."""

    url: str = ""
    jump_url: str = ""
    pagepath: str = ""
    height: str = ""
    hide_title: bool = False
    enable_webview_click: bool = False


class WorkbenchTemplate(Answer):
    """What is shown by default; the part named by ``type`` is filled, ``normal`` has none."""

    type: str = ""
    keydata: ShownItems = ShownItems()
    image: ShownPage = ShownPage()
    list: ShownItems = ShownItems()
    webview: ShownPage = ShownPage()
    replace_user_data: bool = False


class Workbench:
    """Verbs on the workbench."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def set_template(
        self,
        agent_id: int,
        part: WorkbenchPart | None,
        *,
        replace_user_data: bool | None = None,
    ) -> None:
        """Set what all members see, None for the plain icon; theirs stays unless replaced.

        Raises InvalidParameterError (94000 to 94008).
        """
        body = {**_content(agent_id, part), **given(replace_user_data=replace_user_data)}
        path = f"{_ROOT}/set_workbench_template"
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)

    async def template(self, agent_id: int) -> WorkbenchTemplate:
        """Return what all members see."""
        path = f"{_ROOT}/get_workbench_template"
        body = {"agentid": agent_id}
        return await self._transport.post(path, WorkbenchTemplate, body, repeat=Repeat.READ)

    async def set_data(self, agent_id: int, userid: str, part: WorkbenchPart) -> None:
        """Set what one member sees, ten times a minute at most.

        Raises UnknownStaffError, InvalidParameterError (94000 to 94008), FrequencyError.
        """
        check_any("a member is needed", userid)
        path = f"{_ROOT}/set_workbench_data"
        body = {"userid": userid, **_content(agent_id, part)}
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE)


def _content(agent_id: int, part: WorkbenchPart | None) -> dict[str, Any]:
    if part is None:
        return {"agentid": agent_id, "type": "normal"}
    return {"agentid": agent_id, "type": part.type, part.type: plain(part)}
