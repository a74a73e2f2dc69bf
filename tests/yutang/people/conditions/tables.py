"""People written into the tables of the projection."""

from collections.abc import Sequence
from typing import Any

from clickhouse_connect.driver.client import Client

from yutang.people.conditions.schemas import Life


def people_row(corp_id: int, one: Life, ver: int, *, gone: bool = False) -> dict[str, Any]:
    """A life as a row of `people`."""
    return {
        "corp_id": corp_id,
        "id": one.id,
        "ver": ver,
        "gone": int(gone),
        "state": one.state,
        "stage": one.stage,
        "stage_changed_at": one.stage_changed_at,
        "gender": one.gender,
        "platform": one.platform,
        "company": one.company,
        "first_added_at": one.first_added_at,
        "first_added_staff": 0,
        "first_added_way": one.first_added_way,
        "first_added_channel": one.first_added_channel,
        "last_active_at": one.last_active_at,
        "silent_since": one.silent_since,
        "birthday": one.birthday,
        "refused_at": one.refused_at,
        "consented_at": one.consented_at,
        "created_at": one.created_at,
        "messages": one.messages,
        "tags": sorted(one.tags),
        "rel_staff": [tie.staff for tie in one.ties],
        "rel_state": [tie.state for tie in one.ties],
        "rel_added": [tie.added for tie in one.ties],
        "rel_changed": [tie.changed for tie in one.ties],
        "rel_way": [tie.way for tie in one.ties],
        "rel_channel": [tie.channel for tie in one.ties],
        "grp_id": [stay.group for stay in one.stays],
        "grp_joined": [stay.joined for stay in one.stays],
        "grp_left": [stay.left for stay in one.stays],
        "loss_at": [loss.at for loss in one.losses],
        "loss_by": [loss.by for loss in one.losses],
        "loss_person": [int(loss.person) for loss in one.losses],
        "f_word": dict(one.words),
        "f_number": dict(one.numbers),
        "f_day": dict(one.days),
        "f_choices": {field: list(keys) for field, keys in one.choices.items()},
        "f_prose": sorted(one.prose),
    }


def write(client: Client, table: str, rows: Sequence[dict[str, Any]]) -> None:
    """Rows into a table."""
    if rows:
        client.insert(table, [list(row.values()) for row in rows], column_names=list(rows[0]))
