"""Rotas of codes: the front door."""

from .duties import demand_member, list_off, read_duty, set_duty
from .judging import judge, reason_of
from .keeping import FOLLOWING, CapLane, become_due, record_told
from .reading import read_overshoot, read_roster, read_rota
from .simulating import facts_at, read_play, simulate
from .standing import next_change, who_is_on
from .writing import put_rota

__all__ = (
    "FOLLOWING",
    "CapLane",
    "become_due",
    "demand_member",
    "facts_at",
    "judge",
    "list_off",
    "next_change",
    "put_rota",
    "read_duty",
    "read_overshoot",
    "read_play",
    "read_roster",
    "read_rota",
    "reason_of",
    "record_told",
    "set_duty",
    "simulate",
    "who_is_on",
)
