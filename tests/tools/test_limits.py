"""The limits on written source, over a repository of its own."""

import subprocess
from pathlib import Path

import pytest

from tools.limits import find_faults, main


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)  # noqa: S607 - git
    return tmp_path


def write(path: Path, lines: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("x = 1\n" * lines, encoding="utf-8")


def test_a_file_of_401_lines_is_a_fault_and_one_of_400_is_not(repository: Path) -> None:
    write(repository / "src" / "long.py", 401)
    write(repository / "src" / "full.py", 400)
    write(repository / "web" / "page.tsx", 401)
    assert list(find_faults(repository)) == [
        "src/long.py: 401 lines, 400 are allowed; split it by nouns",
        "web/page.tsx: 401 lines, 400 are allowed; split it by nouns",
    ]


def test_what_nobody_wrote_may_be_long(repository: Path) -> None:
    (repository / ".gitignore").write_text("ignored.py\n", encoding="utf-8")
    for name in (
        "migrations/versions/0001_all.py",
        "web/client.gen.ts",
        "web/generated/tree.ts",
        "uv.lock",
        "docs/long.md",
        "ignored.py",
    ):
        write(repository / name, 900)
    assert list(find_faults(repository)) == []


@pytest.mark.parametrize("name", ["src/utils.py", "src/helpers/names.py", "web/common.test.ts"])
def test_a_name_that_says_nothing_is_a_fault(repository: Path, name: str) -> None:
    write(repository / name, 1)
    assert list(find_faults(repository)) == [
        f"{name}: the name says nothing; name what it is about"
    ]


def test_a_style_sheet_may_be_named_base(repository: Path) -> None:
    write(repository / "web/packages/ui/src/base.css", 1)
    assert list(find_faults(repository)) == []


def test_the_exit_status_tells(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(repository) == 0
    assert capsys.readouterr().out == "limits: no file above 400 lines\n"
    write(repository / "long.py", 500)
    assert main(repository) == 1
    assert capsys.readouterr().out == "long.py: 500 lines, 400 are allowed; split it by nouns\n"
