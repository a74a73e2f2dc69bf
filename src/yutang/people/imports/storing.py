"""Uploaded files on disk, below the home: outside the database, so that 4 GB cost it nothing."""

import asyncio
import secrets
import shutil
from collections.abc import AsyncIterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from yutang.kernel.runtime import Runtime

from . import formats
from .errors import EmptyFileError, NoRoomError, TooLargeError, UnreadableFileError
from .schemas import Shape

SPARE_BYTES = 256 << 20
"""What stays free on the disk whatever is uploaded."""


def folder(runtime: Runtime, corp_id: int) -> Path:
    """Where a corp's files on their way in lie."""
    return runtime.settings.home / "imports" / str(corp_id)


def path_of(runtime: Runtime, corp_id: int, token: str) -> Path:
    """The file of one import."""
    return folder(runtime, corp_id) / token


async def receive(
    runtime: Runtime, corp_id: int, blocks: AsyncIterator[bytes], announced: int | None
) -> tuple[str, int]:
    """Write an upload to disk as it comes; returns its token and size.

    Refused before it fills the disk: TooLargeError, NoRoomError; EmptyFileError. Nothing stays of
    a refused or broken upload.
    """
    limit = runtime.settings.import_bytes
    place = folder(runtime, corp_id)
    await asyncio.to_thread(place.mkdir, parents=True, exist_ok=True)
    if announced is not None:
        _demand_room(place, announced, limit)
    token = secrets.token_hex(16)
    path = place / token
    size = 0
    complete = False
    try:
        with path.open("wb") as file:
            async for block in blocks:
                size += len(block)
                if size > limit:
                    raise TooLargeError(limit)
                if size >> 26 != (size - len(block)) >> 26:
                    # Each 64 MB: others fill the disk too.
                    _demand_room(place, len(block), limit)
                await asyncio.to_thread(file.write, block)
        if not size:
            message = "the file is empty"
            raise EmptyFileError(message)
        complete = True
    finally:
        if not complete:
            path.unlink(missing_ok=True)
    return token, size


def _demand_room(place: Path, wanted: int, limit: int) -> None:
    if wanted > limit:
        raise TooLargeError(limit)
    free = shutil.disk_usage(place).free
    if free < wanted + SPARE_BYTES:
        raise NoRoomError(wanted + SPARE_BYTES, free)


async def inspect(path: Path, name: str) -> Shape:
    """See `formats.inspect`; a workbook in a process of its own, which gives its memory back."""
    with path.open("rb") as file:
        zipped = file.read(2) == b"PK"
    if not zipped:
        return await asyncio.to_thread(formats.inspect, path, name)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        shape = await asyncio.get_running_loop().run_in_executor(pool, formats.inspect, path, name)
    # From here on the converted one is read.
    await asyncio.to_thread(path.unlink)
    return shape


async def readable(path: Path, shape: Shape) -> Path:
    """The file as `reading.read` takes it. Raises UnreadableFileError when it is gone."""
    found = path.with_suffix(".parquet") if shape.format == "xlsx" else path
    if not await asyncio.to_thread(found.exists):
        message = "the uploaded file is gone from the server's disk; send it again"
        raise UnreadableFileError(message)
    return found


async def forget_file(runtime: Runtime, corp_id: int, token: str) -> None:
    """Delete what was uploaded and what was made of it."""
    path = path_of(runtime, corp_id, token)
    for one in (path, path.with_suffix(".parquet")):
        await asyncio.to_thread(one.unlink, missing_ok=True)


def has_file(runtime: Runtime, corp_id: int, token: str) -> bool:
    """Whether the uploaded file is still there."""
    path = path_of(runtime, corp_id, token)
    return path.exists() or path.with_suffix(".parquet").exists()
