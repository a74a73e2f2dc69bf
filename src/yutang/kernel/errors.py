"""Every expected failure carries a stable code, a status and what to do next."""

from collections.abc import Mapping
from typing import ClassVar

from .languages import Language


class DomainError(Exception):
    """A failure the caller can understand; rendered as problem+json by the doors."""

    code: ClassVar[str] = "error"
    status: ClassVar[int] = 409
    headers: Mapping[str, str] = {}
    """Of the answer, such as `Retry-After`."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail

    def say(self, language: Language) -> str:
        """The detail for who reads that language; English where there are no words in it."""
        del language
        return self.detail

    def place(self, language: Language) -> tuple[str, str] | None:
        """The field of the body that is wrong, and what is wrong with it, if it is one field."""
        del language
        return None


class NotFoundError(DomainError):
    """The thing does not exist, or belongs to another corp."""

    code = "not_found"
    status = 404


class InvalidError(DomainError):
    """The request is well formed but asks for something that cannot be."""

    code = "invalid"
    status = 422
