"""Ready-made sets of tags, to begin with; what is made of one is an ordinary group."""

from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict

from yutang.kernel.languages import Language
from yutang.kernel.runtime import Runtime

from .curating import change_group
from .errors import UnknownStarterError
from .making import create_group
from .schemas import Kind, Name, TagGroupChange, TagGroupCreate

FOLDER = Path(__file__).parent


class Starter(BaseModel):
    """A set: a name, its tags in order, how they go together, and what it is for."""

    model_config = ConfigDict(extra="forbid")

    key: str
    topic: Literal["demographic", "wecom", "member", "activity", "product", "spending", "wealth"]
    name: Name
    about: str
    tags: list[Name]
    exclusive: bool = False
    ordered: bool = False
    sensitive: bool = False
    """Off until somebody says what people agreed to; comes without tags and is never WeCom's."""


class StarterList(BaseModel):
    """All sets of a language."""

    items: list[Starter]


class StarterUse(BaseModel):
    """Make a group of a set: as it is, or with another name and other tags."""

    language: Language
    kind: Kind
    name: Name | None = None
    tags: list[Name] | None = None


@cache
def list_starters(language: Language) -> tuple[Starter, ...]:
    """The sets in the order of the file."""
    raw: Any = yaml.safe_load((FOLDER / f"starters.{language}.yaml").read_text(encoding="utf-8"))
    return tuple(Starter.model_validate(one) for one in raw)


async def use_starter(runtime: Runtime, corp_id: int, key: str, use: StarterUse, actor: str) -> int:
    """Make a group of a set, ours or WeCom's; returns its id. A sensitive one comes archived: off.

    Raises UnknownStarterError and what `making.create_group` raises.
    """
    for starter in list_starters(use.language):
        if starter.key == key:
            group_id = await create_group(
                runtime,
                corp_id,
                TagGroupCreate(
                    kind=use.kind,
                    name=use.name or starter.name,
                    tags=use.tags if use.tags is not None else starter.tags,
                    exclusive=starter.exclusive,
                    ordered=starter.ordered,
                    sensitive=starter.sensitive,
                ),
                actor,
            )
            if starter.sensitive:
                off = TagGroupChange(archived=True)
                await change_group(runtime, corp_id, group_id, off, actor)
            return group_id
    raise UnknownStarterError(key)
