"""What can be wrong with a welcome."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownGreetingError(NotFoundError):
    """No such welcome in this corp."""

    code = "welcomes.unknown"

    def __init__(self, greeting_id: int) -> None:
        super().__init__(f"there is no welcome {greeting_id} here; load the list anew")


class UnknownReachError(NotFoundError):
    """No such department, code or member in this corp."""

    code = "welcomes.unknown_reach"

    def __init__(self, what: str, number: int) -> None:
        super().__init__(f"there is no {what} {number} here; choose one from the list")


class BadReachError(InvalidError):
    """A welcome is for the corp, for one department or for one code."""

    code = "welcomes.bad_reach"

    def __init__(self) -> None:
        super().__init__(
            "say for whom it is: `corp` without an id, `department` with `department_id`, or"
            " `channel` with `channel_id`"
        )


class BadHoursError(InvalidError):
    """GreetingHours that are none."""

    code = "welcomes.bad_hours"

    def __init__(self, clock: str) -> None:
        super().__init__(
            f"from {clock} to {clock} is no time at all; leave the hours out to mean all day"
        )


class OverlapError(DomainError):
    """Two welcomes of one reach for the same people would both apply at one moment."""

    code = "welcomes.overlap"

    def __init__(self, greeting_id: int, span: str) -> None:
        super().__init__(
            f"welcome {greeting_id} is for the same people {span}: two would apply at once;"
            " change the hours, or change that welcome instead"
        )


class TooManyGreetingsError(DomainError):
    """More than one reach may hold."""

    code = "welcomes.too_many"

    def __init__(self, most: int) -> None:
        super().__init__(f"there are {most} welcomes here already; delete one of them first")


class ChangedMeanwhileError(DomainError):
    """Two people edited one welcome; the second is told instead of winning silently."""

    code = "welcomes.changed_meanwhile"

    def __init__(self, now: int, seen: int) -> None:
        super().__init__(
            f"this welcome was changed since you opened it (version {now}, yours is {seen});"
            " load it anew and make your change again"
        )


class EmptyWelcomeError(InvalidError):
    """A welcome that says nothing."""

    code = "channels.welcome_empty"

    def __init__(self) -> None:
        super().__init__("a welcome needs a text or an attachment; leave it out to send none")


class NamelessMissingError(InvalidError):
    """The text names the friend, and nothing is there for one whose name is unknown."""

    code = "channels.nameless_missing"

    def __init__(self) -> None:
        super().__init__(
            "the text holds {name}: write the nameless variant too, for friends without one"
        )


class NamedNamelessError(InvalidError):
    """The text for those without a name holds the name."""

    code = "welcomes.named_nameless"

    def __init__(self) -> None:
        super().__init__("the nameless variant is for friends without a name: leave {name} out")


class UnknownPlaceError(InvalidError):
    """Braces that no word stands for would be sent as they are."""

    code = "welcomes.unknown_place"

    def __init__(self, place: str, known: str) -> None:
        super().__init__(f"nothing stands for {place}; there are {known}")


class FallbackMissingError(InvalidError):
    """A place that nobody can fill at times has no word for those times."""

    code = "welcomes.fallback_missing"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"say in `fallbacks.{name}` what stands for {{{name}}} where there is none"
        )


class WelcomeTooLongError(InvalidError):
    """WeCom's bound for the text of a welcome."""

    code = "channels.welcome_too_long"


class LinkTooLongError(InvalidError):
    """WeCom's bounds for a card of a link or mini program."""

    code = "channels.link_too_long"


class WrongFileError(InvalidError):
    """An upload that WeCom would refuse there, by what it holds."""

    code = "welcomes.wrong_file"
