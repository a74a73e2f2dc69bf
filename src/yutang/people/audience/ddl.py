"""The tables of the store, by version: each step leads from one version to the next."""

from typing import Final

_MOMENT: Final = "DateTime64(6, 'UTC')"

PEOPLE: Final = f"""
create table people (
  corp_id UInt32, id UInt32, ver UInt64, gone UInt8,
  state LowCardinality(String), stage LowCardinality(String), stage_changed_at Nullable({_MOMENT}),
  gender UInt8, platform LowCardinality(String), company String,
  first_added_at Nullable({_MOMENT}), first_added_staff UInt32, first_added_way Int16,
  first_added_channel String, last_active_at Nullable({_MOMENT}),
  silent_since Nullable({_MOMENT}), birthday Nullable(Date32), refused_at Nullable({_MOMENT}),
  consented_at Nullable({_MOMENT}), created_at {_MOMENT}, messages Nullable(UInt32),
  tags Array(UInt32),
  rel_staff Array(UInt32), rel_state Array(LowCardinality(String)), rel_added Array({_MOMENT}),
  rel_changed Array({_MOMENT}), rel_way Array(Int16), rel_channel Array(String),
  grp_id Array(UInt32), grp_joined Array({_MOMENT}), grp_left Array(Nullable({_MOMENT})),
  loss_at Array({_MOMENT}), loss_by Array(LowCardinality(String)), loss_person Array(UInt8),
  f_word Map(UInt32, String), f_number Map(UInt32, Int64), f_day Map(UInt32, Date32),
  f_choices Map(UInt32, Array(String)), f_prose Array(UInt32)
) engine = ReplacingMergeTree(ver, gone) order by (corp_id, id)
settings max_suspicious_broken_parts = 0
"""
ORDERS: Final = f"""
create table orders (
  corp_id UInt32, id UInt64, ver UInt64, gone UInt8, customer_id UInt32,
  status LowCardinality(String), source LowCardinality(String), placed_at {_MOMENT},
  paid_at Nullable({_MOMENT}), bought_at Nullable({_MOMENT}), amount_fen Int64,
  refunded_fen Int64, store_id UInt32, staff_id UInt32, channel String,
  skus Array(String), categories Array(String), quantities Array(UInt32)
) engine = ReplacingMergeTree(ver, gone) order by (corp_id, id)
settings max_suspicious_broken_parts = 0
"""
EVENTS: Final = f"""
create table events (
  corp_id UInt32, kind LowCardinality(String), at {_MOMENT}, customer_id UInt32, id UInt64,
  batch UInt64, props String
) engine = MergeTree partition by toYYYYMM(at) order by (corp_id, kind, at, customer_id, id)
settings max_suspicious_broken_parts = 0
"""
ALIASES: Final = """
create table aliases (corp_id UInt32, from_id UInt32, to_id UInt32, ver UInt64)
engine = ReplacingMergeTree(ver) order by (corp_id, from_id)
settings max_suspicious_broken_parts = 0
"""
RFM: Final = """
create table rfm (
  corp_id UInt32, id UInt32, run UInt64, r UInt8, f UInt8, m UInt8, class LowCardinality(String),
  days UInt32, orders UInt32, amount_fen Int64
) engine = MergeTree partition by (corp_id, run) order by (corp_id, run, id)
settings max_suspicious_broken_parts = 0
"""
CURSOR: Final = """
create table cursor (name String, batch UInt64, era Int16, xid UInt64, id UInt64)
engine = ReplacingMergeTree(batch) order by name
settings max_suspicious_broken_parts = 0
"""
NAMED: Final = """
create table store_version (version UInt32, store String, at DateTime64(6, 'UTC'))
engine = MergeTree order by version
settings max_suspicious_broken_parts = 0
"""

STEPS: Final[tuple[tuple[str, ...], ...]] = ((PEOPLE, ORDERS, EVENTS, ALIASES, RFM, CURSOR),)
"""The n-th leads to version n + 1."""
VERSION: Final = len(STEPS)
TABLES: Final = ("people", "orders", "events", "aliases", "rfm", "cursor")
