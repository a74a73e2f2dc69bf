"""What can be wrong with a link."""

from yutang.kernel.errors import InvalidError, NotFoundError


class UnknownLinkError(NotFoundError):
    """No such link in this corp."""

    code = "links.unknown"

    def __init__(self, channel_id: int) -> None:
        super().__init__(f"there is no acquisition link {channel_id} here")


class NobodyBehindError(InvalidError):
    """Neither members nor departments."""

    code = "links.nobody"

    def __init__(self) -> None:
        super().__init__("a link needs members or departments; choose at least one")


class TooManyBehindError(InvalidError):
    """More people than WeCom lets stand behind a link."""

    code = "links.too_many"

    def __init__(self, count: int, most: int) -> None:
        super().__init__(
            f"members and departments together are {count} people; WeCom takes {most} a link:"
            " choose fewer, or make several links"
        )


class UnknownDepartmentError(InvalidError):
    """A department is not here."""

    code = "links.unknown_department"

    def __init__(self, ids: list[int]) -> None:
        super().__init__(f"these departments are not here: {ids}; choose from the tree")


class NoPriorityMembersError(InvalidError):
    """A list of friends who go first, and nobody in it."""

    code = "links.no_priority_members"

    def __init__(self) -> None:
        super().__init__("choose the members whose friends go first, or another way")
