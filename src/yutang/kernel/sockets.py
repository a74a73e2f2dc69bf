"""Folders for Unix sockets: their paths may be short only, and the way out is everybody's."""

import hashlib
import os
import stat
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import Final

PATH_BYTES: Final = 100
"""A socket's path has 107 bytes at most; Chinese folder names use three each."""


def folder_for(home: Path, folder: Path, longest: str) -> Path:
    """`folder` where a socket called `longest` can lie in it, else one in the temporary folder.

    The latter is `home`'s alone, and the same in every process.
    """
    if len(os.fsencode(folder / longest)) <= PATH_BYTES:
        return folder
    name = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
    return Path(tempfile.gettempdir()) / f"yutang-{name}"


def is_folder_of(folder: Path, users: Collection[int]) -> bool:
    """Whether it is a folder of one of these; anybody may make something of its name before us."""
    found = folder.lstat()
    return stat.S_ISDIR(found.st_mode) and found.st_uid in users
