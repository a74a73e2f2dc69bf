"""Every benchmark runs, and its answers are right; how fast is not asked here."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from bench.segments_commas import installed
from tools.e2e import find_browser

ROOT = Path(__file__).resolve().parents[2]
SECONDS = 180

pytestmark = [pytest.mark.slow, pytest.mark.timeout(SECONDS + 20)]


def bench(name: str) -> dict[str, object]:
    """The JSON object at the end of one small run."""
    done = subprocess.run(
        [sys.executable, "-m", "bench", name, "--quick", "--json"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return answer


def positive(answer: dict[str, object], *keys: str) -> bool:
    """Whether each of `keys` holds a number above 0."""
    return all(isinstance(v := answer[key], int | float) and v > 0 for key in keys)


@pytest.mark.proof
def test_ingest_loses_and_doubles_nothing() -> None:
    answer = bench("ingest")

    assert (answer["lost"], answer["duplicated"]) == (0, 0)
    assert positive(answer, "per_second", "p99_ms", "ratio_to_empty", "ratio_to_naive")
    assert len(answer) == 6


@pytest.mark.proof
def test_collect_stores_every_event_once() -> None:
    answer = bench("collect")

    assert (answer["lost"], answer["duplicated"]) == (0, 0)
    assert positive(answer, "per_second", "ratio_to_copy", "ratio_to_single", "handled_per_second")
    assert len(answer) == 6


@pytest.mark.proof
def test_welcome_welcomes_everybody() -> None:
    answer = bench("welcome")

    assert (answer["busy_late"], answer["busy_failed"]) == (0, 0)
    assert positive(answer, "busy_p50_ms", "busy_p99_ms", "busy_listed_p99_ms")
    assert len(answer) == 5


@pytest.mark.proof
def test_a_generated_company_tells_the_same_in_every_answer() -> None:
    answer = bench("emulator")

    assert positive(answer, "customers_per_second", "peak_mb", "start_seconds")
    assert len(answer) == 4


@pytest.mark.proof
def test_start_starts() -> None:
    answer = bench("start")

    assert positive(answer, "seconds", "idle_mb")
    assert len(answer) == 2


@pytest.mark.proof
def test_quota_is_used_and_never_exceeded_and_nothing_is_there_twice() -> None:
    answer = bench("quota")

    assert (answer["lockouts"], answer["repeated_effects"]) == (0, 0)
    assert isinstance(answer["quota_used"], float)
    # An hour in virtual time: how busy the machine is changes nothing.
    assert 0.97 <= answer["quota_used"] <= 1
    assert positive(answer, "naive_quota_used", "naive_lockouts")
    assert len(answer) == 6


@pytest.mark.proof
def test_a_long_life_is_walked_whole() -> None:
    answer = bench("timeline")

    assert answer["events"] == 20_000
    assert positive(answer, "p99_ms", "p50_ms")
    assert len(answer) == 3


@pytest.mark.proof
def test_an_import_leaves_what_a_naive_one_leaves() -> None:
    answer = bench("import")

    assert positive(answer, "seconds", "ratio_to_naive", "peak_mb")
    assert len(answer) == 3


@pytest.mark.proof
def test_claims_give_what_there_is_once() -> None:
    answer = bench("claims")

    assert (answer["oversold"], answer["lost"]) == (0, 0)
    assert positive(answer, "per_second", "peer_per_second", "ratio_to_for_update", "kills")
    assert len(answer) == 6


def test_an_unknown_name_is_refused() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "bench", "nonsense"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )

    assert done.returncode == 2
    assert done.stdout == ""
    assert "there is no benchmark nonsense" in " ".join(done.stderr.replace("│", " ").split())


@pytest.mark.proof
def test_sync_brings_every_customer_here() -> None:
    answer = bench("sync")

    speeds = ("relations_per_second", "customers_per_second", "resync_seconds")
    assert positive(answer, *speeds, "quota_used", "peak_mb")
    assert len(answer) == 9


@pytest.mark.proof
def test_a_day_of_groups_ends_as_the_emulator_has_it() -> None:
    answer = bench("groups")

    assert (answer["wrong"], answer["stays_missing"], answer["stays_over"]) == (0, 0, 0)
    assert answer["given_up"] == 0
    assert positive(answer, "callbacks", "calls", "blinks", "told_p99_ms", "read_p99_ms")


@pytest.mark.proof
def test_lists_find_whom_the_peer_finds() -> None:
    answer = bench("lists")

    assert positive(answer, "list_p99_ms", "profile_p99_ms", "ratio_to_peer", "compared")
    assert len(answer) == 4


@pytest.mark.proof
def test_tasks_are_found_as_they_were_made() -> None:
    answer = bench("tasks")

    assert answer["compared"] == 50
    assert positive(answer, "p99_ms", "p50_ms", "busy_p99_ms", "busy_per_second")
    assert len(answer) == 8


@pytest.mark.proof
@pytest.mark.skipif(find_browser() is None, reason="there is no Chromium here")
def test_the_sidebar_shows_the_customer_of_the_chat() -> None:
    answer = bench("sidebar")

    assert answer["visits"] == 3
    assert positive(answer, "first_content_ms", "warm_ms", "first_kb")
    assert len(answer) == 6


@pytest.mark.proof
def test_classes_of_buyers_are_those_of_pandas() -> None:
    answer = bench("rfm")

    assert answer["wrong"] == 0
    assert positive(answer, "seconds", "ratio_to_peer", "peak_mb", "compute_ratio", "buyers")
    assert len(answer) == 8


@pytest.mark.proof
def test_segments_count_whom_their_peers_count() -> None:
    answer = bench("segments")

    assert answer["wrong"] == 0
    assert positive(answer, "tags_p99_ms", "window_30d_p99_ms", "window_90d_p99_ms", "ratio_to_pg")
    assert ("ratio_to_commas" in answer) == installed()
