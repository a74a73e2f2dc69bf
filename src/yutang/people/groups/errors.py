"""What groups refuse."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownGroupError(NotFoundError):
    """No such group in this corp, or none that this person may see."""

    code = "groups.unknown"

    def __init__(self, group_id: int | str) -> None:
        super().__init__(f"there is no group {group_id} that you may see")


class GroupChangedError(DomainError):
    """Somebody else changed the profile since it was read."""

    code = "groups.changed_meanwhile"

    def __init__(self, given: int, now: int) -> None:
        super().__init__(
            f"this group's profile was changed since you opened it (version {given}, now {now});"
            " load it again and repeat what you changed"
        )


class BadCursorError(InvalidError):
    """`after` or `before` is none of a former page with the same question."""

    code = "groups.bad_cursor"

    def __init__(self) -> None:
        super().__init__("the page is unknown; begin at the first one again")


class BadSpanError(InvalidError):
    """Days that are no span, or too many."""

    code = "groups.bad_span"

    def __init__(self, most: int) -> None:
        super().__init__(f"give a first day that is not after the last, and at most {most} days")


class UnknownMemberError(NotFoundError):
    """He never was in this group."""

    code = "groups.unknown_member"

    def __init__(self, member: str) -> None:
        super().__init__(f"{member} was never in this group; choose from its members")


class StaffRoleError(InvalidError):
    """A role of staff for a customer."""

    code = "groups.role_of_staff"

    def __init__(self, member: str, role: str) -> None:
        super().__init__(f"{member} is a customer: {role} is for members of staff; choose core")


class CustomerRoleError(InvalidError):
    """A role of customers for a member of staff, or for his own WeChat: that would be a shill."""

    code = "groups.role_of_customers"

    def __init__(self, member: str, role: str) -> None:
        super().__init__(
            f"{member} is one of the staff, or the own WeChat of one: {role} is for customers only;"
            " staff are always shown as staff"
        )


class UnknownInsiderError(NotFoundError):
    """No such member of staff."""

    code = "groups.unknown_insider"

    def __init__(self, staff_id: int) -> None:
        super().__init__(f"there is no member of staff {staff_id}; choose one of yours")
