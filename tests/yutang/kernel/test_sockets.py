"""Sockets lie where their paths fit, in folders of ours."""

import os
import tempfile
from pathlib import Path

from yutang.kernel import sockets

NAME = "audience.sock"


def test_a_folder_that_fits_is_taken_and_a_deep_one_has_a_short_one_of_its_own(
    tmp_path: Path,
) -> None:
    fits, deep, other = tmp_path / "short", tmp_path / ("深" * 40), tmp_path / ("浅" * 40)
    assert len(os.fsencode(fits / NAME)) <= sockets.PATH_BYTES

    assert sockets.folder_for(fits, fits, NAME) == fits
    found = sockets.folder_for(deep, deep, NAME)
    assert found.parent == Path(tempfile.gettempdir())
    assert len(os.fsencode(found / NAME)) <= sockets.PATH_BYTES
    assert found == sockets.folder_for(deep, deep, NAME)
    assert found != sockets.folder_for(other, other, NAME)


def test_what_somebody_else_made_is_no_folder_of_ours(tmp_path: Path) -> None:
    file, link = tmp_path / "file", tmp_path / "link"
    file.touch()
    link.symlink_to(tmp_path)

    assert sockets.is_folder_of(tmp_path, {os.geteuid()})
    assert not sockets.is_folder_of(tmp_path, {os.geteuid() + 1})
    assert not sockets.is_folder_of(file, {os.geteuid()})
    assert not sockets.is_folder_of(link, {os.geteuid()})
