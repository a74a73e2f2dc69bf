"""What the system asks, kept as a code with what belongs to it, and put in words when read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any, Final

from pydantic import BaseModel, BeforeValidator


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What a task of the system asks: `code` is a wording's, `params` are what it tells of."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    def kept(self) -> dict[str, Any]:
        """As the table holds it."""
        return {"code": self.code, "params": dict(self.params)}

    def say(self) -> "TaskTitle":
        """In words. Raises KeyError for a code nobody registered."""
        return _WORDINGS[self.code](self.params)


class TaskTitle(BaseModel):
    """What a task asks, in words."""

    zh: str
    en: str


Say = Callable[[Mapping[str, Any]], TaskTitle]
_WORDINGS: Final[dict[str, Say]] = {}


def register_wording(code: str, say: Say) -> str:
    """Make a wording known. Raises ValueError when another one has its code."""
    if _WORDINGS.setdefault(code, say) is not say:
        message = f"there is another wording {code}"
        raise ValueError(message)
    return code


def put_in_words(kept: TaskTitle | Mapping[str, Any] | None) -> TaskTitle | None:
    """The words of what the table holds; None where this version does not know them.

    Then the title of the task, Chinese and shortened, is what there is.
    """
    if kept is None or isinstance(kept, TaskTitle):
        return kept
    say = _WORDINGS.get(kept.get("code", ""))
    try:
        return None if say is None else say(kept.get("params", {}))
    except KeyError:
        return None


ReadWords = Annotated[TaskTitle | None, BeforeValidator(put_in_words)]
"""The column as pages read it."""
