"""The description of the HTTP API, from which the TypeScript client is generated.

`python -m tools.openapi` writes web/packages/api/openapi.json; with `--check` it only compares.
"""

import argparse
import functools
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from yutang.api import create_app
from yutang.kernel.settings import Settings

FILE = Path(__file__).resolve().parents[1] / "web" / "packages" / "api" / "openapi.json"


@functools.cache
def describe_api() -> dict[str, Any]:
    """The schema of the whole API; no database is asked."""
    with tempfile.TemporaryDirectory(prefix="yutang-openapi-") as home:
        settings = Settings(home=Path(home), database_url="postgresql://127.0.0.1:1/nothing")
        return create_app(settings).framework.openapi()


def render(schema: dict[str, Any]) -> str:
    """The file's text, in an order that does not depend on dictionaries."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def is_fresh(schema: dict[str, Any]) -> bool:
    """Whether the file is what would be written now; says so."""
    fresh = FILE.is_file() and FILE.read_text(encoding="utf-8") == render(schema)
    print(f"openapi: {FILE.name} is {'fresh' if fresh else 'stale: run `make api`'}")
    return fresh


def main() -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.openapi", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    schema = describe_api()
    if parser.parse_args().check:
        return 0 if is_fresh(schema) else 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(render(schema), encoding="utf-8")
    print(f"openapi: wrote {FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
