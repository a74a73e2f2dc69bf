"""The tables of the projection, and people written into them."""

from collections.abc import Sequence
from typing import Any

from clickhouse_connect.driver.client import Client

from yutang.people.conditions.schemas import Life

DDL = (
    """
    create table people (
      corp_id UInt32, id UInt32, ver UInt64, gone UInt8,
      state LowCardinality(String), stage LowCardinality(String),
      stage_changed_at Nullable(DateTime64(6, 'UTC')), gender UInt8,
      platform LowCardinality(String), company String,
      first_added_at Nullable(DateTime64(6, 'UTC')), first_added_staff UInt32,
      first_added_way Int16, first_added_channel String,
      last_active_at Nullable(DateTime64(6, 'UTC')),
      silent_since Nullable(DateTime64(6, 'UTC')), birthday Nullable(Date32),
      refused_at Nullable(DateTime64(6, 'UTC')), consented_at Nullable(DateTime64(6, 'UTC')),
      created_at DateTime64(6, 'UTC'), messages Nullable(UInt32), tags Array(UInt32),
      rel_staff Array(UInt32), rel_state Array(LowCardinality(String)),
      rel_added Array(DateTime64(6, 'UTC')), rel_changed Array(DateTime64(6, 'UTC')),
      rel_way Array(Int16), rel_channel Array(String),
      grp_id Array(UInt32), grp_joined Array(DateTime64(6, 'UTC')),
      grp_left Array(Nullable(DateTime64(6, 'UTC'))),
      loss_at Array(DateTime64(6, 'UTC')), loss_by Array(LowCardinality(String)),
      loss_person Array(UInt8),
      f_word Map(UInt32, String), f_number Map(UInt32, Int64), f_day Map(UInt32, Date32),
      f_choices Map(UInt32, Array(String)), f_prose Array(UInt32)
    ) engine = ReplacingMergeTree(ver, gone) order by (corp_id, id)
    """,
    """
    create table orders (
      corp_id UInt32, id UInt64, ver UInt64, gone UInt8, customer_id UInt32,
      status LowCardinality(String), source LowCardinality(String),
      placed_at DateTime64(6, 'UTC'), paid_at Nullable(DateTime64(6, 'UTC')),
      bought_at Nullable(DateTime64(6, 'UTC')), amount_fen Int64, refunded_fen Int64,
      store_id UInt32, staff_id UInt32, channel String,
      skus Array(String), categories Array(String), quantities Array(UInt32)
    ) engine = ReplacingMergeTree(ver, gone) order by (corp_id, id)
    """,
    """
    create table events (
      corp_id UInt32, kind LowCardinality(String), at DateTime64(6, 'UTC'),
      customer_id UInt32, id UInt64, batch UInt64, props String
    ) engine = MergeTree partition by toYYYYMM(at) order by (corp_id, kind, at, customer_id, id)
    """,
    """
    create table aliases (corp_id UInt32, from_id UInt32, to_id UInt32, ver UInt64)
    engine = ReplacingMergeTree(ver) order by (corp_id, from_id)
    """,
    """
    create table rfm (
      corp_id UInt32, id UInt32, run UInt64, r UInt8, f UInt8, m UInt8,
      class LowCardinality(String), days UInt32, orders UInt32, amount_fen Int64
    ) engine = MergeTree order by (corp_id, run, id)
    """,
)


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
