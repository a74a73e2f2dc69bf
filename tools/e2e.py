"""Run the browser tests of web/ against a demo of their own: `python -m tools.e2e`.

The tests find it by YUTANG_E2E_URL, YUTANG_E2E_EMULATOR_URL, YUTANG_E2E_USER and
YUTANG_E2E_PASSWORD, the newcomer who must choose a password by YUTANG_E2E_NEWCOMER and
YUTANG_E2E_NEWCOMER_PASSWORD, its folder and our Python by YUTANG_E2E_HOME and YUTANG_E2E_PYTHON,
and the browser by CHROMIUM. With `--pictures` the pictures of the README are taken anew; files
that are named are run alone. Files in which a test failed are written to YUTANG_E2E_FAILED.
"""

import asyncio
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from tools.setup import BROWSERS
from yutang.cli.demo.stack import Demo, free_ports, start_demo, temporary_home

WEB = Path(__file__).resolve().parents[1] / "web"
PICTURES = WEB.parent / "docs" / "pictures"
SCRIPT = "e2e"
NOT_FOUND = 127


def has_script(web: Path) -> bool:
    """Whether the web workspace has browser tests."""
    package = web / "package.json"
    if not package.is_file():
        return False
    return SCRIPT in json.loads(package.read_text(encoding="utf-8")).get("scripts", {})


def find_tests(web: Path) -> list[str]:
    """Every file of browser tests, from `web`, in the order in which they run."""
    return [
        str(path.relative_to(web))
        for pattern in ("apps/*/e2e/*.e2e.mjs", "e2e/*.e2e.mjs")
        for path in sorted(web.glob(pattern))
    ]


def find_browser() -> str | None:
    """Where a Chromium is, if one is."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def environment(demo: Demo, browser: str) -> dict[str, str]:
    """What the tests need to find the demo and the browser, and to sign in."""
    return {
        "CHROMIUM": browser,
        "YUTANG_E2E_HOME": str(demo.home),
        "YUTANG_E2E_PYTHON": sys.executable,
        "YUTANG_E2E_URL": demo.url,
        "YUTANG_E2E_EMULATOR_URL": demo.emulator_url,
        "YUTANG_E2E_USER": demo.file.checker,
        "YUTANG_E2E_PASSWORD": demo.file.checker_password,
        "YUTANG_E2E_NEWCOMER": demo.file.login,
        "YUTANG_E2E_NEWCOMER_PASSWORD": demo.file.password,
    }


async def run_tests(web: Path, browser: str, files: Sequence[str] = ()) -> int:
    """Start a demo, run the tests, or those in `files`, stop it; returns their exit status."""
    npm = shutil.which("npm")
    if npm is None:
        print("e2e: npm is not on the PATH; run `make test`, which sees to it")
        return NOT_FOUND
    with temporary_home() as home:
        port, emulator_port = free_ports(2)
        async with start_demo(home, port, emulator_port) as demo:
            tests = await asyncio.create_subprocess_exec(
                *(npm, "run", SCRIPT, "--", *(files or find_tests(web))),
                cwd=web,
                env=os.environ | environment(demo, browser),
            )
            return await tests.wait()


def main(arguments: Sequence[str] = ()) -> int:
    """Entry point; returns the exit status."""
    if "--pictures" in arguments:
        os.environ["YUTANG_E2E_PICTURES"] = str(PICTURES)
    if not has_script(WEB):
        print(f"e2e: web/package.json has no script `{SCRIPT}` yet, so there is nothing to run")
        return 0
    browser = find_browser()
    if browser is None:
        print(f"e2e: skipped, there is no Chromium here (looked for {', '.join(BROWSERS)})")
        # Where nobody reads along, a skipped test must not look like a passed one.
        return 1 if os.environ.get("CI") else 0
    files = [argument for argument in arguments if not argument.startswith("--")]
    return asyncio.run(run_tests(WEB, browser, files))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
