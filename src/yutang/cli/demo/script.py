"""A run as a script that the emulator lives: its rows, and what came of each."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from .clients import DriverError, EmulatorDoor
from .results import Add
from .scenario import Kind, Visit

# The emulator's life ends with the last row; the second day is for runs over midnight.
DAYS = 2
LOOK_SECONDS = 0.2
_NEVER = {"chance": 0}


@dataclass(frozen=True, slots=True)
class Step:
    """One act of one add; a `complete` takes whom the scan of the same add met."""

    add: Add
    do: str
    at_seconds: float
    body: dict[str, object]


def steps_of(adds: Sequence[Add], config_id: str) -> list[Step]:
    """The scan of each add, and what completes it where it is a half one."""
    steps: list[Step] = []
    for add in adds:
        visit = add.visit
        body = {"config_id": config_id, **_scan(visit)}
        steps.append(Step(add, "scan", visit.at_seconds, body))
        if visit.complete_after_seconds is not None:
            at = visit.at_seconds + visit.complete_after_seconds
            steps.append(Step(add, "complete", at, {}))
    return steps


def _scan(visit: Visit) -> dict[str, object]:
    scan: dict[str, object] = {"person": {"unionid": visit.unionid, "name": visit.name}}
    if visit.complete_after_seconds is not None:
        scan["half"] = True
    if visit.delay_ms:
        scan["delay_ms"] = visit.delay_ms
    if visit.kind is Kind.DUPLICATE:
        scan["duplicate"] = True
    return scan


async def play(
    emulator: EmulatorDoor, name: str, steps: Sequence[Step], show: Callable[[], None]
) -> None:
    """Let the emulator live these steps, and keep on each add what came of it.

    Returns after the last one; `show` is called now and then. Raises DriverError where the
    emulator leaves some out.
    """
    await emulator.control("POST", "life", json={"name": name, **script(steps)})
    path = f"/emulator/corps/{emulator.corpid}/life"
    after, left = 0, len(steps)
    while left:
        await asyncio.sleep(LOOK_SECONDS)
        life = await emulator.read(path, params={"name": name, "rows": 0})
        told = await emulator.read(f"{path}/acts", params={"name": name, "after": after})
        for row in told:
            after = row["index"]
            note(steps[row["row"]], row)
        left -= len(told)
        show()
        if left and not told and not life["running"]:
            message = f"the emulator left out {left} of {len(steps)} acts: {life['status']}"
            raise DriverError(message)


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
