"""Where the door of a deep home is, and that nobody else's is asked."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from tests.yutang.world import World
from yutang.people.audience import asking, running
from yutang.people.audience.errors import AudienceAwayError, ForeignFolderError


async def test_a_deep_home_has_its_door_in_a_folder_of_its_own_and_no_other_is_told_the_token(
    world: World, tmp_path: Path
) -> None:
    home = tmp_path / ("深" * 40)
    settings = world.runtime.settings.model_copy(update={"home": home})
    folder = asking.socket_of(home).parent
    # Somebody was here before: what would listen there is not asked, and nothing of ours does.
    folder.touch()
    try:
        with pytest.raises(AudienceAwayError, match="belongs to somebody else"):
            await asking.Desk(replace(world.runtime, settings=settings)).ask(1, "status", {})
        with pytest.raises(ForeignFolderError):
            running.listen(settings)
    finally:
        folder.unlink()

    try:
        running.listen(settings).close()
        door = asking.socket_of(home)
        assert stat.S_IMODE(door.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700
        door.unlink()
    finally:
        folder.rmdir()
