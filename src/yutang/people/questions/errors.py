"""What can be wrong with a question set or an answer."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownSetError(NotFoundError):
    """No such living set."""

    code = "questions.unknown"

    def __init__(self, set_id: int) -> None:
        super().__init__(f"there is no question set {set_id} here")


class SetNameTakenError(DomainError):
    """Another living set has this name."""

    code = "questions.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a question set 「{name}」 already: give this one another name")


class SetChangedError(DomainError):
    """Somebody changed the set since it was read."""

    code = "questions.changed_meanwhile"

    def __init__(self, name: str) -> None:
        super().__init__(f"「{name}」 was changed meanwhile: read its questions again")


class SetDefinitionError(InvalidError):
    """The questions contradict themselves or their limits."""

    code = "questions.bad_set"


class TooManySetsError(DomainError):
    """The corp's limit is reached."""

    code = "questions.too_many"

    def __init__(self, limit: int) -> None:
        super().__init__(f"a corp has at most {limit} question sets: archive one")


class AnswerError(InvalidError):
    """An answer does not fit its question, or a needed one is missing."""

    code = "questions.bad_answer"

    def __init__(self, question: str, problem: str) -> None:
        super().__init__(f"「{question}」: {problem}")
