"""Every expected failure carries a stable code, a status and what to do next."""

from collections.abc import Mapping
from typing import ClassVar


class DomainError(Exception):
    """A failure the caller can understand; rendered as problem+json by the doors."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 409
    headers: Mapping[str, str] = {}
    """Of the answer, such as `Retry-After`."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


class NotFoundError(DomainError):
    """The thing does not exist, or belongs to another corp."""

    code = "not_found"
    status = 404


class InvalidError(DomainError):
    """The request is well formed but asks for something that cannot be."""

    code = "invalid"
    status = 422
