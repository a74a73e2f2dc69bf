"""What can be wrong with a question to the audit."""

from yutang.kernel.errors import DomainError


class UnknownEntryError(DomainError):
    """No entry has this number."""

    code = "audit.unknown_entry"
    status = 404


class BadPlaceError(DomainError):
    """Not a place that a page of the audit gave."""

    code = "audit.bad_place"
    status = 422
