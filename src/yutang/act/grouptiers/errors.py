"""What tiers and invitations refuse."""

from collections.abc import Sequence

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownInvitationError(NotFoundError):
    """No such invitation in this corp."""

    code = "grouptiers.unknown_invitation"

    def __init__(self, invitation_id: int) -> None:
        super().__init__(f"there is no group invitation {invitation_id} here")


class ChangedMeanwhileError(DomainError):
    """Somebody else changed it since it was read."""

    code = "grouptiers.changed_meanwhile"

    def __init__(self) -> None:
        super().__init__("this was changed since you opened it; load it anew and do it again")


class BadSharesError(InvalidError):
    """The shares are not a whole."""

    code = "grouptiers.bad_shares"

    def __init__(self, total: int) -> None:
        super().__init__(f"the three shares add up to {total}; make it 100")


class NoRuleError(DomainError):
    """Nobody said who belongs into the tier."""

    code = "grouptiers.no_rule"

    def __init__(self) -> None:
        super().__init__("nobody said who belongs there; make the tier's rule first, or send one")


class NoRuleForPondError(InvalidError):
    """Everybody may swim in the pond."""

    code = "grouptiers.no_rule_for_pond"

    def __init__(self) -> None:
        super().__init__("the pond is for everybody; only transit and core have a rule")


class BadGroupsError(InvalidError):
    """Groups that nobody can be invited into."""

    code = "grouptiers.bad_groups"

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(
            f"these groups are not here, are dismissed, or of another tier: {list(ids)};"
            " choose others"
        )


class NoRoomError(DomainError):
    """All chosen groups are full."""

    code = "grouptiers.no_room"

    def __init__(self) -> None:
        super().__init__("no chosen group has room; choose others, or let them grow larger")


class NotNowError(DomainError):
    """What the state does not allow."""

    code = "grouptiers.not_now"

    def __init__(self, state: str) -> None:
        super().__init__(f"this invitation is {state}: that cannot be done now")


class NamelessTextError(InvalidError):
    """The text names people, and some have no name."""

    code = "grouptiers.nameless_text_missing"

    def __init__(self) -> None:
        super().__init__("the text holds {name}: write text_nameless for who has no name")
