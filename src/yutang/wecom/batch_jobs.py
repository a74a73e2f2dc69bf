"""Imports and exports of contacts as jobs (90980 to 90983, 94849, unverified)."""

import base64
from dataclasses import dataclass
from typing import Any, Final, Literal

from yutang.wecom.answers import Answer, Int, Lenient
from yutang.wecom.measuring import check_that
from yutang.wecom.shapes import given
from yutang.wecom.transport import Repeat, Transport

ImportKind = Literal["syncuser", "replaceuser", "replaceparty"]
ExportKind = Literal["simple_user", "user", "department", "taguser"]

MIN_BLOCK: Final = 10_000
MAX_BLOCK: Final = 1_000_000
_AES_KEY_CHARACTERS: Final = 43
_AES_KEY_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class JobCallback:
    """Where WeCom tells that a job is done, with a token and key of its own."""

    url: str
    token: str
    encodingaeskey: str


class ImportedRow(Lenient):
    """What became of one member (``userid``) or department (``partyid``, ``action``)."""

    userid: str = ""
    action: Int = 0
    partyid: Int = 0
    errcode: Int = 0
    errmsg: str = ""


class ImportJob(Answer):
    """How far an import is; ``status`` 1 begun, 2 running, 3 done, and only then the rows."""

    status: Int = 0
    type: str = ""
    total: Int = 0
    percentage: Int = 0
    result: tuple[ImportedRow, ...] = ()


class ExportedPart(Lenient):
    """An encrypted file, for two hours; ``size`` in bytes."""

    url: str = ""
    size: Int = 0
    md5: str = ""


class ExportJob(Answer):
    """How far an export is; ``status`` 0 waiting, 1 running, 2 done, 3 failed."""

    status: Int = 0
    data_list: tuple[ExportedPart, ...] = ()


class _Job(Answer):
    jobid: str = ""


class BatchJobs:
    """Verbs on jobs; imports are for the contacts-sync secret only, one at a time."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    async def start_import(
        self,
        kind: ImportKind,
        media_id: str,
        *,
        invite: bool | None = None,
        callback: JobCallback | None = None,
    ) -> str:
        """Begin an import of a CSV that ``media.upload`` took; return the job's id.

        ``syncuser`` adds and changes, ``replaceuser`` and ``replaceparty`` also delete what is
        missing. Not repeated by itself: the event ``batch_job_result`` tells of a job whose id
        was lost. Raises NotReadyError (302008: one runs), MediaError.
        """
        body: dict[str, Any] = {
            "media_id": media_id,
            **given(to_invite=None if kind == "replaceparty" else invite, callback=callback),
        }
        path = f"/cgi-bin/batch/{kind}"
        return (await self._transport.post(path, _Job, body, repeat=Repeat.NEVER)).jobid

    async def import_result(self, jobid: str) -> ImportJob:
        """Return how far an import is; WeCom keeps the last five. Raises UnknownIdError."""
        return await self._transport.get("/cgi-bin/batch/getresult", ImportJob, jobid=jobid)

    async def start_export(
        self,
        kind: ExportKind,
        encoding_aes_key: str,
        *,
        block_size: int | None = None,
        tag_id: int | None = None,
    ) -> str:
        """Begin an export, encrypted with a key of 43 characters; return the job's id.

        ``block_size`` is 10,000 to 1,000,000 rows a file; ``taguser`` needs ``tag_id``. Beginning
        again makes another job and harms nothing. Raises InvalidRequestError, ForbiddenError.
        """
        check_that(
            _is_aes_key(encoding_aes_key), f"an AES key has {_AES_KEY_CHARACTERS} characters"
        )
        check_that(
            block_size is None or MIN_BLOCK <= block_size <= MAX_BLOCK,
            f"a block has {MIN_BLOCK} to {MAX_BLOCK} rows",
        )
        check_that((kind == "taguser") == (tag_id is not None), "only taguser needs a tag")
        body = {
            "encoding_aeskey": encoding_aes_key,
            **given(block_size=block_size, tagid=tag_id),
        }
        path = f"/cgi-bin/export/{kind}"
        return (await self._transport.post(path, _Job, body, repeat=Repeat.WRITE)).jobid

    async def export_result(self, jobid: str) -> ExportJob:
        """Return how far an export is, and its files; raises UnknownIdError."""
        return await self._transport.get("/cgi-bin/export/get_result", ExportJob, jobid=jobid)


def _is_aes_key(text: str) -> bool:
    if len(text) != _AES_KEY_CHARACTERS:
        return False
    try:
        return len(base64.b64decode(f"{text}=", validate=True)) == _AES_KEY_BYTES
    except ValueError:
        return False
