"""What watching groups refuses."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownPlanError(NotFoundError):
    """No such plan against doubles."""

    code = "groupwatch.unknown_plan"

    def __init__(self, plan_id: int) -> None:
        super().__init__(f"there is no plan {plan_id} that you may see")


class PlanRunningError(DomainError):
    """Another plan asks owners already: two could take a person out of all his groups."""

    code = "groupwatch.plan_running"

    def __init__(self, plan_id: int) -> None:
        super().__init__(f"plan {plan_id} is running; stop it, or wait until all is done")


class NothingDoubledError(InvalidError):
    """Nobody sits in so many groups."""

    code = "groupwatch.nothing_doubled"

    def __init__(self) -> None:
        super().__init__("by these rules no owner has anybody to take out; choose others")


class TooManyRemovalsError(InvalidError):
    """More than one plan may hold."""

    code = "groupwatch.too_many_removals"

    def __init__(self, found: int, most: int) -> None:
        super().__init__(
            f"{found} removals are more than {most}; ask for more groups a person, or the same kind"
        )


class ClosedError(DomainError):
    """It is over: nothing can be changed."""

    code = "groupwatch.closed"

    def __init__(self, state: str) -> None:
        super().__init__(f"it is {state} already; nothing was changed")


class UnknownRenewalError(NotFoundError):
    """No such renewal, or none of a group that this person may see."""

    code = "groupwatch.unknown_renewal"

    def __init__(self, renewal_id: int) -> None:
        super().__init__(f"there is no renewal {renewal_id} that you may see")


class RenewingError(DomainError):
    """The group is being renewed."""

    code = "groupwatch.renewing"

    def __init__(self) -> None:
        super().__init__("this group is being renewed already; stop that first")


class NobodyToAskError(DomainError):
    """Only an owner who works here can renew a living group."""

    code = "groupwatch.nobody_to_ask"

    def __init__(self) -> None:
        super().__init__(
            "the group is dismissed, or its owner is not here; hand it over to a member first"
        )


class UnfitGroupError(InvalidError):
    """The new group is none that this owner could carry them into."""

    code = "groupwatch.unfit_group"

    def __init__(self) -> None:
        super().__init__(
            "choose another living group of the same owner, which no other renewal has taken"
        )


class ForeignOwnerError(DomainError):
    """Its owner is none of the members of who asks: he can be given nothing."""

    code = "groupwatch.foreign_owner"

    def __init__(self) -> None:
        super().__init__("the group's owner is none of your members; ask who leads him to do it")
