"""The emulator alone: built, installed as the tutorial says where nothing else is, served, used."""

import os
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tools.dist import (
    DistError,
    build,
    check_content,
    check_serving,
    find_databases,
    run,
)

ROOT = Path(__file__).resolve().parents[2]
TUTORIAL = "tutorials/test-your-wecom-app.md"
FOREIGN = """
import sys

def test_it_is_here_and_nothing_of_yutang(wecom_emulator):
    friend = wecom_emulator.add("ann", name="Bob")
    [event] = wecom_emulator.events()
    assert event["ExternalUserID"] == friend["external_userid"]
    page = wecom_emulator.http.get("/")
    assert page.headers["content-type"].startswith("text/html")
    assert wecom_emulator.http.get("/phone/app.js").status_code == 200
    apis = wecom_emulator.http.get("/emulator/coverage").json()["apis"]
    assert len(apis) > 100
    paths = wecom_emulator.http.get("/emulator/openapi.json").json()["paths"]
    assert len(paths) > 90
    assert not {"yutang", "sqlalchemy", "fastapi", "psycopg"} & set(sys.modules)
"""


def blocks(language: str) -> list[tuple[str, str]]:
    """The printed blocks of the tutorial in order: their kind and what they say."""
    text = (ROOT / "docs" / language / TUTORIAL).read_text(encoding="utf-8")
    return re.findall(r"^```(\w+)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_tutorial_prints_the_same_in_both_languages() -> None:
    assert blocks("en") == blocks("zh")


@pytest.mark.proof
@pytest.mark.timeout(500)
def test_a_wheel_in_a_clean_environment_serves_and_the_tutorial_works(tmp_path: Path) -> None:
    wheels, place = tmp_path / "wheels", tmp_path / "my-app"
    build(ROOT / "packaging" / "wecom-emulator", wheels)
    place.mkdir()
    commands, expected = ["set -e"], []
    for kind, said in blocks("en"):
        if kind == "python":
            (place / said.splitlines()[0].removeprefix("# ")).write_text(said, encoding="utf-8")
        elif kind == "sh":
            commands.append(said)
        else:
            expected.append(said.strip())
    env = {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        # Until it stands in an index, pip finds it here.
        "PIP_FIND_LINKS": str(wheels),
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_COMPILE": "1",
    }
    told = run(["bash", "-c", "\n".join(commands)], place, env)
    assert expected == ["2 passed"]
    assert expected[0] in told
    clean = place / ".venv" / "bin"
    assert find_databases(clean / "python") == []
    assert check_serving(clean / "wecom-emulator") < 60
    command = str(clean / "wecom-emulator")
    assert "calls_a_minute = 10000\n" in run([command, "limits"], place)
    assert "--limits" in run([command, "serve", "--help"], place)
    (place / "test_foreign.py").write_text(FOREIGN, encoding="utf-8")
    foreign = [str(clean / "python"), "-m", "pytest", "-q", "-W", "error", "test_foreign.py"]
    assert "1 passed" in run(foreign, place)


def test_a_wheel_without_its_pages_is_refused(tmp_path: Path) -> None:
    wheel = tmp_path / "wecom_emulator-1-py3-none-any.whl"
    # The least that is a ZIP file: an empty one.
    wheel.write_bytes(b"PK\x05\x06" + bytes(18))
    with pytest.raises(DistError, match=r"lacks wecom_emulator/phone/index\.html"):
        check_content(wheel)


def test_a_program_that_does_not_serve_is_told(tmp_path: Path) -> None:
    program = tmp_path / "wecom-emulator"
    program.write_text("#!/bin/sh\nexit 3\n", encoding="utf-8")
    program.chmod(0o700)
    with pytest.raises(DistError, match=r"does not answer \(status 3\)"):
        check_serving(program)


def test_it_asks_for_what_it_imports_and_no_more() -> None:
    def names(file: Path) -> dict[str, str]:
        wanted = tomllib.loads(file.read_text(encoding="utf-8"))["project"]["dependencies"]
        return {line.replace("[", ">").split(">")[0].split("=")[0]: line for line in wanted}

    own, whole = (
        names(ROOT / "packaging" / "wecom-emulator" / "pyproject.toml"),
        names(ROOT / "pyproject.toml"),
    )
    # One floor for each, or the two would drift apart.
    assert {name: whole.get(name) for name in own} == own
