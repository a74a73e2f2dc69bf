"""What can go wrong when the engine is asked."""

from pathlib import Path

from yutang.kernel.errors import DomainError


class AudienceSilentError(DomainError):
    """It gives no answer now and will later."""

    code = "audience.away"
    status = 503


class AudienceAwayError(AudienceSilentError):
    """The process that owns the store does not answer."""

    code = "audience.away"

    def __init__(self, why: str = "") -> None:
        more = f" ({why})" if why else ""
        super().__init__(
            f"the audience engine does not answer{more}: nothing can be counted until it does."
            " `yutang up` starts it again; alone it is started by `yutang audience`"
        )


class AudienceBuildingError(AudienceSilentError):
    """The corp's people are being read for the first time, or anew."""

    code = "audience.building"

    def __init__(self, share: float) -> None:
        super().__init__(
            f"the audience engine is still reading this company's people ({share:.0%} done);"
            " ask again in a while"
        )


class AudienceTimeoutError(AudienceSilentError):
    """The question took longer than a question may."""

    code = "audience.slow"

    def __init__(self) -> None:
        super().__init__(
            "the question took too long or too much memory; narrow its windows or take parts of"
            " it away, and ask again"
        )


class StoreTornError(Exception):
    """The store's files are damaged or not ours: it has to be made anew."""


class ForeignStoreError(Exception):
    """The database on a server holds tables that are not ours."""

    def __init__(self, database: str) -> None:
        super().__init__(
            f"the database '{database}' holds tables that are not Yutang's: name an empty one in"
            " YUTANG_CLICKHOUSE_DSN"
        )


class ForeignFolderError(Exception):
    """The folder of the door, in the temporary folder, is another user's."""

    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"{folder} belongs to somebody else: remove it, or choose a shorter --home"
        )


class StoreHeldError(Exception):
    """Another process owns the folder of the store."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"another process owns {path}: one installation has one audience engine")


class UnknownQuestionError(AudienceSilentError):
    """Nobody in the engine answers that: its process is of another version."""

    code = "audience.unknown_question"

    def __init__(self, question: str) -> None:
        super().__init__(
            f"the audience engine knows no question '{question}': its process is of another"
            " version than this one; restart both"
        )


class AudienceRefusedError(DomainError):
    """The engine understood and refused, in the words of whoever answers the question."""

    code = "audience.failed"
    status = 500


def told_error(code: str, status: int, detail: str) -> DomainError:
    """One from behind the door: who is silent stays so; other classes are not known here."""
    silent = (AudienceAwayError, AudienceBuildingError, AudienceTimeoutError, UnknownQuestionError)
    kind = next((one for one in silent if one.code == code), AudienceRefusedError)
    error = kind.__new__(kind)
    DomainError.__init__(error, detail)
    error.code, error.status = code, status  # type: ignore[misc]
    return error
