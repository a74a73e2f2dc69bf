"""What can be wrong with an upload for WeCom."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class BadVerifyFileError(InvalidError):
    """Not a file that WeCom's console gives."""

    code = "connection.bad_verify_file"


class VerifyFileTakenError(DomainError):
    """Another corp of this installation has a file of this name."""

    code = "connection.verify_file_taken"


class UnknownVerifyFileError(NotFoundError):
    """There is no such file."""

    code = "connection.unknown_verify_file"
