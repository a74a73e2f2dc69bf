"""What can be wrong with a tree of conditions."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from typing_extensions import override

from yutang.kernel.errors import InvalidError
from yutang.kernel.languages import Language


@dataclass(frozen=True, slots=True)
class Told:
    """A refusal in one language: where, and what is wrong with what to do."""

    place: str
    fault: str


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong: one of the words of faults, and the values that it names."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


class ConditionError(InvalidError):
    """A condition cannot be taken; `detail` says where in the tree, what is wrong, what to do."""

    code = "conditions.bad"

    def __init__(self, path: str, fault: Fault, told: Mapping[Language, Told]) -> None:
        """`path` counts from the root: "0.2.tags" is field `tags` of the third in the first."""
        self.path = path
        self.fault = fault
        self.told = told
        super().__init__(self.say("en"))

    @override
    def say(self, language: Language) -> str:
        told = self.told[language]
        return f"{told.place}{': ' if language == 'en' else '：'}{told.fault}"

    @override
    def place(self, language: Language) -> tuple[str, str]:
        return self.path, self.told[language].fault
