"""Change WeCom's own tag library; a lost answer is settled by reading the library."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Final

import structlog

from yutang.kernel.runtime import Runtime
from yutang.people.corps import service as corps
from yutang.wecom import errors as wecom
from yutang.wecom.client import WeCom
from yutang.wecom.tags import NewTag

from .errors import NameTakenError, NoAnswerError, NoRoomError, WeComRefusedError
from .schemas import TagFacts, TagGroupFacts

log = structlog.get_logger(__name__)
NOT_OURS: Final = frozenset({40068, 81011})
"""What WeCom answers to an app that changes what another made; 40068 also where it is gone."""


class ForeignError(Exception):
    """WeCom has it, and another app or somebody in the console made it."""


class GoneError(Exception):
    """WeCom has it no longer."""


async def fetch_library(client: WeCom) -> list[TagGroupFacts]:
    """The corp's whole tag library; WeCom gives it in one answer."""
    return [
        TagGroupFacts(
            wecom_id=group.group_id,
            name=group.group_name,
            position=group.order,
            tags=tuple(
                TagFacts(wecom_id=tag.id, name=tag.name, position=tag.order) for tag in group.tag
            ),
        )
        for group in await client.tags.list()
    ]


async def make(
    runtime: Runtime,
    corp_id: int,
    names: Sequence[str],
    positions: Sequence[int],
    *,
    group_id: str | None = None,
    group_name: str | None = None,
    group_position: int = 0,
    limit: int,
) -> TagGroupFacts:
    """Make tags in a group of WeCom, which is made too where only its name is given.

    Returns the group with the tags asked for. A lost answer is settled by the library: the name
    within the group tells. Raises NameTakenError, NoRoomError, NoAnswerError, WeComRefusedError.
    """
    client = await corps.connect(runtime, corp_id)
    tags = [NewTag(name, order) for name, order in zip(names, positions, strict=True)]
    try:
        group = await client.tags.add(
            tags, group_id=group_id, group_name=group_name, order=group_position or None
        )
    except wecom.UnknownOutcomeError:
        return await _found(client, names, group_id, group_name)
    except wecom.NameTakenError as error:
        raise NameTakenError([*([group_name] if group_name else []), *names]) from error
    except wecom.QuotaError as error:
        raise NoRoomError(0, len(names), limit) from error
    except wecom.WeComError as error:
        raise WeComRefusedError(str(error)) from error
    made = {tag.name for tag in group.tag}
    if made >= set(names):
        return TagGroupFacts(
            group.group_id,
            group.group_name,
            group.order,
            tuple(TagFacts(tag.id, tag.name, tag.order) for tag in group.tag),
        )
    # Names that the group had are left out of the answer.
    return await _found(client, names, group.group_id, None)


async def _found(
    client: WeCom, names: Sequence[str], group_id: str | None, group_name: str | None
) -> TagGroupFacts:
    try:
        library = await fetch_library(client)
    except wecom.WeComError as error:
        raise NoAnswerError from error
    for group in library:
        if group.wecom_id == group_id or (group_id is None and group.name == group_name):
            tags = tuple(tag for tag in group.tags if tag.name in set(names))
            if len(tags) == len(set(names)):
                return TagGroupFacts(group.wecom_id, group.name, group.position, tags)
    raise NoAnswerError


async def edit(
    runtime: Runtime,
    corp_id: int,
    wecom_id: str,
    *,
    name: str | None = None,
    position: int | None = None,
) -> None:
    """Rename or reorder a tag or group.

    Raises ForeignError, GoneError, NameTakenError, NoAnswerError, WeComRefusedError.
    """

    async def shows(client: WeCom) -> bool:
        for one in _flat(await fetch_library(client)):
            if one.wecom_id == wecom_id:
                return (name is None or one.name == name) and position in {None, one.position}
        return False

    await _do(
        runtime,
        corp_id,
        wecom_id,
        lambda client: client.tags.edit(wecom_id, name=name, order=position),
        shows,
        name,
    )


async def delete(runtime: Runtime, corp_id: int, wecom_id: str, *, is_group: bool) -> None:
    """Delete a tag, or a group with its tags; done already is done.

    Raises ForeignError, NoAnswerError, WeComRefusedError.
    """

    async def gone(client: WeCom) -> bool:
        return all(one.wecom_id != wecom_id for one in _flat(await fetch_library(client)))

    async def act(client: WeCom) -> None:
        if is_group:
            await client.tags.delete(group_ids=[wecom_id])
        else:
            await client.tags.delete(tag_ids=[wecom_id])

    try:
        await _do(runtime, corp_id, wecom_id, act, gone, None)
    except GoneError:
        log.info("tags.was_gone", corp_id=corp_id)


async def _do(
    runtime: Runtime,
    corp_id: int,
    wecom_id: str,
    act: Callable[[WeCom], Awaitable[None]],
    is_done: Callable[[WeCom], Awaitable[bool]],
    name: str | None,
) -> None:
    client = await corps.connect(runtime, corp_id)
    try:
        await act(client)
    except wecom.UnknownOutcomeError as error:
        try:
            done = await is_done(client)
        except wecom.WeComError as silence:
            raise NoAnswerError from silence
        if not done:
            raise NoAnswerError from error
    except wecom.NameTakenError as error:
        raise NameTakenError([name or ""]) from error
    except wecom.RefusedError as error:
        if error.errcode not in NOT_OURS:
            raise WeComRefusedError(str(error)) from error
        if await _has(client, wecom_id):
            raise ForeignError from error
        raise GoneError from error
    except wecom.WeComError as error:
        raise WeComRefusedError(str(error)) from error


async def _has(client: WeCom, wecom_id: str) -> bool:
    try:
        return any(one.wecom_id == wecom_id for one in _flat(await fetch_library(client)))
    except wecom.WeComError as error:
        raise WeComRefusedError(str(error)) from error


def _flat(library: Sequence[TagGroupFacts]) -> list[TagFacts | TagGroupFacts]:
    return [*library, *(tag for group in library for tag in group.tags)]
