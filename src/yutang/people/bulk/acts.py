"""What can be done in bulk: a register to which each part adds its acts."""

from collections.abc import Sequence
from typing import Any, ClassVar, Protocol

from pydantic import BaseModel, ValidationError
from sqlalchemy.ext.asyncio import AsyncSession

from .errors import BadArgumentsError, UnknownKindError
from .schemas import CHANGED, Doing, Plan, Way


class Act(Protocol):
    """One kind of act. Every method is set-based: a few statements for thousands of customers.

    Sessions are the corp's. `detail` is what the act that is taken back noted of these customers
    behind `changed/`, else empty.
    """

    arguments: ClassVar[type[BaseModel]]
    path: ClassVar[str | None]
    """The API of WeCom that it calls once for each of `Plan.calls`."""

    @property
    def kind(self) -> str:
        """Its name in requests and in the register."""

    async def describe(self, session: AsyncSession, corp_id: int, arguments: Any) -> dict[str, Any]:
        """What the arguments are called now; raises DomainError where the act cannot be."""

    async def plan(
        self, session: AsyncSession, corp_id: int, arguments: Any, ids: Sequence[int], detail: str
    ) -> Plan:
        """What it would do; changes nothing."""

    async def apply(
        self,
        session: AsyncSession,
        corp_id: int,
        arguments: Any,
        ids: Sequence[int],
        detail: str,
        doing: Doing,
    ) -> dict[str, list[int]]:
        """Do it: the ids by outcome. What was changed is `changed`, or `changed/<detail>`."""

    async def follow_up(self, session: AsyncSession, corp_id: int, arguments: Any) -> None:
        """Ask for what comes after; called behind the first chunk and when the act is over."""

    def way_back(self, arguments: Any) -> Way | None:
        """The act that takes this one back from those whom it changed, or None."""


_ACTS: dict[str, Act] = {}


def register(*acts: Act) -> None:
    """Make acts known under their kinds."""
    _ACTS.update({act.kind: act for act in acts})


def find(kind: str) -> Act:
    """The act of a kind. Raises UnknownKindError."""
    act = _ACTS.get(kind)
    if act is None:
        raise UnknownKindError(kind, sorted(_ACTS))
    return act


def read_arguments(act: Act, given: dict[str, Any]) -> BaseModel:
    """The arguments as the act wants them. Raises BadArgumentsError."""
    try:
        return act.arguments.model_validate(given)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(map(str, first["loc"])) or "arguments"
        message = f"{act.kind} needs other arguments: {where}: {first['msg']}"
        raise BadArgumentsError(message) from error


def code_of(outcome: str) -> str:
    """`changed` or the reason, without what was noted."""
    return outcome.partition("/")[0]


def detail_of(outcome: str) -> str:
    """What was noted behind `changed/`."""
    return outcome.partition("/")[2]


def is_change(outcome: str) -> bool:
    """Whether these customers were, or would be, changed."""
    return code_of(outcome) == CHANGED
