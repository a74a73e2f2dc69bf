"""Uploaded files: bytes in a folder, named by what they contain; a row per upload."""

import hashlib
import io
import os
from collections.abc import Collection
from datetime import datetime
from pathlib import Path
from typing import ClassVar, Final

from PIL import Image, UnidentifiedImageError
from sqlalchemy import Identity, PrimaryKeyConstraint, select, text
from sqlalchemy import delete as remove
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped, mapped_column

from . import audit
from .db import Base
from .errors import InvalidError, NotFoundError

IMAGE_BYTES = 10 * 1024 * 1024
DOCUMENT_BYTES = 20 * 1024 * 1024
LEAST_BYTES = 6
_KINDS = {"JPEG": "image/jpeg", "PNG": "image/png"}


class UnsupportedFileError(InvalidError):
    """WeCom would refuse this file, or it is not what its name says."""

    code = "files.unsupported"
    status: ClassVar[int] = 422


class UnknownFileError(NotFoundError):
    """No such upload in this corp."""

    code = "files.unknown"

    def __init__(self, file_id: int) -> None:
        super().__init__(f"there is no file {file_id} here; upload the picture again")


class StoredFile(Base):
    """One upload; equal bytes share one file on disk."""

    __tablename__ = "files"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "id"),)

    corp_id: Mapped[int]
    id: Mapped[int] = mapped_column(Identity(always=True))
    sha256: Mapped[str]
    name: Mapped[str]
    media_type: Mapped[str]
    bytes: Mapped[int]
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))


def _path(home: Path, sha256: str) -> Path:
    return home / "files" / sha256[:2] / sha256


async def store_image(
    session: AsyncSession, home: Path, corp_id: int, actor: str, name: str, content: bytes
) -> StoredFile:
    """Keep a JPG or PNG of 5 bytes to 10 MB, WeCom's bounds for an image.

    The kind is read from the content, never from the name. Raises UnsupportedFileError.
    """
    if len(content) > IMAGE_BYTES:
        message = f"the picture has {len(content):,} bytes; WeCom takes at most {IMAGE_BYTES:,}"
        raise UnsupportedFileError(message)
    try:
        with Image.open(io.BytesIO(content)) as image:
            image.verify()
            media_type = _KINDS.get(image.format or "")
    except (UnidentifiedImageError, OSError, SyntaxError, Image.DecompressionBombError) as error:
        message = f"{name or 'the file'} is not a picture; send a JPG or PNG"
        raise UnsupportedFileError(message) from error
    if media_type is None:
        message = f"{name} is neither JPG nor PNG, the only kinds WeCom takes"
        raise UnsupportedFileError(message)
    return await _keep(session, home, corp_id, actor, (name, media_type, content))


async def store_film(
    session: AsyncSession, home: Path, corp_id: int, actor: str, name: str, content: bytes
) -> StoredFile:
    """Keep an MP4 of 10 MB, WeCom's bound for a film; raises UnsupportedFileError."""
    if len(content) > IMAGE_BYTES:
        message = f"the film has more than {IMAGE_BYTES:,} bytes, the most WeCom takes"
        raise UnsupportedFileError(message)
    # An MP4 says `ftyp` after its first length, whatever it is called.
    if content[4:8] != b"ftyp":
        message = f"{name or 'the file'} is no MP4, the only kind of film WeCom takes"
        raise UnsupportedFileError(message)
    return await _keep(session, home, corp_id, actor, (name, "video/mp4", content))


async def store_document(
    session: AsyncSession, home: Path, corp_id: int, actor: str, name: str, content: bytes
) -> StoredFile:
    """Keep any file of 6 bytes to 20 MB, WeCom's bounds; raises UnsupportedFileError.

    It is never shown by us, only handed to WeCom: of its kind nothing is believed.
    """
    if not LEAST_BYTES <= len(content) <= DOCUMENT_BYTES:
        message = f"WeCom takes files of {LEAST_BYTES} to {DOCUMENT_BYTES:,} bytes"
        raise UnsupportedFileError(message)
    kept = (name or "file", "application/octet-stream", content)
    return await _keep(session, home, corp_id, actor, kept)


STORING: Final = {"image": store_image, "video": store_film, "file": store_document}
"""By what an upload is to be."""


async def _keep(
    session: AsyncSession,
    home: Path,
    corp_id: int,
    actor: str,
    given: tuple[str, str, bytes],
) -> StoredFile:
    name, media_type, content = given
    sha256 = hashlib.sha256(content).hexdigest()
    path = _path(home, sha256)
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_bytes(content)
        draft.replace(path)
    file = StoredFile(
        corp_id=corp_id,
        sha256=sha256,
        name=name[:200],
        media_type=media_type,
        bytes=len(content),
    )
    session.add(file)
    await session.flush()
    await audit.record(
        session,
        corp_id,
        actor=actor,
        action="file.uploaded",
        target=f"file:{file.id}",
        after={"media_type": media_type, "bytes": len(content)},
    )
    return file


async def find(session: AsyncSession, corp_id: int, file_id: int) -> StoredFile:
    """The upload; raises UnknownFileError."""
    file = await session.get(StoredFile, (corp_id, file_id))
    if file is None:
        raise UnknownFileError(file_id)
    return file


async def find_many(
    session: AsyncSession, corp_id: int, file_ids: Collection[int]
) -> list[StoredFile]:
    """Those of these uploads that are there, by id."""
    found = await session.scalars(
        select(StoredFile)
        .where(StoredFile.corp_id == corp_id, StoredFile.id.in_(sorted(set(file_ids))))
        .order_by(StoredFile.id)
    )
    return list(found)


def place(home: Path, file: StoredFile) -> Path:
    """Where the bytes of an upload are."""
    return _path(home, file.sha256)


def read(home: Path, file: StoredFile) -> bytes:
    """The bytes of an upload."""
    return _path(home, file.sha256).read_bytes()


async def delete(session: AsyncSession, corp_id: int, file_ids: Collection[int]) -> list[Path]:
    """Delete uploads; returns the paths, below the home, of bytes that nobody else has uploaded.

    Needs the owner's session: equal bytes may be another corp's too. The caller deletes the bytes
    once this is committed.
    """
    gone = await session.scalars(
        remove(StoredFile)
        .where(StoredFile.corp_id == corp_id, StoredFile.id.in_(sorted(set(file_ids))))
        .returning(StoredFile.sha256)
    )
    hashes = set(gone)
    shared = await session.scalars(
        select(StoredFile.sha256).where(StoredFile.sha256.in_(sorted(hashes)))
    )
    return [_path(Path(), sha256) for sha256 in sorted(hashes - set(shared))]
