"""Tags of rule groups (document 94882): only of the first level, only this app's own.

They count with the corp's 10,000 tags; ``tags.mark`` sets them, for members of the rule group.
"""

from collections.abc import Sequence

from yutang.wecom.answers import Answer, Int
from yutang.wecom.errors import UnknownTagError
from yutang.wecom.shapes import given
from yutang.wecom.tags import NewTag, TagGroup, asked_for, changed, made_in, taken_out
from yutang.wecom.transport import Repeat, Transport


class StrategyTagGroup(TagGroup):
    """A tag group of a rule group; after ``add`` it holds only the tags just made."""

    strategy_id: Int = 0


class _Library(Answer):
    tag_group: tuple[StrategyTagGroup, ...] = ()


class _Made(Answer):
    tag_group: StrategyTagGroup = StrategyTagGroup()


class StrategyTags:
    """Verbs on the tags of rule groups."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def list(
        self,
        *,
        strategy_id: int | None = None,
        tag_ids: Sequence[str] = (),
        group_ids: Sequence[str] = (),
    ) -> tuple[StrategyTagGroup, ...]:
        """Return all, or what is asked for; group ids win over tag ids."""
        body = {**given(strategy_id=strategy_id), **asked_for(tag_ids, group_ids)}
        path = "/cgi-bin/externalcontact/get_strategy_tag_list"
        return (await self._transport.post(path, _Library, body, repeat=Repeat.READ)).tag_group

    async def add(
        self,
        strategy_id: int,
        tags: Sequence[NewTag],
        *,
        group_id: str | None = None,
        group_name: str | None = None,
        order: int | None = None,
    ) -> StrategyTagGroup:
        """Make tags of a rule group; names are unique within it. Raises what ``tags.add`` does.

        Never repeated by itself: after UnknownOutcomeError look for them with ``list``.
        """
        body = {"strategy_id": strategy_id, **made_in(tags, group_id, group_name, order)}
        path = "/cgi-bin/externalcontact/add_strategy_tag"
        return (await self._transport.post(path, _Made, body, repeat=Repeat.NEVER)).tag_group

    async def edit(self, id_: str, *, name: str | None = None, order: int | None = None) -> None:
        """Rename or reorder a tag or group, which stays in its rule group."""
        path = "/cgi-bin/externalcontact/edit_strategy_tag"
        await self._transport.post(path, Answer, changed(id_, name, order), repeat=Repeat.WRITE)

    async def delete(self, *, tag_ids: Sequence[str] = (), group_ids: Sequence[str] = ()) -> None:
        """Delete tags, and groups with theirs; a second deletion raises UnknownTagError."""
        path = "/cgi-bin/externalcontact/del_strategy_tag"
        body = taken_out(tag_ids, group_ids)
        gone = (UnknownTagError,)
        await self._transport.post(path, Answer, body, repeat=Repeat.WRITE, gone=gone)
