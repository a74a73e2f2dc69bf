"""Words of the tests of codes and links."""

from typing import Any

from tests.wecom_emulator.corp import CORP, Emulator

DAY = 24 * 3600


async def impossible(emulator: Emulator, act: str, **body: Any) -> str:
    """Something that cannot happen here; why."""
    answer = await emulator.http.post(f"{CORP}/{act}", json=body)
    assert answer.status_code == 409, answer.text
    return str(answer.json()["error"])
