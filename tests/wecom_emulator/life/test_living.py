"""`wecom-emulator live`, as a user runs it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from wecom_emulator.cli import app
from wecom_emulator.testing import serve

SMALL = """
name: small
company: {staff: 2}
codes: {a: {per_hour: {9-12: 4}}}
broadcasts: [{at: '13:00', text: hi}]
"""


def run(*words: str) -> Result:
    return CliRunner().invoke(app, ["live", *words])


@pytest.fixture
def small(tmp_path: Path) -> str:
    """A scenario in a file."""
    file = tmp_path / "small.yaml"
    file.write_text(SMALL, encoding="utf-8")
    return str(file)


def test_a_scenario_is_lived_and_judged(small: str) -> None:
    done = run("--scenario", small, "--seed", "4", "--check", "--json")

    assert done.exit_code == 0, done.output
    told = json.loads(done.stdout.splitlines()[-1])
    assert (told["scenario"], told["seed"], told["status"]) == ("small", 4, "finished")
    assert told["counts"]["arrive"]["done"] == told["people"] > 0
    assert told["check"]["ok"]


def test_it_says_in_words_what_happened(small: str) -> None:
    done = run("--scenario", small, "--check")

    assert done.exit_code == 0, done.output
    lines = done.stdout.splitlines()
    assert lines[0] == "small, seed 1: finished"
    assert any(line.startswith("  arrive ") for line in lines)
    assert sum(line.startswith("holds") for line in lines) == 7
    assert "100.0%" in done.stderr


def test_acts_are_printed_the_same_each_time() -> None:
    one, again, other = (run("--scenario", "shop", "--print", "--seed", s) for s in "334")

    assert one.stdout_bytes == again.stdout_bytes != other.stdout_bytes
    acts = [json.loads(line) for line in one.stdout.splitlines()]
    assert acts[0].keys() == {"at", "do", "who", "what"}
    assert len(acts) > 100


def test_it_lives_in_an_emulator_that_runs(small: str) -> None:
    with serve() as emulated:
        where = ("--url", emulated.url, "--corp", emulated.company.corpid)
        done = run("--scenario", small, *where, "--json")
        told = emulated.tell()
        nobody = run("--scenario", small, "--url", emulated.url, "--corp", "ww0")

    assert done.exit_code == 0, done.output
    assert len(told["customers"]) == json.loads(done.stdout.splitlines()[-1])["people"]
    assert nobody.exit_code == 1
    assert "no corp ww0" in nobody.stderr


def test_what_cannot_be_lived_ends_with_a_status(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("name: a\ndays: none\n", encoding="utf-8")

    missing, faulty = run("--scenario", "nothing.yaml"), run("--scenario", str(wrong))
    empty = run("--scenario", "gentle")

    assert (missing.exit_code, faulty.exit_code, empty.exit_code) == (2, 2, 1)
    assert "wrong.yaml, line 2: days" in faulty.stderr
    assert "has no members" in empty.stdout
