"""Words of the tests of acquisition links."""

from typing import Any

from tests.wecom_emulator.corp import Emulator

BASE = "externalcontact/customer_acquisition"
LIST, GET, CREATE, UPDATE, DELETE = (
    f"{BASE}/{verb}" for verb in ("list_link", "get", "create_link", "update_link", "delete_link")
)
CUSTOMERS, STATISTIC, CHAT_INFO = f"{BASE}/customer", f"{BASE}/statistic", f"{BASE}/get_chat_info"
QUOTA = "externalcontact/customer_acquisition_quota"
NOW = 2_000_000_000


async def link(emulator: Emulator, **changes: Any) -> str:
    """A link that leads to ann; its id."""
    body = {"link_name": "展会", "range": {"user_list": ["ann"]}} | changes
    answer = await emulator.call(CREATE, body)
    assert answer["errcode"] == 0, answer
    return str(answer["link"]["link_id"])


async def told(emulator: Emulator, count: int) -> list[str]:
    """What the app heard, once so much was delivered."""
    return [row["change_type"] for row in await emulator.delivered(count)]
