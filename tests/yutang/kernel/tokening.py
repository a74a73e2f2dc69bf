"""A program that calls with a token, for tests."""

from typing import Any

import httpx2

from tests.yutang.world import World


async def make_token(world: World, *permissions: str, **more: Any) -> str:
    """A personal token of who is signed in; with `scopes` one of a service."""
    body = {"name": "报表", "permissions": list(permissions), **more}
    place = "/api/tokens/services" if "scopes" in more else "/api/tokens"
    made = await world.http.post(place, json=body)
    assert made.status_code == 201, made.text
    return str(made.json()["token"])


def program(world: World, token: str) -> httpx2.AsyncClient:
    """A client without cookies that comes with `token`."""
    return httpx2.AsyncClient(
        transport=httpx2.ASGITransport(app=world.api, raise_app_exceptions=False),
        base_url="http://yutang.test",
        headers={"Authorization": f"Bearer {token}"},
    )
