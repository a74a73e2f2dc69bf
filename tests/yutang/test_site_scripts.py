"""The scripts of the collector, as sites load them."""

from pathlib import Path

import httpx2
from fastapi import FastAPI

from tests.yutang.world import World
from yutang.site_scripts import add_scripts


async def test_a_site_loads_the_script_once_and_then_asks_whether_it_is_another(
    tmp_path: Path,
) -> None:
    app = FastAPI()
    add_scripts(app, tmp_path)
    transport = httpx2.ASGITransport(app=app)
    async with httpx2.AsyncClient(transport=transport, base_url="http://x") as site:
        missing = await site.get("/collect/v1/yutang.js")
        assert (missing.status_code, missing.text) == (
            503,
            "yutang.js is not built; run `make setup`",
        )
        file = tmp_path / "yutang.js"
        file.write_text("/*! yutang.js 0.1.0 */ one", encoding="utf-8")
        got = await site.get("/collect/v1/yutang.js")
        assert (got.status_code, got.text) == (200, "/*! yutang.js 0.1.0 */ one")
        assert got.headers["content-type"] == "text/javascript; charset=utf-8"
        assert got.headers["cache-control"].startswith("public, max-age=3600")
        assert got.headers["access-control-allow-origin"] == "*"
        assert got.headers["content-encoding"] == "gzip"
        plain = await site.get("/collect/v1/yutang.js", headers={"Accept-Encoding": "identity"})
        assert "content-encoding" not in plain.headers
        assert plain.content == got.content
        asked = {"If-None-Match": got.headers["etag"]}
        same = await site.get("/collect/v1/yutang.js", headers=asked)
        assert (same.status_code, same.content) == (304, b"")
        file.write_text("/*! yutang.js 0.2.0 */ two", encoding="utf-8")
        other = await site.get("/collect/v1/yutang.js", headers=asked)
        assert (other.status_code, other.text) == (200, "/*! yutang.js 0.2.0 */ two")
        assert (await site.get("/collect/v1/other.js")).status_code == 404


async def test_the_scripts_stand_beside_the_door_of_the_collector(world: World) -> None:
    for name in ("yutang.js", "yutang-mini.js"):
        got = await world.http.get(f"/collect/v1/{name}")
        assert got.status_code in {200, 503}
        assert name in got.text or "yutang" in got.text
    missing = await world.http.get("/collect/v1/other.js")
    assert missing.status_code == 404
