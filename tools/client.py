"""The Python client in clients/python, written from the API's description.

`python -m tools.client` writes its `generated` package; with `--check` it only compares what it was
written from and what it is with how things are now, and openapi.json with the API: describing the
API takes longer than either.
"""

import argparse
import copy
import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tools.openapi import describe_api, is_fresh

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "clients" / "python" / "src" / "yutang_client" / "generated"
STAMP = PACKAGE / "written_from.json"
GENERATOR = "openapi-python-client"
CONFIG = """\
project_name_override: yutang-client
package_name_override: generated
use_path_prefixes_for_title_model_names: true
post_hooks: []
"""


def prepare(schema: dict[str, Any]) -> dict[str, Any]:
    """What is worth a typed call: no refusals, which the client raises, and no pages for people."""
    made = copy.deepcopy(schema)
    made["components"].pop("responses", None)
    for name, shape in made["components"]["schemas"].items():
        # Two shapes may have one title, as what is sent and what is answered; names are unique.
        shape["title"] = name.replace("-", "")
    for operations in made["paths"].values():
        for method, call in list(operations.items()):
            call["responses"] = {
                status: answer for status, answer in call["responses"].items() if status < "4"
            }
            kinds = [answer.get("content", {}) for answer in call["responses"].values()]
            if any("text/event-stream" in content for content in kinds):
                # It has no end that a call could wait for.
                del operations[method]
                continue
            for content in kinds:
                _take_files(content)
            # The header is the caller's transport's, not an argument of each call.
            parameters = [p for p in call.get("parameters", ()) if p["in"] != "header"]
            call["parameters"] = parameters
            call.pop("security", None)
    return made


def _take_files(content: dict[str, Any]) -> None:
    """The generator knows one kind of file."""
    if content and not any("json" in kind for kind in content):
        content.clear()
        content["application/octet-stream"] = {"schema": {"type": "string", "format": "binary"}}


def hash_files(package: Path) -> str:
    """Over names and contents of a package's files, without the stamp."""
    found = hashlib.sha256()
    for path in sorted(package.rglob("*.py")):
        found.update(str(path.relative_to(package)).encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def source_of(schema: dict[str, Any]) -> dict[str, str]:
    """What the client depends on."""
    text = json.dumps(prepare(schema), sort_keys=True, ensure_ascii=False)
    return {
        "description": hashlib.sha256((CONFIG + text).encode()).hexdigest(),
        "generator": f"{GENERATOR} {version(GENERATOR)}",
    }


def write_client(schema: dict[str, Any], package: Path = PACKAGE) -> str:
    """Write the package anew, whole or not at all; returns what the generator warns of."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / "api.json").write_text(json.dumps(prepare(schema)), encoding="utf-8")
        (folder / "config.yml").write_text(CONFIG, encoding="utf-8")
        command = [
            *(sys.executable, "-m", "openapi_python_client", "generate", "--meta", "none"),
            *("--path", str(folder / "api.json"), "--config", str(folder / "config.yml")),
            *("--output-path", str(folder / "made"), "--fail-on-warning"),
        ]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise SystemExit(done.stdout + done.stderr)
        shutil.rmtree(package, ignore_errors=True)
        shutil.copytree(folder / "made", package)
    stamp = {**source_of(schema), "files": hash_files(package)}
    (package / STAMP.name).write_text(json.dumps(stamp, indent=2) + "\n", encoding="utf-8")
    return done.stdout


def find_fault(schema: dict[str, Any], package: Path = PACKAGE) -> str | None:
    """Why the package is not what would be written now; None where it is."""
    stamp = package / STAMP.name
    told = json.loads(stamp.read_text(encoding="utf-8")) if stamp.is_file() else {}
    if {key: told.get(key) for key in ("description", "generator")} != source_of(schema):
        return "stale: run `make api`"
    if told.get("files") != hash_files(package):
        return "was edited by hand: run `make api`"
    return None


def main() -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.client", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    schema = describe_api()
    if not parser.parse_args().check:
        write_client(schema)
        print(f"client: wrote {PACKAGE}")
        return 0
    fresh = is_fresh(schema)
    fault = find_fault(schema)
    print(f"client: {PACKAGE.relative_to(ROOT)} {fault or 'is fresh'}")
    return 1 if fault or not fresh else 0


if __name__ == "__main__":
    sys.exit(main())
