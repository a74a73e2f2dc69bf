"""What all ways of meeting have in common: their timing, their answer, what follows."""

from typing import Any

from wecom_emulator.areas.acquisition_links import state as links
from wecom_emulator.areas.contact_ways import state as ways
from wecom_emulator.state import Corp, Relation, WelcomeCode
from wecom_emulator.world import World


def timing(body: dict[str, Any]) -> dict[str, Any]:
    """How often and how late its news is told."""
    return {
        "copies": 1 + int(body.get("duplicate") or 0),
        "delay_seconds": float(body.get("delay_ms") or 0) / 1000,
    }


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
