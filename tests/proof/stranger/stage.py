"""An emulator on a port, and wechatpy's client that takes it for WeCom."""

import contextlib
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from PIL import Image
from wechatpy.enterprise import WeChatClient
from wechatpy.exceptions import WeChatClientException

from wecom_emulator.testing import EmulatedWeCom

AGENT = 1000002
CONTACTS_AGENT, CONTACTS_SECRET = 2000002, "secret-of-contacts-sync"
FEBRUARY = 1_770_000_000
"""2026-02-02 10:40 in Shanghai, a Monday."""
DAY = 24 * 3600
NOTHING = {"errcode": 0, "errmsg": "ok"}


def png() -> bytes:
    """A picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (8, 8), "teal").save(buffer, "PNG")
    return buffer.getvalue()


@dataclass(frozen=True, slots=True)
class Stage:
    """The emulator, the client of an app, and the client that may write contacts."""

    wecom: EmulatedWeCom
    app: Any
    contacts: Any

    def friend(self, userid: str = "ann", **person: Any) -> str:
        """A customer of a member."""
        return str(self.wecom.add(userid, **person)["external_userid"])

    def way(self) -> str:
        """A code of ann's."""
        made = self.app.external_contact.add_contact_way(1, 2, state="expo", user=["ann"])
        return str(made["config_id"])

    def tags(self, *names: str, group: str = "Level") -> tuple[str, list[str]]:
        """A group of tags made by the app."""
        rows = [{"name": name} for name in names]
        made = self.app.external_contact.add_corp_tag(None, group, None, rows)["tag_group"]
        return str(made["group_id"]), [str(tag["id"]) for tag in made["tag"]]

    def group(self, *members: str) -> str:
        """A customer group of ann's."""
        made = self.wecom.act("groups", owner="ann", name="Visitors", members=list(members))
        return str(made["chat_id"])

    def picture(self) -> str:
        """The media_id of a picture."""
        return str(self.app.media.upload("image", ("a.png", png(), "image/png"))["media_id"])

    def messages(self, userid: str = "ann") -> list[tuple[str, Any]]:
        """Kinds and bodies of what apps sent a member."""
        rows = self.wecom.tell("app_messages", userid=userid)
        return [(row["msgtype"], row["body"]) for row in rows]

    def received(self, external_userid: str) -> list[tuple[str, str]]:
        """Kind and text of all that a customer got."""
        rows = self.wecom.tell("received", external_userid=external_userid)
        return [(row["kind"], row["body"].get("text", "")) for row in rows]


@contextlib.contextmanager
def refused(errcode: int) -> Iterator[None]:
    """WeCom's refusal, as wechatpy raises it."""
    with pytest.raises(WeChatClientException) as caught:
        yield
    assert caught.value.errcode == errcode, caught.value
    assert f"devtool/query?e={errcode}" in caught.value.errmsg


def set_up(wecom: EmulatedWeCom) -> Stage:
    """An emulator that is empty but for one corp, and clients with no token yet."""
    company = wecom.company
    assert wecom.http.post("/emulator/reset").status_code == 200
    body = company.wanted(company.callback_url, verify=False)
    body["apps"].append({"agentid": CONTACTS_AGENT, "secret": CONTACTS_SECRET})
    assert wecom.http.post("/emulator/corps", json=body).status_code == 200
    return Stage(
        wecom,
        WeChatClient(company.corpid, company.secret),
        WeChatClient(company.corpid, CONTACTS_SECRET),
    )


Call = Callable[[Stage], None]
IN_SCOPE: dict[str, Call] = {}
"""What a call of wechatpy must do, by `attribute.method`; each asserts for itself."""


def offers(name: str) -> Callable[[Call], Call]:
    """Enter a call in the table."""

    def enter(call: Call) -> Call:
        assert name not in IN_SCOPE
        IN_SCOPE[name] = call
        return call

    return enter
