"""Rules ready made, with the tags that they put; what is made of one is an ordinary rule."""

from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml
from pydantic import BaseModel, ConfigDict
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.languages import Language
from yutang.kernel.runtime import Runtime
from yutang.people.tags import service as tags
from yutang.people.tags.schemas import TagGroupCreate

from .errors import UnknownStarterError
from .models import TagRule
from .schemas import RuleDraft, RuleStarter, RuleStarterList
from .writing import create

FILE: Final = Path(__file__).parent / "starters.yaml"
_N: Final = "{n}"


class _Called(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str
    about: str
    group: str
    tags: list[str]


class _Rule(BaseModel):
    model_config = ConfigDict(extra="forbid")

    zh: str
    en: str
    tag: int = 0
    each: bool = False
    keeps: bool = False
    trigger: dict[str, Any]
    condition: dict[str, Any] | None = None

    def drafts(self, language: Language, tag_ids: list[int]) -> list[RuleDraft]:
        """One rule, or one of each tag."""
        places = range(len(tag_ids)) if self.each else [self.tag]
        return [
            RuleDraft.model_validate(
                {
                    "name": getattr(self, language).replace(_N, str(place + 1)),
                    "trigger": self.trigger,
                    "condition": _numbered(self.condition, place + 1),
                    "acts": [{"do": "put", "tag_id": tag_ids[place]}],
                    "keeps": self.keeps,
                }
            )
            for place in places
        ]

    def names(self, language: Language, tags_: int) -> list[str]:
        """How they are called."""
        words: str = getattr(self, language)
        return [words.replace(_N, str(n + 1)) for n in range(tags_)] if self.each else [words]


class _Starter(BaseModel):
    model_config = ConfigDict(extra="forbid")

    key: str
    exclusive: bool = False
    ordered: bool = False
    zh: _Called
    en: _Called
    rules: list[_Rule]

    def called(self, language: Language) -> _Called:
        return self.zh if language == "zh" else self.en


def _numbered(node: Any, n: int) -> Any:
    """The condition with the number in its place."""
    if isinstance(node, dict):
        return {key: _numbered(value, n) for key, value in node.items()}
    if isinstance(node, list):
        return [_numbered(value, n) for value in node]
    return n if node == _N else node


@cache
def _starters() -> tuple[_Starter, ...]:
    raw: Any = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return tuple(_Starter.model_validate(one) for one in raw)


async def list_starters(session: AsyncSession, corp_id: int, language: Language) -> RuleStarterList:
    """All of them in the order of the file, and which are in use."""
    made = set(
        await session.scalars(
            select(TagRule.starter).where(
                TagRule.corp_id == corp_id,
                TagRule.deleted_at.is_(None),
                TagRule.starter.is_not(None),
            )
        )
    )
    return RuleStarterList(
        items=[
            RuleStarter(
                key=one.key,
                name=one.called(language).name,
                about=one.called(language).about,
                group=one.called(language).group,
                tags=one.called(language).tags,
                rules=[
                    name
                    for rule in one.rules
                    for name in rule.names(language, len(one.called(language).tags))
                ],
                made=one.key in made,
            )
            for one in _starters()
        ]
    )


async def use_starter(
    runtime: Runtime, corp_id: int, key: str, language: Language, actor: str
) -> set[int]:
    """Make its tags, ours, and its rules, switched on; returns the rules' ids.

    All or nothing but for the tags: tried again it takes those that it made. Raises
    UnknownStarterError and what making rules raises.
    """
    starter = next((one for one in _starters() if one.key == key), None)
    if starter is None:
        raise UnknownStarterError(key)
    called = starter.called(language)
    tag_ids = await _tags(runtime, corp_id, starter, called, actor)
    now = runtime.clock()
    async with runtime.database.corp(corp_id) as session:
        made = [
            await create(session, corp_id, draft, actor, now, starter=key, enabled=True)
            for rule in starter.rules
            for draft in rule.drafts(language, tag_ids)
        ]
        return {one.id for one in made}


async def _tags(
    runtime: Runtime, corp_id: int, starter: _Starter, called: _Called, actor: str
) -> list[int]:
    """The ids of its tags, in order: those of a group of this name, or of a new one."""
    async with runtime.database.corp(corp_id) as session:
        groups = await tags.list_groups(session, corp_id)
    there = next((one for one in groups if one.name == called.group), None)
    if there is not None:
        known = {tag.name: tag.id for tag in there.tags}
        if known.keys() >= set(called.tags):
            return [known[name] for name in called.tags]
    await tags.create_group(
        runtime,
        corp_id,
        TagGroupCreate(
            kind="own",
            name=called.group,
            tags=called.tags,
            exclusive=starter.exclusive,
            ordered=starter.ordered,
        ),
        actor,
    )
    return await _tags(runtime, corp_id, starter, called, actor)
