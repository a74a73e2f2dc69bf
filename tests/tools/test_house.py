"""The house as it stands: the contracts of pyproject.toml over our own tree."""

import subprocess
import sys
import tomllib
from pathlib import Path

from grimp import build_graph

from tools.contracts import find_domains

ROOT = Path(__file__).parents[2]


def test_imports_keep_every_contract() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_contracts_find_the_domains() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = {one["id"]: one for one in settings["tool"]["importlinter"]["contracts"]}
    floors = set(contracts["front-door"]["floors"])
    assert set(contracts["rooms"]["floors"]) == floors
    found = set(find_domains(build_graph("yutang"), floors))
    assert found >= {
        "yutang.act.acquisition",
        "yutang.kernel.access",
        "yutang.people.customers",
        "yutang.sense.callbacks",
    }
    # A folder on a floor without a service is no domain, and then no rule holds it.
    folders = {
        f"{floor}.{place.name}"
        for floor in floors - {"yutang.kernel"}
        for place in (ROOT / "src" / floor.replace(".", "/")).glob("*")
        if (place / "__init__.py").is_file()
    }
    assert folders <= found
