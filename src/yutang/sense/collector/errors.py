"""What the collector refuses, in words that say what to do."""

from yutang.kernel.errors import DomainError, InvalidError, NotFoundError


class UnknownKeyError(DomainError):
    """No key, or one that is good for nothing."""

    code = "collect.unknown_key"
    status = 401
    headers = {"WWW-Authenticate": "Bearer"}  # noqa: RUF012 - as of its base, never changed

    def __init__(self) -> None:
        super().__init__(
            "no source has this write key; send it as `Authorization: Bearer`, as the user of"
            " Basic, or as `writeKey` in the body; keys are made on the page Data, Sources"
        )


class PausedError(DomainError):
    """The source was paused."""

    code = "collect.paused"
    status = 403

    def __init__(self) -> None:
        super().__init__("the source is paused; keep the events and send them once it runs again")


class OriginError(DomainError):
    """A page sends that is not among the source's."""

    code = "collect.origin"
    status = 403

    def __init__(self, origin: str) -> None:
        super().__init__(
            f"pages of '{origin[:200]}' may not send with this key; add the origin to a source of"
            " kind web, and keep keys of servers out of pages"
        )


class NoAddressError(NotFoundError):
    """The collector has no such address."""

    code = "collect.no_address"

    def __init__(self) -> None:
        super().__init__(
            "there is nothing here; the collector takes POST at /collect/v1/track, identify,"
            " alias, page, batch and hooks/{source}"
        )


class MethodError(DomainError):
    """Not a POST."""

    code = "collect.method"
    status = 405
    headers = {"Allow": "POST, OPTIONS"}  # noqa: RUF012 - as of its base, never changed

    def __init__(self) -> None:
        super().__init__("the collector takes POST")


class TooLargeError(DomainError):
    """More bytes than one request may have."""

    code = "collect.too_large"
    status = 413

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"one request holds at most {limit:,} bytes, also unpacked; nothing was taken: send"
            " smaller batches"
        )


class TooManyEventsError(DomainError):
    """More events than one request may have."""

    code = "collect.too_many_events"
    status = 413

    def __init__(self, limit: int) -> None:
        super().__init__(f"one request holds at most {limit:,} events; nothing was taken")


class CodingError(DomainError):
    """The body is packed in a way that is not known, or broken."""

    code = "collect.coding"
    status = 415

    def __init__(self) -> None:
        super().__init__(
            "the body cannot be unpacked; Content-Encoding is gzip, deflate or left out"
        )


class NotJsonError(DomainError):
    """The body is no JSON."""

    code = "collect.not_json"
    status = 400

    def __init__(self) -> None:
        super().__init__("the body is no JSON in UTF-8; nothing was taken")


class ShapeError(InvalidError):
    """JSON of another shape than the address takes."""

    code = "collect.shape"

    def __init__(self, wanted: str) -> None:
        super().__init__(f"{wanted}; nothing was taken")


class TooFastError(DomainError):
    """More events a second than the source may send."""

    code = "collect.too_fast"
    status = 429

    def __init__(self, limit: int, seconds: int) -> None:
        super().__init__(
            f"the source may send {limit:,} events a second; send this batch again in {seconds} s,"
            " or raise the limit on the page Data, Sources"
        )
        self.headers = {"Retry-After": str(seconds)}


class BacklogError(DomainError):
    """More is waiting than should."""

    code = "collect.backlog"
    status = 429

    def __init__(self, seconds: int) -> None:
        super().__init__(f"more came than is handled by now; send this batch again in {seconds} s")
        self.headers = {"Retry-After": str(seconds)}


class NotKeptError(DomainError):
    """Neither database nor disk take it."""

    code = "collect.not_kept"
    status = 503
    headers = {"Retry-After": "5"}  # noqa: RUF012 - as of its base, never changed

    def __init__(self) -> None:
        super().__init__(
            "the batch cannot be kept now: the database is away and the folder for such times is"
            " full; nothing was taken, send it again"
        )


class KeyReusedError(DomainError):
    """The Idempotency-Key belongs to another batch."""

    code = "collect.key_reused"
    status = 409

    def __init__(self) -> None:
        super().__init__("this Idempotency-Key came with another body before; use a new one")


class SignatureError(DomainError):
    """The signature does not fit."""

    code = "collect.signature"
    status = 403

    def __init__(self) -> None:
        super().__init__(
            "the signature does not fit: X-Yutang-Signature is t=<seconds>,v1=<HMAC-SHA256 of"
            ' "<seconds>." and the body, in hex, with the secret of the source>'
        )


class StaleError(DomainError):
    """Signed too long ago, or in the future."""

    code = "collect.stale"
    status = 403

    def __init__(self, minutes: int) -> None:
        super().__init__(
            f"the time of the signature is more than {minutes} minutes off; sign it anew, and set"
            " the clock"
        )


class ReplayedError(DomainError):
    """The very same request was here."""

    code = "collect.replayed"
    status = 409

    def __init__(self) -> None:
        super().__init__("this signed request was here already; sign a repeat anew")


class NotMappedError(DomainError):
    """Nobody said what stands where in this webhook's body."""

    code = "collect.not_mapped"
    status = 409

    def __init__(self) -> None:
        super().__init__(
            "the source does not know yet what stands where in the body; paste an example on the"
            " page Data, Sources, then send again"
        )


class UnknownSourceError(NotFoundError):
    """No such source in this corp."""

    code = "collect.unknown_source"

    def __init__(self, source_id: int) -> None:
        super().__init__(f"there is no source {source_id} here")


class SourceNameTakenError(DomainError):
    """Two sources would have one name."""

    code = "collect.name_taken"

    def __init__(self, name: str) -> None:
        super().__init__(f"there is a source '{name}' already; choose another name")


class BadOriginError(InvalidError):
    """What was given as an origin is none."""

    code = "collect.bad_origin"

    def __init__(self, given: str) -> None:
        super().__init__(
            f"'{given[:200]}' is no origin; write scheme and host, as https://shop.example.com"
        )


class NoOriginError(InvalidError):
    """A site without an origin could never send."""

    code = "collect.no_origin"

    def __init__(self) -> None:
        super().__init__("a site needs at least one origin, as https://shop.example.com")


class WrongSourceKindError(DomainError):
    """The source is of a kind that has no such thing."""

    code = "collect.wrong_kind"

    def __init__(self, kind: str) -> None:
        super().__init__(f"a source of kind {kind} has none; only webhooks have mappings")


class BadMappingError(InvalidError):
    """A mapping that cannot be followed."""

    code = "collect.bad_mapping"

    def __init__(self, what: str) -> None:
        super().__init__(what)


class UnknownMessageError(NotFoundError):
    """The row of the stream is not here any more."""

    code = "collect.unknown_message"

    def __init__(self, row_id: int) -> None:
        super().__init__(f"there is no row {row_id} in the stream; rows are kept for three days")


class TooManySourcesError(DomainError):
    """More sources than a corp may have."""

    code = "collect.too_many_sources"

    def __init__(self, most: int) -> None:
        super().__init__(f"a company has at most {most} sources; delete one that is not used")
