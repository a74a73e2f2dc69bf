"""What a member does with his tasks: closes, puts off, shows what he did, takes one on."""

from typing import Annotated, Literal

from fastapi import APIRouter, UploadFile
from pydantic import AwareDatetime, BaseModel, StringConstraints

from yutang.kernel import files
from yutang.kernel.web import CurrentRuntime
from yutang.people.notes import service as notes
from yutang.people.notes.schemas import Author
from yutang.people.stages.schemas import Why
from yutang.people.tasks import service as tasks
from yutang.people.tasks.schemas import PROOF_LENGTH, Closing

from .members import CurrentMember, MemberSession

router = APIRouter(prefix="/staff/tasks", tags=["staff pages"])


class OwnTaskEnd(BaseModel):
    """How a task ended; `proof_text` where it asks for proof in words."""

    state: Literal["done", "dropped"]
    result: Why = ""
    proof_text: Annotated[
        str, StringConstraints(strip_whitespace=True, max_length=PROOF_LENGTH)
    ] = ""


class OwnSnooze(BaseModel):
    """Until when a task is put off."""

    due_at: AwareDatetime


class OwnProof(BaseModel):
    """The picture that shows what was done."""

    file_id: int
    name: str


@router.post("/{task_id}/close", status_code=204)
async def close_own_task(
    task_id: int,
    end: OwnTaskEnd,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> None:
    """Say that a task of the member is done, or dropped.

    404 `tasks.unknown`, for another member's as for none; 409 `tasks.closed`,
    `tasks.proof_needed`.
    """
    closing = Closing(
        task_id, end.state, end.result, staff_id=member.staff_id, proof_text=end.proof_text
    )
    author = Author(f"staff:{member.staff_id}", member.name)
    await notes.close_follow_up(session, member.corp_id, closing, author, runtime.clock())
    tasks.forget_sums(runtime, member.corp_id)


@router.post("/{task_id}/snooze", status_code=204)
async def snooze_own_task(
    task_id: int,
    put_off: OwnSnooze,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> None:
    """Put a task of the member off, three times at most.

    404 `tasks.unknown`; 409 `tasks.closed`, `tasks.too_many_snoozes`; 422 `tasks.bad_due_time`.
    """
    await tasks.snooze_task(
        session, member.corp_id, task_id, member.staff_id, put_off.due_at, runtime.clock()
    )
    tasks.forget_sums(runtime, member.corp_id)


@router.post("/{task_id}/take", status_code=204)
async def take_own_task(
    task_id: int, member: CurrentMember, session: MemberSession, runtime: CurrentRuntime
) -> None:
    """Take upon oneself what waits in one's pool, or what one's member is late with.

    404 `tasks.unknown`, 409 `tasks.closed`.
    """
    await tasks.take_task(
        session, member.corp_id, task_id, member.staff_id, f"staff:{member.staff_id}"
    )
    tasks.forget_sums(runtime, member.corp_id)


@router.put("/{task_id}/proof")
async def show_own_proof(
    task_id: int,
    file: UploadFile,
    member: CurrentMember,
    session: MemberSession,
    runtime: CurrentRuntime,
) -> OwnProof:
    """Upload a picture (JPG or PNG, at most 10 MB) that shows what was done; a second replaces it.

    404 `tasks.unknown`, 409 `tasks.closed`, 422 `files.unsupported`.
    """
    name, content = file.filename or "", await file.read(files.IMAGE_BYTES + 1)
    task = await tasks.attach_proof(
        session, runtime.settings.home, member.corp_id, task_id, member.staff_id, (name, content)
    )
    return OwnProof(file_id=task.proof_file_id or 0, name=name)
