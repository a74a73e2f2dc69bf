"""What can be wrong with a rule."""

from collections.abc import Sequence

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownRuleError(NotFoundError):
    """There is no such rule."""

    code = "tag_rules.unknown"

    def __init__(self, rule_id: int) -> None:
        super().__init__(f"there is no rule {rule_id} here, or it was deleted")


class UnknownRunError(NotFoundError):
    """There is no such run."""

    code = "tag_rules.unknown_run"

    def __init__(self, run_id: int) -> None:
        super().__init__(f"there is no run {run_id} here, or it is older than is kept")


class UnknownStarterError(NotFoundError):
    """No such starter."""

    code = "tag_rules.unknown_starter"

    def __init__(self, key: str) -> None:
        super().__init__(f"there is no starter {key}; read the list of them")


class RuleNameTakenError(DomainError):
    """Another rule has this name."""

    code = "tag_rules.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a rule {name}; take another name")


class RuleChangedError(DomainError):
    """Somebody changed the rule meanwhile."""

    code = "tag_rules.changed"

    def __init__(self, version: int) -> None:
        super().__init__(f"the rule is at version {version} now; read it again, then change it")


class TooManyRulesError(DomainError):
    """A corp has room for so many."""

    code = "tag_rules.too_many"

    def __init__(self, limit: int) -> None:
        super().__init__(f"there are {limit} rules, more are not kept; delete some first")


class UnknownKindError(InvalidError):
    """Nothing of this kind is ever written."""

    code = "tag_rules.unknown_kind"

    def __init__(self, kind: str) -> None:
        super().__init__(f"no event is called {kind}; choose one of the kinds that there are")


class BadSegmentError(InvalidError):
    """A segment that tells of nobody's entering."""

    code = "tag_rules.bad_segment"

    def __init__(self, segment_id: int) -> None:
        super().__init__(
            f"segment {segment_id} is not here, or its members are not kept; only a kept segment"
            " tells who enters and leaves: set it to be kept first"
        )


class ConditionNeededError(InvalidError):
    """By the clock a rule needs to know whom it is about."""

    code = "tag_rules.condition_needed"

    def __init__(self) -> None:
        super().__init__("a rule that runs by the clock, or now, needs a condition: add one")


class ActsApartError(InvalidError):
    """Acts of one rule that do not go together."""

    code = "tag_rules.apart"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"{', '.join(names)}: a rule puts or takes a tag once, puts one of an exclusive group"
            " and sets one stage; leave one of them out"
        )


class MirrorNeededError(InvalidError):
    """A tag of WeCom without leave to tell WeCom."""

    code = "tag_rules.mirror_needed"

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name} is a tag of WeCom, each person costs a call of its quota; say that it shall be"
            " told to WeCom, or take a tag of ours"
        )


class KeepsError(InvalidError):
    """What cannot be kept in step."""

    code = "tag_rules.keeps"

    def __init__(self) -> None:
        super().__init__(
            "only a rule that runs by the clock and only puts tags of ours can take them off again"
            " from those who no longer fit"
        )


class LoopError(InvalidError):
    """Rules that set one another off without end."""

    code = "tag_rules.loop"

    def __init__(self, chain: str) -> None:
        super().__init__(
            f"these rules would set one another off without end: {chain}; leave out the act or the"
            " condition that closes the circle"
        )
        self.chain = chain


class RunningError(DomainError):
    """One run of a rule at a time, and it ends before it is taken back."""

    code = "tag_rules.running"

    def __init__(self) -> None:
        super().__init__("the rule is running; wait until it is through, or stop it")


class UndoneError(DomainError):
    """A run is taken back once, within 30 days."""

    code = "tag_rules.undone"

    def __init__(self) -> None:
        super().__init__("the run was taken back already, changed nothing, or is too long ago")


class BadPlaceError(InvalidError):
    """A place in a list that no answer named."""

    code = "tag_rules.bad_place"

    def __init__(self) -> None:
        super().__init__("`after` is what an answer gave as `next`; leave it out for the beginning")
