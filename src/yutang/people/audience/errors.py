"""What can go wrong when the engine is asked."""

from pathlib import Path

from yutang.kernel.errors import DomainError


class AudienceAwayError(DomainError):
    """The process that owns the store does not answer."""

    code = "audience.away"
    status = 503

    def __init__(self, why: str = "") -> None:
        more = f" ({why})" if why else ""
        super().__init__(
            f"the audience engine does not answer{more}: nothing can be counted until it does."
            " `yutang up` starts it again; alone it is started by `yutang audience`"
        )


class AudienceBuildingError(DomainError):
    """The corp's people are being read for the first time, or anew."""

    code = "audience.building"
    status = 503

    def __init__(self, share: float) -> None:
        super().__init__(
            f"the audience engine is still reading this company's people ({share:.0%} done);"
            " ask again in a while"
        )


class AudienceTimeoutError(DomainError):
    """The question took longer than a question may."""

    code = "audience.slow"
    status = 503

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


class UnknownQuestionError(DomainError):
    """Nobody in the engine answers that: its process is of another version."""

    code = "audience.unknown_question"
    status = 503

    def __init__(self, question: str) -> None:
        super().__init__(
            f"the audience engine knows no question '{question}': its process is of another"
            " version than this one; restart both"
        )


class AudienceRefusedError(DomainError):
    """The engine understood and refused, in the words of whoever answers the question."""

    code = "audience.failed"
    status = 500

    def __init__(self, code: str, status: int, detail: str) -> None:
        super().__init__(detail)
        # Another's error on its way through: the class is not known on this side.
        self.code = code  # type: ignore[misc]
        self.status = status  # type: ignore[misc]
