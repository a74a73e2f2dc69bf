"""What all ways of meeting have in common: their timing, their answer, what follows."""

import contextlib
from collections.abc import Iterator
from typing import Any

from wecom_emulator import acts
from wecom_emulator.acts import ImpossibleActError
from wecom_emulator.areas.acquisition_links import state as links
from wecom_emulator.areas.contact_ways import state as ways
from wecom_emulator.state import Corp, Person, Relation, WelcomeCode
from wecom_emulator.world import World


def timing(body: dict[str, Any]) -> dict[str, Any]:
    """How often and how late its news is told."""
    return {
        "copies": 1 + int(body.get("duplicate") or 0),
        "delay_seconds": float(body.get("delay_ms") or 0) / 1000,
    }


@contextlib.contextmanager
def introduced(corp: Corp, body: dict[str, Any]) -> Iterator[Person]:
    """The person of a request; one who was not known is forgotten where the act is impossible."""
    known = len(corp.persons)
    person = acts.meet(corp, body.get("person") or {})
    new = len(corp.persons) > known
    try:
        yield person
    except ImpossibleActError:
        if new:
            corp.persons.pop(person.external_userid, None)
        raise


def answer(relation: Relation, code: WelcomeCode | None) -> dict[str, Any]:
    """Who met whom."""
    return {
        "external_userid": relation.external_userid,
        "userid": relation.userid,
        "state": relation.channel,
        "relation": relation.state,
        "welcome_code": code.code if code is not None else None,
    }


def settle(world: World, corp: Corp, relation: Relation) -> None:
    """What begins once the two are friends: a temporary chat's time, a link's gain."""
    ways.begin_chat(world, corp, relation)
    links.added(world, corp, relation)
