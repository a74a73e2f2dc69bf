"""What is given to others: `python -m tools.dist` builds all wheels into dist/ and tries one.

The wheel of Yutang holds the built admin; that of the emulator stands alone, and is installed where
nothing else is to see that it serves.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
EMULATOR = Path("packaging/wecom-emulator")
CLIENT = Path("clients/python")
ADMIN = "yutang/web/admin/index.html"
NEEDED = {
    "yutang": (ADMIN, "yutang/web/collect/yutang.js", "wecom_emulator/phone/index.html"),
    "yutang_client": ("yutang_client/py.typed", "yutang_client/generated/client.py"),
    "wecom_emulator": (
        "wecom_emulator/phone/index.html",
        "wecom_emulator/limits.toml",
        "wecom_emulator/py.typed",
    ),
}
"""Files that are no Python, without which a wheel would be of no use."""
DATABASES = ("sqlalchemy", "postgres", "psycopg", "alembic", "procrastinate", "fastapi")
_SECONDS = 60


class DistError(RuntimeError):
    """A wheel cannot be built or does not work; the text says what is wrong."""


def find_uv(root: Path = ROOT) -> str:
    """A uv that works: a version manager may leave one that only tells to install it."""
    for candidate in (shutil.which("uv"), str(root / ".tools" / "uv" / "bin" / "uv")):
        if candidate is None or not Path(candidate).exists():
            continue
        if subprocess.run([candidate, "--version"], capture_output=True, check=False).returncode:
            continue
        return candidate
    message = "there is no uv; `make setup` fetches one"
    raise DistError(message)


def run(command: Sequence[str], under: Path, env: Mapping[str, str] | None = None) -> str:
    """Run to the end as on a machine that knows nothing of this one; raises DistError."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "VIRTUAL", "COV"))}
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=under, env=clean | dict(env or {})
    )
    if done.returncode:
        message = f"{' '.join(command)}\n{done.stdout}\n{done.stderr}"
        raise DistError(message)
    return done.stdout


def build(source: Path, out: Path) -> Path:
    """The wheel of a project; raises DistError where it lacks what makes it useful."""
    with tempfile.TemporaryDirectory() as place:
        command = [find_uv(), "build", "--wheel", "--quiet", str(source), "--out-dir", place]
        run(command, ROOT)
        [built] = Path(place).glob("*.whl")
        check_content(built)
        out.mkdir(parents=True, exist_ok=True)
        for old in out.glob(f"{built.name.partition('-')[0]}-*.whl"):
            old.unlink()
        return Path(shutil.move(built, out / built.name))


def check_content(wheel: Path) -> None:
    """Raise DistError where a file is missing that is no Python."""
    with zipfile.ZipFile(wheel) as opened:
        names = set(opened.namelist())
    missing = [name for name in NEEDED[wheel.name.partition("-")[0]] if name not in names]
    if missing:
        message = f"{wheel.name} lacks {', '.join(missing)}; `make setup` builds the web apps"
        raise DistError(message)


def find_databases(python: Path) -> list[str]:
    """What an environment has of databases and of what only Yutang needs."""
    command = [find_uv(), "pip", "list", "--format=freeze", "--python", str(python)]
    names = run(command, python.parent).lower().splitlines()
    return [name for name in names if any(each in name for each in DATABASES)]


def check_serving(program: Path) -> float:
    """Serve until it answers; the seconds that took. Raises DistError where it does not."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as place:
        server = subprocess.Popen(
            [program, "serve", "--port", str(port)],
            cwd=place,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            while not _answers(f"http://127.0.0.1:{port}/healthz"):
                if server.poll() is not None or time.monotonic() - began > _SECONDS:
                    message = f"{program} serve does not answer (status {server.poll()})"
                    raise DistError(message)
                time.sleep(0.05)
        finally:
            server.terminate()
            server.wait(_SECONDS)
    return time.monotonic() - began


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1) as answer:  # noqa: S310 - our own loopback
            return bool(answer.status == 200)  # noqa: PLR2004 - what all is well is in HTTP
    except (urllib.error.URLError, OSError):
        return False


def check_alone(wheel: Path) -> float:
    """Install the emulator where nothing else is; the seconds until it answers."""
    with tempfile.TemporaryDirectory() as place:
        clean = Path(place) / "clean"
        run([find_uv(), "venv", "--quiet", "--python", sys.executable, str(clean)], Path(place))
        python = clean / "bin" / "python"
        install = [find_uv(), "pip", "install", "--quiet", "--python", str(python), str(wheel)]
        run(install, Path(place))
        if found := find_databases(python):
            message = f"{wheel.name} brings {', '.join(found)}"
            raise DistError(message)
        return check_serving(clean / "bin" / "wecom-emulator")


def main() -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.dist", description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "dist", help="where the wheels go")
    out = parser.parse_args().out.resolve()
    try:
        for source in (ROOT, ROOT / CLIENT, ROOT / EMULATOR):
            wheel = build(source, out)
            print(f"dist: {wheel} ({wheel.stat().st_size >> 10} kB)")
        seconds = check_alone(wheel)
    except DistError as error:
        print(f"dist: {error}")
        return 1
    print(f"dist: {wheel.name} alone brings no database and answered after {seconds:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
