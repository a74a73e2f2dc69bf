"""change_external_tag: the corp's tags on customers."""

from dataclasses import dataclass
from typing import Final, Literal, cast, get_args

from yutang.wecom.callbacks import Callback
from yutang.wecom.events.event import Event, Makers, head, required

TagChange = Literal["create", "update", "delete", "shuffle"]


@dataclass(frozen=True, slots=True)
class TagChanged(Event):
    """change_external_tag; on shuffle an empty ``id`` means the order of all groups."""

    change: TagChange
    id: str
    tag_type: str
    strategy_id: str


def _changed(callback: Callback) -> TagChanged:
    change = cast("TagChange", callback.change_type)
    return TagChanged(
        *head(callback),
        change,
        callback.get("Id") if change == "shuffle" else required(callback, "Id"),
        callback.get("TagType"),
        callback.get("StrategyId"),
    )


MAKERS: Final[Makers] = {
    ("change_external_tag", change): _changed for change in get_args(TagChange)
}
