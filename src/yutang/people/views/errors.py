"""What can be wrong with a saved view."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownViewError(NotFoundError):
    """No such view, or another person's own."""

    code = "views.unknown"

    def __init__(self, view_id: int) -> None:
        super().__init__(f"there is no view {view_id} here")


class ViewChangedError(DomainError):
    """Somebody else changed the view since it was read."""

    code = "views.changed_meanwhile"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"this view was changed since you opened it (version {given}, now {now}); load it again"
            " and repeat what you changed, or save yours under another name"
        )


class SharedViewError(DomainError):
    """Shared views belong to everybody; some may change them."""

    code = "views.shared"
    status = 403

    def __init__(self) -> None:
        super().__init__("your role may not change what everybody sees; save the view as your own")


class TooManyViewsError(InvalidError):
    """A row of tabs has an end."""

    code = "views.too_many"

    def __init__(self, limit: int) -> None:
        super().__init__(f"there are {limit} views already; delete one first")


class TakenNameError(InvalidError):
    """Two tabs that read the same."""

    code = "views.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a view named {name!r} already; choose another name")


class BadFiltersError(InvalidError):
    """A kept filter that no list of customers can be asked."""

    code = "views.bad_filters"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"the condition {name!r} cannot be kept or is not understood; choose it anew"
        )
