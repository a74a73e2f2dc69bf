"""Segments counted: random trees over tags and attributes, and who did what in the last days.

Ours is asked as the audience process asks itself: a tree comes as JSON, its leaves are bitmaps, the
answer is a bitmap. Leaves over attributes are in use (they were asked before); what each costs when
it is asked for the first time, as in the editor, stands beside. What happened in a window is
reckoned anew each time. The peers get the same questions in turn: PostgreSQL with its best indexes,
and the same ClickHouse without bitmaps, a whole tree as one condition. LinkWechat's comma list is
measured where MariaDB is installed; on this machine it is not. Count and sum of ids of every answer
are compared before anything counts.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import clickhouse_connect
import psycopg

from yutang.people.conditions import service as conditions

from .crowd import CORP, DAYS, NOW, Size, copy, fill
from .segments_engine import Crowd, crowd_of
from .segments_peer import Happening, Tree, grow, palette, peer_query
from .servers import database
from .showing import CONSOLE, show_bounds, show_table, show_versions

BOUNDS: Final = {
    "tags_p99_ms": ("<=", 10.0),
    "window_30d_p99_ms": ("<=", 250.0),
    "window_90d_p99_ms": ("<=", 500.0),
    "ratio_to_pg": (">=", 10.0),
    "wrong": ("<=", 0.0),
}
ROUNDS: Final = 5
