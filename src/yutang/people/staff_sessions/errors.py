"""What a member's sign-in refuses. Each code has its words in the staff app."""

from yutang.kernel.errors import DomainError, InvalidError


class StaffSignedOutError(DomainError):
    """No session of a member, or an expired one."""

    code = "staff.signed_out"
    status = 401

    def __init__(self) -> None:
        super().__init__("sign in through WeCom first: open the page from the chat's toolbar")


class ForeignTargetError(InvalidError):
    """Sign-in leads to pages of ours and nowhere else."""

    code = "staff.foreign_target"

    def __init__(self, below: str) -> None:
        super().__init__(f"`to` must be one of our pages below {below}")


class ForeignPageError(InvalidError):
    """Only our own pages are signed."""

    code = "staff.foreign_page"

    def __init__(self, address: str) -> None:
        super().__init__(f"only pages below {address}/ are signed; open this one there")


class WrongStateError(DomainError):
    """The answer belongs to no sign-in that this browser began within ten minutes."""

    code = "staff.wrong_state"
    status = 400

    def __init__(self) -> None:
        super().__init__("this sign-in was not begun here, or too long ago; open the page again")


class CodeRefusedError(DomainError):
    """WeCom does not take the code: used, too old, or another app's."""

    code = "staff.code_refused"
    status = 400

    def __init__(self) -> None:
        super().__init__("WeCom's sign-in code was used or is too old; open the page again")


class NotAMemberError(DomainError):
    """Who came is no member of the corp."""

    code = "staff.not_a_member"
    status = 403

    def __init__(self) -> None:
        super().__init__("this page is for members of the corp only")


class MemberLeftError(DomainError):
    """He left the corp or was disabled."""

    code = "staff.left"
    status = 403

    def __init__(self) -> None:
        super().__init__("this member has left the corp or is disabled; ask an administrator")


class WeComRefusedError(DomainError):
    """WeCom refused a call that the page needs."""

    code = "staff.wecom_refused"
    status = 502

    def __init__(self, errcode: int) -> None:
        super().__init__(f"WeCom refused the call ({errcode}); test the connection in the admin")


class WeComSilentError(DomainError):
    """WeCom could not be reached, or did not answer."""

    code = "staff.wecom_silent"
    status = 503

    def __init__(self) -> None:
        super().__init__("WeCom could not be reached; try again in a moment")
