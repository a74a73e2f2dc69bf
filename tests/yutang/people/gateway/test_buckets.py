"""However calls arrive and however WeCom lays its windows: never more than the limit in one."""

import asyncio
import bisect
import uuid
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.yutang.people.gateway.conftest import START, Clock, limits
from yutang.kernel.runtime import Runtime
from yutang.people.gateway.errors import BadLimitsError
from yutang.people.gateway.limits import Limits, read_limits
from yutang.people.gateway.repository import GatewayRepository
from yutang.people.gateway.schemas import Door, Taken
from yutang.wecom.admission import Urgency

ARRIVAL = st.tuples(
    st.sampled_from(Urgency),
    st.integers(1, 40),
    st.sampled_from([0.0, 0.01, 0.7, 5.0, 31.0, 400.0]),
)


class Takers:
    """Processes that take at one door, and the moments of all they got."""

    def __init__(self, runtime: Runtime, known: Limits, path: str) -> None:
        self.path = path
        self.known = known
        self.processes = [
            GatewayRepository(runtime.database.single, uuid.uuid4()) for _ in range(2)
        ]
        self.moments: list[datetime] = []

    async def take(self, urgency: Urgency, wanted: int, now: datetime) -> Taken:
        """One question of one of the processes."""
        share = self.known.of_class(urgency)
        buckets = self.known.buckets(1, self.path)
        floors = [bucket.floor(share.leaves) for bucket in buckets]
        door = Door(1, self.path, urgency, buckets, floors, None, 0, 30.0)
        process = self.processes[len(self.moments) % 2]
        taken = await process.take(door, wanted, now, uuid.uuid4(), waited=False)
        self.moments += [now] * taken.granted
        return taken

    def most_in(self, seconds: int) -> int:
        """Of all windows of this length, the calls in the fullest; its end belongs to the next."""
        span = timedelta(seconds=seconds)
        return max(
            (
                bisect.bisect_left(self.moments, start + span) - at
                for at, start in enumerate(self.moments)
            ),
            default=0,
        )


@given(arrivals=st.lists(ARRIVAL, min_size=1, max_size=60))
@settings(
    max_examples=15,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_no_window_ever_holds_more_than_its_limit(
    dsn: str, tmp_path: Path, arrivals: list[tuple[Urgency, int, float]]
) -> None:
    async def run() -> None:
        from yutang.bootstrap import build_runtime  # noqa: PLC0415 - a loop of its own each time
        from yutang.kernel.settings import Settings  # noqa: PLC0415

        runtime = build_runtime(Settings(home=tmp_path, database_url=dsn))
        takers = Takers(runtime, limits(40, 150), f"/{uuid.uuid4()}")
        now = START
        for urgency, wanted, pause in arrivals:
            await takers.take(urgency, wanted, now)
            now += timedelta(seconds=pause)
        await runtime.close()
        assert takers.most_in(60) <= 40
        assert takers.most_in(3600) <= 150

    asyncio.run(run())


async def test_with_work_always_waiting_98_percent_of_the_quota_are_used(
    runtime: Runtime, clock: Clock
) -> None:
    takers = Takers(runtime, limits(200, 600), "/x")
    while clock.now < START + timedelta(hours=3):
        taken = await takers.take(Urgency.BULK, 8, clock.now)
        clock.now = max(taken.retry_at, clock.now + timedelta(milliseconds=1))
    for hour in range(3):
        begins = START + timedelta(hours=hour)
        used = sum(begins <= at < begins + timedelta(hours=1) for at in takers.moments)
        assert 0.98 * 600 <= used <= 600
    assert takers.most_in(3600) <= 600


async def test_bulk_leaves_the_upper_classes_their_reserve(runtime: Runtime, clock: Clock) -> None:
    takers = Takers(runtime, limits(100_000, 100_000), "/x")
    got = {}
    for urgency in Urgency:
        got[urgency] = (await takers.take(urgency, 5000, clock.now)).granted
    # The burst of 1,000 in steps: each class may go deeper than the one below it.
    assert got == {
        Urgency.BULK: 400,
        Urgency.SCHEDULED: 200,
        Urgency.INTERACTIVE: 200,
        Urgency.WELCOME: 200,
    }
    clock.pass_by(1)
    assert (await takers.take(Urgency.BULK, 1, clock.now)).granted == 0
    assert (await takers.take(Urgency.WELCOME, 1, clock.now)).granted == 1


async def test_the_moment_named_is_the_first_at_which_a_call_goes(
    runtime: Runtime, clock: Clock
) -> None:
    takers = Takers(runtime, limits(100, 100_000), "/x")
    refused = await takers.take(Urgency.BULK, 50, clock.now)
    assert (refused.granted, refused.reason) == (1, "quota")
    early = refused.retry_at - timedelta(milliseconds=20)
    assert (await takers.take(Urgency.BULK, 1, early)).granted == 0
    assert (await takers.take(Urgency.BULK, 1, refused.retry_at)).granted == 1


async def test_a_natural_day_is_counted_and_ends_at_midnight_in_shanghai(
    runtime: Runtime, clock: Clock
) -> None:
    takers = Takers(runtime, limits(100_000, 100_000, day=30), "/x")
    taken = await takers.take(Urgency.WELCOME, 50, clock.now)
    assert taken.granted == 30
    # 03:00 in UTC is 11:00 in Shanghai, so 13 hours are left.
    assert taken.retry_at == START + timedelta(hours=13)
    before = taken.retry_at - timedelta(seconds=1)
    assert (await takers.take(Urgency.WELCOME, 1, before)).granted == 0
    assert (await takers.take(Urgency.WELCOME, 1, taken.retry_at)).granted == 1


async def test_all_corps_share_the_limit_of_our_address(runtime: Runtime, clock: Clock) -> None:
    known = limits(10_000, 100_000)
    known = known.model_copy(
        update={"every_api_by_address": known.every_api.model_copy(update={"minute": 2000})}
    )
    repository = GatewayRepository(runtime.database.single, uuid.uuid4())
    got = 0
    for corp_id in (1, 2, 3):
        buckets = known.buckets(corp_id, "/x")
        door = Door(corp_id, "/x", Urgency.WELCOME, buckets, [0.0] * len(buckets), None, 0, 30.0)
        taken = await repository.take(door, 50, clock.now, uuid.uuid4(), waited=False)
        got += taken.granted
    assert got == 20


@pytest.mark.parametrize("limit", [1, 2, 3, 10, 99, 100, 101, 10_000, 150_000])
def test_a_bucket_never_allows_its_limit_to_be_passed(limit: int) -> None:
    for bucket in limits(limit, limit).buckets(1, "/x")[:2]:
        # Whole calls only: one more needs a whole one in the bucket.
        assert int(bucket.burst + bucket.rate * bucket.seconds) <= limit
        if limit >= 100:
            assert bucket.rate * bucket.seconds >= 0.98 * limit - 1


def test_another_file_overrides_what_it_names(tmp_path: Path) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(
        '[every_api]\nhour = 300_000\n[[api]]\npaths = ["/cgi-bin/externalcontact/mark_tag"]\n'
        "at_once = 9\n"
    )
    known = read_limits(file)
    assert (known.every_api.minute, known.every_api.hour) == (10_000, 300_000)
    assert known.at_once("/cgi-bin/externalcontact/mark_tag") == 9
    assert known.at_once("/cgi-bin/externalcontact/remark") == 4


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("[every_api]\nminutes = 5\n", "every_api.minutes"),
        ("[every_api]\nminute = 0\n", "every_api.minute"),
        ("[every_api\n", "cannot be read"),
        ("[urgency.bulk]\nleaves = 1.5\n", "urgency.bulk.leaves"),
    ],
)
def test_a_file_that_holds_no_limits_is_told(tmp_path: Path, content: str, said: str) -> None:
    file = tmp_path / "limits.toml"
    file.write_text(content)
    with pytest.raises(BadLimitsError, match=said):
        read_limits(file)
    with pytest.raises(BadLimitsError, match="cannot be read"):
        read_limits(tmp_path / "none.toml")
