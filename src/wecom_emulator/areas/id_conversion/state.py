"""The other names of people: openids, ids in the form of a provider, temporary ones."""

import hashlib
from dataclasses import dataclass, field

from wecom_emulator.state import Corp, new_id
from wecom_emulator.world import World

MEMBER, PERSON = "member", "person"


@dataclass(slots=True)
class Name:
    """Whom an id stands for."""

    kind: str
    id: str


@dataclass(slots=True)
class Temporary:
    """Whom a temporary id stands for: a person of this corp, or a member of another one."""

    agentid: int
    business_type: int
    user_type: int
    external_userid: str = ""
    corpid: str = ""
    userid: str = ""


@dataclass(slots=True)
class Ids:
    """All ids that were told, so that they lead back."""

    openids: dict[str, Name] = field(default_factory=dict)
    of_providers: dict[str, dict[str, Name]] = field(default_factory=dict)
    """By the agentid of the provider's app."""
    temporary: dict[str, Temporary] = field(default_factory=dict)


def _digest(*parts: object) -> str:
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()


def _openid(world: World, corp: Corp, name: Name) -> str:
    openid = f"o{_digest(corp.corpid, name.kind, name.id)[:27]}"
    known = corp.of(Ids).openids
    if openid not in known:
        known[openid] = name
        world.changed()
    return openid


def openid_of_member(world: World, corp: Corp, userid: str) -> str:
    """A member's openid, for ever the same."""
    return _openid(world, corp, Name(MEMBER, userid))


def openid_of_person(world: World, corp: Corp, external_userid: str) -> str:
    """A person's openid, for ever the same."""
    return _openid(world, corp, Name(PERSON, external_userid))


def person_of(corp: Corp, openid: str) -> str | None:
    """The external_userid behind an openid that was told."""
    name = corp.of(Ids).openids.get(openid)
    return name.id if name is not None and name.kind == PERSON else None


def member_of(corp: Corp, openid: str) -> str | None:
    """The userid behind an openid that was told."""
    name = corp.of(Ids).openids.get(openid)
    return name.id if name is not None and name.kind == MEMBER else None


def _of_provider(world: World, corp: Corp, agentid: int, name: Name, prefix: str) -> str:
    id_ = f"{prefix}{_digest(corp.corpid, agentid, name.kind, name.id)[:30]}"
    known = corp.of(Ids).of_providers.setdefault(str(agentid), {})
    if id_ not in known:
        known[id_] = name
        world.changed()
    return id_


def open_userid(world: World, corp: Corp, agentid: int, userid: str) -> str:
    """A member's id in the form of an app's provider."""
    return _of_provider(world, corp, agentid, Name(MEMBER, userid), "wo")


def service_external_userid(world: World, corp: Corp, agentid: int, external_userid: str) -> str:
    """A person's id in the form of an app's provider."""
    return _of_provider(world, corp, agentid, Name(PERSON, external_userid), external_userid[:2])


def of_provider(corp: Corp, agentid: int, kind: str, id_: str) -> str | None:
    """The corp's own id behind one in a provider's form."""
    name = corp.of(Ids).of_providers.get(str(agentid), {}).get(id_)
    return name.id if name is not None and name.kind == kind else None


def new_temporary(world: World, corp: Corp, temporary: Temporary) -> str:
    """A temporary id."""
    name = new_id("wm_tmp_", 30)
    corp.of(Ids).temporary[name] = temporary
    world.changed()
    return name
