"""What can be wrong with a stage."""

from yutang.kernel.errors import InvalidError


class UnknownStageError(InvalidError):
    """No such stage."""

    code = "stages.unknown"

    def __init__(self, key: str) -> None:
        super().__init__(f"there is no stage {key}: use potential, intent, deal or repeat")


class StageListError(InvalidError):
    """The list does not name each stage once, or two have one name."""

    code = "stages.bad_list"

    def __init__(self) -> None:
        super().__init__("name each of the four stages once, each by a name of its own")
