"""What segments refuse."""

from collections.abc import Sequence
from typing import ClassVar

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownSegmentError(NotFoundError):
    """No such segment in this corp."""

    code = "segments.unknown"

    def __init__(self, segment_id: int) -> None:
        super().__init__(f"there is no segment {segment_id}")


class UnknownVersionError(NotFoundError):
    """The segment never had this version."""

    code = "segments.unknown_version"

    def __init__(self, number: int) -> None:
        super().__init__(f"this segment has no version {number}")


class NameTakenError(InvalidError):
    """Two segments of one name."""

    code = "segments.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"another segment is called {name}; choose another name")


class SegmentChangedError(DomainError):
    """Somebody else changed it since it was read."""

    code = "segments.changed_meanwhile"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"this segment was changed since you opened it (version {given}, now {now}); load it"
            " again and repeat what you changed"
        )


class NoConditionsError(InvalidError):
    """A dynamic or kept segment without conditions, or a list with them."""

    code = "segments.conditions"

    def __init__(self, kind: str) -> None:
        lacks = "is a list and takes no conditions" if kind == "static" else "needs conditions"
        super().__init__(f"a {kind} segment {lacks}; choose the other kind or mend the tree")


class KindFixedError(InvalidError):
    """A list stays a list, and conditions stay conditions."""

    code = "segments.kind_fixed"

    def __init__(self) -> None:
        super().__init__(
            "a list cannot become a segment by conditions or the other way round; make another, or"
            " freeze this one into a list"
        )


class SegmentCycleError(InvalidError):
    """A segment that would ask itself."""

    code = "segments.cycle"

    def __init__(self, names: Sequence[str]) -> None:
        chain = " → ".join(names)
        super().__init__(f"these segments ask each other in a circle: {chain}; take one out")


class NestedTooDeepError(InvalidError):
    """Segments in segments in segments, or more conditions than are asked at once."""

    code = "segments.too_deep"

    def __init__(self, *, conditions: int | None = None, levels: int | None = None) -> None:
        what = f"{conditions:,} conditions" if conditions else f"more than {levels} levels"
        super().__init__(
            f"with the segments that this one names there are {what}, which is too much to ask at"
            " once; name fewer, or freeze one of them into a list"
        )


class NamedSegmentError(InvalidError):
    """A condition names a segment that is none, or not of the kind that it needs."""

    code = "segments.named"

    def __init__(self, segment_id: int, *, as_list: bool = False) -> None:
        wanted = "a list" if as_list else "a segment"
        super().__init__(f"{segment_id} is not {wanted} of this company; choose another")


class SegmentUsedError(DomainError):
    """It is deleted only when nobody uses it."""

    code = "segments.in_use"

    def __init__(self, names: Sequence[str]) -> None:
        told = ", ".join(names[:10]) + (", …" if len(names) > 10 else "")  # noqa: PLR2004
        super().__init__(f"this segment is used by {told}; take it out there first")


class TooManySegmentsError(DomainError):
    """More than a person can keep an eye on."""

    code = "segments.too_many"

    def __init__(self, most: int) -> None:
        super().__init__(f"there are {most:,} segments already; delete those that nobody uses")


class NotKeptError(DomainError):
    """Only conditions are asked anew."""

    code = "segments.not_refreshed"

    def __init__(self) -> None:
        super().__init__("this is a list: it stays as it is until you make another")


class EmptyListError(InvalidError):
    """Nothing to make a list of."""

    code = "segments.empty_list"

    def __init__(self, unknown: int, empty: int) -> None:
        super().__init__(
            f"nobody in this list is a customer here ({unknown:,} unknown, {empty:,} empty lines);"
            " check what kind of numbers it holds"
        )


class ListTooLongError(DomainError):
    """More than one list takes."""

    code = "segments.list_too_long"
    status: ClassVar[int] = 413

    def __init__(self, most: int) -> None:
        super().__init__(f"a list takes {most:,} lines; cut it into several")


class BadListError(InvalidError):
    """No list can be read from it."""

    code = "segments.bad_list"


class NoReportError(NotFoundError):
    """Nothing was unknown, or its time is over."""

    code = "segments.no_report"

    def __init__(self) -> None:
        super().__init__("there is no list of unknown lines, or its 7 days are over")


class BadCursorError(InvalidError):
    """A cursor of another list."""

    code = "segments.bad_cursor"

    def __init__(self) -> None:
        super().__init__("this is no place in this list; begin anew without `after`")
