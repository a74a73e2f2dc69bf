"""The emulator alone: built, installed where nothing else is, served, used by foreign tests."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
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
    assert not {"yutang", "sqlalchemy", "fastapi", "psycopg"} & set(sys.modules)
"""


def find_uv() -> str:
    """A uv that works: a version manager may leave one that only tells to install it."""
    for candidate in (shutil.which("uv"), str(ROOT / ".tools" / "uv" / "bin" / "uv")):
        if candidate is None or not Path(candidate).exists():
            continue
        if subprocess.run([candidate, "--version"], capture_output=True, check=False).returncode:
            continue
        return candidate
    message = "there is no uv; `make setup` fetches one"
    raise FileNotFoundError(message)


def run(*command: str, cwd: Path) -> str:
    """Run to the end; tells what it said where it failed."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL", "COV"))}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd, env=clean)
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.mark.slow
def test_a_wheel_in_a_clean_environment_serves(tmp_path: Path) -> None:
    uv = find_uv()
    run(
        uv,
        "build",
        "--wheel",
        "--quiet",
        str(ROOT / "packaging" / "wecom-emulator"),
        "--out-dir",
        str(tmp_path),
        cwd=tmp_path,
    )
    [wheel] = tmp_path.glob("wecom_emulator-*.whl")
    run(uv, "venv", "--quiet", "--python", sys.executable, "clean", cwd=tmp_path)
    python = str(tmp_path / "clean" / "bin" / "python")
    run(uv, "pip", "install", "--quiet", "--python", python, f"{wheel}[pytest]", cwd=tmp_path)
    names = run(uv, "pip", "list", "--format=freeze", "--python", python, cwd=tmp_path).lower()
    assert "wecom-emulator==" in names
    assert not [name for name in ("sqlalchemy", "postgres", "fastapi", "alembic") if name in names]
    command = str(tmp_path / "clean" / "bin" / "wecom-emulator")
    assert "calls_a_minute = 10000\n" in run(command, "limits", cwd=tmp_path)
    assert "--limits" in run(command, "serve", "--help", cwd=tmp_path)
    (tmp_path / "test_foreign.py").write_text(FOREIGN, encoding="utf-8")
    told = run(python, "-m", "pytest", "-q", "-W", "error", "test_foreign.py", cwd=tmp_path)
    assert "1 passed" in told


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
