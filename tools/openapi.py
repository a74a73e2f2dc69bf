"""The description of the HTTP API, from which the TypeScript client is generated.

`python -m tools.openapi` writes web/packages/api/openapi.json; with `--check` it only compares.
"""

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from yutang.api import create_app
from yutang.kernel.settings import Settings

FILE = Path(__file__).resolve().parents[1] / "web" / "packages" / "api" / "openapi.json"


def describe_api() -> dict[str, Any]:
    """The schema of the whole API; no database is asked."""
    with tempfile.TemporaryDirectory(prefix="yutang-openapi-") as home:
        settings = Settings(home=Path(home), database_url="postgresql://127.0.0.1:1/nothing")
        return create_app(settings).framework.openapi()


def render() -> str:
    """The file's text, in an order that does not depend on dictionaries."""
    return json.dumps(describe_api(), ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def main() -> int:
    """Entry point; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tools.openapi", description=__doc__)
    parser.add_argument("--check", action="store_true", help="change nothing")
    text = render()
    if parser.parse_args().check:
        fresh = FILE.is_file() and FILE.read_text(encoding="utf-8") == text
        print(f"openapi: {FILE.name} is {'fresh' if fresh else 'stale: run `make api`'}")
        return 0 if fresh else 1
    FILE.parent.mkdir(parents=True, exist_ok=True)
    FILE.write_text(text, encoding="utf-8")
    print(f"openapi: wrote {FILE}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
