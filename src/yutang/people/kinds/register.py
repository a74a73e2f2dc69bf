"""The register of one corp in memory, whole and unchanging under its version."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.runtime import Runtime

from .builtin import BUILT_IN, USUAL, plainly
from .schemas import Handling, Type

_QUICK: Mapping[str, type] = {"string": str, "number": float, "boolean": bool}


class Rules:
    """Of one property: its type, and what becomes of its values."""

    __slots__ = ("converts", "handling", "plain", "purpose", "quick", "since", "type")

    def __init__(
        self,
        kind: Type,
        handling: Handling = "keep",
        *,
        purpose: str | None = None,
        converts: bool = False,
        plain: bool = False,
        since: int = 1,
    ) -> None:
        self.type, self.handling, self.purpose = kind, handling, purpose
        self.converts, self.plain, self.since = converts, plain, since
        self.quick = _QUICK.get(kind) if handling == "keep" else None
        """The type of Python's that needs no closer look."""


@dataclass(frozen=True, slots=True)
class KindRules:
    """Of one kind."""

    name: str
    properties: dict[str, Rules]
    version: int = 1
    purpose: str | None = None
    main: str | None = None
    label: str | None = None
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """Kinds by name, and what became of names that are no kinds."""

    version: int
    kinds: Mapping[str, KindRules]
    names: Mapping[str, str | None]
    """By what sources say: the kind it was accepted as, null where it was refused for good."""
    waiting: frozenset[str]
    _found: dict[str, KindRules] = field(default_factory=dict)

    def resolve(self, said: str) -> KindRules | None:
        """The kind a source means; null for one that is unknown or refused."""
        found = self._found.get(said)
        if found is None:
            found = self._resolve(said)
            if found is not None:
                self._found[said] = found
        return found

    def _resolve(self, said: str) -> KindRules | None:
        if said in self.names:
            return self.kinds.get(self.names[said] or "")
        found = self.kinds.get(said)
        return found if found is not None else self.kinds.get(USUAL.get(plainly(said), ""))

    def is_refused(self, said: str) -> bool:
        """Whether somebody refused the name for good."""
        return said in self.names and self.names[said] is None

    def is_waiting(self, said: str) -> bool:
        """Whether the name waits for a decision."""
        return said in self.waiting


_VERSION = text("select version from event_registers where corp_id = :corp_id")
_LOCKED = text("select version from event_registers where corp_id = :corp_id for update")
_OPEN = text(
    "insert into event_registers (corp_id) values (:corp_id) on conflict (corp_id) do nothing"
)
_LOAD = text(
    """
    select
      (select json_agg(k) from (select name, label, main, purpose, version, closed
                                from event_kinds where corp_id = :corp_id) k) as kinds,
      (select json_agg(n) from (select said, state, kind
                                from event_names where corp_id = :corp_id) n) as names,
      (select json_agg(p order by p.since) from (
         select kind, name, since, type, handling, purpose, converts, plain
         from event_properties where corp_id = :corp_id) p) as properties
    """
)


async def read(runtime: Runtime, session: AsyncSession, corp_id: int) -> Register:
    """The register as this transaction sees it; loaded anew where its version is another."""
    version = await session.scalar(_VERSION, {"corp_id": corp_id})
    return await _kept(runtime, session, corp_id, version or 0)


async def lock(runtime: Runtime, session: AsyncSession, corp_id: int) -> Register:
    """The same, held against others who would add to it until the transaction ends."""
    await session.execute(_OPEN, {"corp_id": corp_id})
    version = await session.scalar(_LOCKED, {"corp_id": corp_id})
    return await _kept(runtime, session, corp_id, version or 0)


async def _kept(runtime: Runtime, session: AsyncSession, corp_id: int, version: int) -> Register:
    kept: dict[int, Register] = runtime.once("event_registers", dict[int, Register])
    found = kept.get(corp_id)
    if found is None or found.version != version:
        found = kept[corp_id] = await load(session, corp_id, version)
    return found


async def load(session: AsyncSession, corp_id: int, version: int) -> Register:
    """From its tables."""
    row = (await session.execute(_LOAD, {"corp_id": corp_id})).one()
    return build(version, row.kinds or [], row.names or [], row.properties or [])


Rows = Sequence[Mapping[str, Any]]


def build(version: int, kinds: Rows = (), names: Rows = (), properties: Rows = ()) -> Register:
    """What ships, with what the corp's rows say about it; of properties the newest row last."""
    found: dict[str, dict[str, Rules]] = {
        name: {
            known: Rules(one.type, converts=True, plain=one.plain)
            for known, one in kind.properties.items()
        }
        for name, kind in BUILT_IN.items()
    }
    told = {one["name"]: one for one in kinds}
    for name in told:
        found.setdefault(name, {})
    for one in properties:
        if one["kind"] in found:
            found[one["kind"]][one["name"]] = Rules(
                one["type"],
                one["handling"],
                purpose=one["purpose"],
                converts=one["converts"],
                plain=one["plain"],
                since=one["since"],
            )
    return Register(
        version=version,
        kinds={name: _kind(name, known, told.get(name, {})) for name, known in found.items()},
        names={one["said"]: one["kind"] for one in names if one["state"] != "waiting"},
        waiting=frozenset(one["said"] for one in names if one["state"] == "waiting"),
    )


def _kind(name: str, properties: dict[str, Rules], told: Mapping[str, Any]) -> KindRules:
    shipped = BUILT_IN.get(name)
    return KindRules(
        name=name,
        properties=properties,
        version=told.get("version", 1),
        purpose=(shipped.purpose if shipped else None) or told.get("purpose"),
        main=told.get("main") or (shipped.main if shipped else None),
        label=told.get("label"),
        closed=told.get("closed", False),
    )
