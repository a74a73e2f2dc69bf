"""A corp with an engine, signed in."""

import pytest

from tests.yutang.world import World
from yutang.people.audience.engine import Engine

from .stage import Stage


@pytest.fixture
async def stage(world: World, audience: Engine) -> Stage:
    """Nobody is there yet."""
    await world.sign_in()
    return Stage(world, audience, world.corp_id)
