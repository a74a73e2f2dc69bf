"""The built apps as browsers get them: the admin at the root, the staff app below /m/."""

from pathlib import Path

import pytest

from tests.yutang.world import World
from yutang import api


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with two small apps in the place of the built ones."""
    for app in ("admin", "staff"):
        (tmp_path / "web" / app / "assets").mkdir(parents=True)
        (tmp_path / "web" / app / "index.html").write_text(f"<title>{app}</title>")
        (tmp_path / "web" / app / "assets" / "a.js").write_text(f"// {app}")
    monkeypatch.setattr(api, "WEB", tmp_path / "web")
    return tmp_path / "web"


@pytest.mark.usefixtures("built")
async def test_a_path_that_is_no_file_is_a_page(world: World, subtests: pytest.Subtests) -> None:
    for path, text in (
        ("/", "<title>admin</title>"),
        ("/customers/7", "<title>admin</title>"),
        ("/assets/a.js", "// admin"),
        ("/m/", "<title>staff</title>"),
        ("/m/today", "<title>staff</title>"),
        ("/m/assets/a.js", "// staff"),
        ("/m/%2e%2e/admin/index.html", "<title>staff</title>"),
    ):
        with subtests.test(path=path, text=text):
            answer = await world.http.get(path)
            assert (answer.status_code, answer.text) == (200, text)
            lasting = answer.headers["cache-control"].endswith("immutable")
            assert lasting is path.endswith(".js")


async def test_what_the_build_packed_is_sent_as_it_was_packed(world: World, built: Path) -> None:
    assets = built / "staff" / "assets"
    for name, content in {"b.js": b"plain", "b.js.br": b"brotli", "b.js.gz": b"gzipped"}.items():
        (assets / name).write_bytes(content)
    for accepted, coding, content in (
        ("gzip, deflate, br", "br", b"brotli"),
        ("gzip, deflate", "gzip", b"gzipped"),
        ("identity", None, b"plain"),
    ):
        asked = {"Accept-Encoding": accepted}
        async with world.http.stream("GET", "/m/assets/b.js", headers=asked) as answer:
            sent = b"".join([part async for part in answer.aiter_raw()])
        assert (answer.headers.get("content-encoding"), sent) == (coding, content)
        assert answer.headers["content-type"].startswith("text/javascript")
        assert answer.headers["cache-control"].endswith("immutable")


@pytest.mark.usefixtures("built")
async def test_only_the_bridge_frames_the_staff_app_and_nobody_the_admin(world: World) -> None:
    policy = "content-security-policy"
    staff = (await world.http.get("/m/today")).headers[policy]
    assert staff == "frame-ancestors 'self' http://wecom.test"
    assert (await world.http.get("/")).headers[policy] == "frame-ancestors 'none'"


async def test_an_app_that_is_not_built_says_so(world: World, built: Path) -> None:
    (built / "staff" / "index.html").unlink()
    answer = await world.http.get("/m/")
    assert (answer.status_code, answer.text) == (
        503,
        "the staff app is not built; run `make setup`",
    )
