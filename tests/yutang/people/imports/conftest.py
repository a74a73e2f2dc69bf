"""What tests of imports share."""

import pytest

from tests.yutang.world import World


@pytest.fixture
async def shop(world: World) -> World:
    """The owner is signed in."""
    await world.sign_in()
    return world
