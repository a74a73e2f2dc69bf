"""A run as a script that the emulator lives: its rows, and what came of each."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from .results import Add

# The emulator's life ends with the last row; the second day is for runs over midnight.
DAYS = 2
_NEVER = {"chance": 0}


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one add; a `complete` takes whom the scan of the same add met."""

    add: Add
    do: str
    at_seconds: float
    body: dict[str, object]


def script(steps: Sequence[Step]) -> dict[str, Any]:
    """What begins a life: only these steps happen, and the company's members do nothing."""
    rows: list[dict[str, Any]] = []
    for step in steps:
        row: dict[str, Any] = {"at": step.at_seconds, "do": step.do, "body": step.body}
        if step.do == "scan":
            row["id"] = _id(step)
        elif step.do == "complete":
            row["of"] = _id(step)
        rows.append(row)
    return {
        "scenario": {
            "name": "demo --check",
            "days": DAYS,
            "company": {"existing": True},
            "habits": {"idle": {"confirms": _NEVER, "accepts": _NEVER, "answers": _NEVER}},
            "script": rows,
        }
    }


def _id(step: Step) -> str:
    return f"scan {step.add.visit.number}"


def note(step: Step, row: dict[str, Any]) -> None:
    """Keep on the add what the emulator tells of one of its steps."""
    add = step.add
    if row["outcome"] != "done":
        # A scan that was refused is the reason already why nothing could be completed.
        add.problem = add.problem or f"the {step.do} was refused: {row.get('why')}"
        return
    answer = row.get("answer") or {}
    if step.do == "scan":
        add.external_userid, add.userid = answer["external_userid"], answer["userid"]
    code = answer.get("welcome_code")
    if isinstance(code, str) and code:
        add.codes.add(code)
