"""What can be wrong with tags."""

from collections.abc import Sequence
from enum import Enum

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownTagError(NotFoundError):
    """There is no such tag, or it was deleted."""

    code = "tags.unknown"

    def __init__(self, ids: Sequence[int]) -> None:
        super().__init__(f"no tag {', '.join(map(str, ids))} here, or it was deleted; pick another")


class UnknownTagGroupError(NotFoundError):
    """There is no such group, or it was deleted."""

    code = "tags.unknown_group"

    def __init__(self, group_id: int) -> None:
        super().__init__(f"no group of tags {group_id} here, or it was deleted")


class ArchivedTagError(InvalidError):
    """An archived tag is kept by who wears it, and put on nobody else."""

    code = "tags.archived"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is archived; take it out of the archive to put it on anybody")


class ReasonNeededError(InvalidError):
    """A sensitive tag says something about a person that needs its reason."""

    code = "tags.reason_needed"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is sensitive; say why, and what the person agreed to")


class NobodyKnowsHimError(InvalidError):
    """A tag of WeCom needs a member who is his friend."""

    code = "tags.no_relation"

    def __init__(self) -> None:
        super().__init__(
            "a tag of WeCom sits between a member and a friend, and nobody here is his friend now;"
            " use one of our own tags"
        )


class NameTakenError(DomainError):
    """Something of this name is there."""

    code = "tags.name_taken"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(f"{', '.join(names)}: there is one of this name; take another")


class NoRoomError(DomainError):
    """WeCom's library is full."""

    code = "tags.no_room"

    def __init__(self, left: int, wanted: int, limit: int) -> None:
        super().__init__(
            f"WeCom holds {limit} tags, {left} more fit, {wanted} are wanted; delete some that"
            " nobody uses, or make them our own"
        )


class LockedTagError(DomainError):
    """WeCom lets an app change only what it made."""

    code = "tags.locked"

    def __init__(self, names: Sequence[str]) -> None:
        super().__init__(
            f"{', '.join(names)}: made in WeCom's console or by another app, which alone may"
            " change it; change it there, or make a tag here and merge this one into it"
        )


class Apart(Enum):
    """Why two tags or groups do not go together."""

    KINDS = "one is WeCom's, the other ours; merge tags of one kind"
    SAME = "these are one and the same"
    WECOM_MOVE = "WeCom moves no tag to another group; make one there and merge this into it"
    SENSITIVE = "a sensitive group is never told to WeCom and takes in no ordinary tags"
    MERGED = "it was merged into another, which took its place"
    EXCLUSIVE = "people would wear two tags of a group that takes one; merge them first"


class TagsApartError(InvalidError):
    """Two tags or groups that do not go together."""

    code = "tags.apart"

    def __init__(self, why: Apart) -> None:
        super().__init__(why.value)
        self.why = why


class NoAnswerError(DomainError):
    """WeCom gave no answer, and its list does not show the change (yet)."""

    code = "tags.no_answer"
    status = 503

    def __init__(self) -> None:
        super().__init__(
            "WeCom gave no answer and its list does not show it; wait a minute, read the list"
            " again, then try once more"
        )


class WeComRefusedError(DomainError):
    """WeCom refused; the detail says what it said."""

    code = "tags.refused"
    status = 502

    def __init__(self, said: str) -> None:
        super().__init__(f"WeCom did not do it, nothing was changed: {said}")


class MergeRunningError(DomainError):
    """One merge of a tag at a time."""

    code = "tags.merging"

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is being merged; wait until that is done")


class WrongOrderError(InvalidError):
    """An order names everything once."""

    code = "tags.order"

    def __init__(self) -> None:
        super().__init__("an order names every living one once; read the list again")


class UnknownStarterError(NotFoundError):
    """No such starter set."""

    code = "tags.unknown_starter"

    def __init__(self, key: str) -> None:
        super().__init__(f"there is no starter set {key}")


class UnknownPersonError(NotFoundError):
    """There is no such customer."""

    code = "tags.unknown_customer"

    def __init__(self, customer_id: int) -> None:
        super().__init__(f"no customer {customer_id} here")
