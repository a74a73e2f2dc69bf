"""What welcomes of groups and keyword replies refuse."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownWelcomeError(NotFoundError):
    """No such welcome in this corp."""

    code = "groupcare.unknown_welcome"

    def __init__(self, welcome_id: int) -> None:
        super().__init__(f"there is no group welcome {welcome_id} here")


class UnknownReplyError(NotFoundError):
    """No such keyword reply in this corp."""

    code = "groupcare.unknown_reply"

    def __init__(self, reply_id: int) -> None:
        super().__init__(f"there is no keyword reply {reply_id} here")


class ChangedMeanwhileError(DomainError):
    """Somebody else changed it since it was read."""

    code = "groupcare.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and do it again"
        )


class NameTakenError(DomainError):
    """Two of one name could not be told apart in a task or in the console."""

    code = "groupcare.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is another one named {name}; choose another name")


class LibraryFullError(DomainError):
    """WeCom takes no more templates."""

    code = "groupcare.library_full"

    def __init__(self, most: int) -> None:
        super().__init__(f"WeCom keeps {most} group welcomes; delete one that nobody needs first")


class TooManyRepliesError(DomainError):
    """WeCom's console takes no more rules."""

    code = "groupcare.too_many_replies"

    def __init__(self, most: int) -> None:
        super().__init__(
            f"WeCom's console takes {most} rules; delete one, or put words of one reply together"
        )


class NothingToRetryError(DomainError):
    """Only what WeCom lacks, or has otherwise, can be asked for again."""

    code = "groupcare.nothing_to_retry"

    def __init__(self, status: str) -> None:
        super().__init__(f"the welcome is '{status}': there is nothing to ask WeCom for again")


class EmptyContentError(InvalidError):
    """It says nothing."""

    code = "groupcare.empty"

    def __init__(self) -> None:
        super().__init__("write a text or add an attachment")


class ContentTooLongError(InvalidError):
    """A part is longer than WeCom takes, or than we keep."""

    code = "groupcare.too_long"

    def __init__(self, part: str, size: int, most: int, unit: str) -> None:
        super().__init__(f"the {part} has {size:,} {unit}; at most {most:,} fit: shorten it")


class BadWordsError(InvalidError):
    """Words of a rule that cannot be told apart, or are too long."""

    code = "groupcare.bad_words"


class BadReachError(InvalidError):
    """The groups are named by nobody, or by who is not here."""

    code = "groupcare.bad_reach"


class WrongFileError(InvalidError):
    """The upload is of another kind than the attachment."""

    code = "groupcare.wrong_file"

    def __init__(self, name: str, kind: str) -> None:
        super().__init__(f"{name} is no {kind}; upload one that is")
