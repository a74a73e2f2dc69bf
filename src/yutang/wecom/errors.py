"""What can go wrong with WeCom, as one tree.

::

    WeComError
    ├── RefusedError                WeCom answered with an errcode: nothing was changed
    │   ├── TokenError              40001 40014 42001, still after one refresh
    │   │   └── CredentialsError    40013 40091 41002 41004; any refusal of gettoken for them
    │   ├── BusyError               -1 6000 81026 90304, still after three tries
    │   ├── FrequencyError          45009: wait for the window (a minute, then an hour)
    │   ├── ConcurrencyError        45033 45035 45036: fewer calls at once
    │   ├── NotReadyError           41063 41079: WeCom is still at it, ask later
    │   ├── ForbiddenError          48xxx 50002 50003 60011 60020 60021 60030 60031 81011 …
    │   ├── NotFriendError          84061: no relation (any more, or not yet)
    │   ├── UnknownCustomerError    40096 610004
    │   ├── UnknownStaffError       40003 60111
    │   ├── UnknownTagError         40068 41110
    │   ├── UnknownContactWayError  41044
    │   ├── UnknownGroupError       40050 49008 86001 90501 90509
    │   ├── StaffNotReadyError      41054 40098 84074: not activated, not verified, no feature
    │   ├── QuotaError              41045 41091 41095 40126 40144 41041 40099 41055 610023 …
    │   ├── HandoverRefusedError    40097 40100 40128-40131 40143 40205 90500 90502-90504 …
    │   ├── CorpNotReadyError       41057 41200 41305 43009 90510: the corp lacks something
    │   ├── ChatKeyGoneError        41201: a ChatKey is unknown or older than 30 minutes
    │   ├── NameTakenError          40071
    │   ├── WelcomeGoneError        41049 41050: the code is unknown, used or too old
    │   ├── AlreadyChattingError    41051
    │   ├── UnknownIdError          41047 41060 40088 41070 60003 93000 …: what the call is about
    │   ├── NobodyToSendError       41048: the choice holds no customer
    │   ├── NotPublishedError       41061 41062: this member has not posted the moment (yet)
    │   ├── TooLateError            41093 42052 60140 …: cancelled, used or run out before
    │   ├── WelcomeInFlightError    41096: another app is sending, try again within the 20 s
    │   ├── ConsentMissingError     41053: the customer has not agreed to the archive
    │   ├── MediaError              40007 40123 40145 …
    │   ├── InvalidCodeError        40029 42003 42022: an OAuth code is wrong, used or too old
    │   └── InvalidParameterError   40058 40063 40033 40035 40066 41064 41065 …
    ├── UnexpectedStatusError       HTTP 3xx or 4xx: this is no WeCom, or the path is unknown
    ├── UnreachableError            no connection: the request was never sent
    │   └── NoQuotaError            (admission.py) no quota until a moment that it names
    ├── UnknownOutcomeError         sent, but no answer came: it may have been done
    │   └── UnreadableAnswerError   an answer that is not WeCom's JSON, or HTTP 5xx
    ├── InvalidRequestError         (ValueError) refused here, before any call
    │   ├── TextTooLongError
    │   ├── TooManyError
    │   ├── NothingToSendError
    │   ├── FileSizeError
    │   └── ForeignAddressError
    ├── DownloadError               a picture or file that is too large or is none
    ├── MalformedCallbackError      authentic, but not an event this client can read
    └── CallbackRefusedError        not authentic: answer 4xx, keep nothing
        ├── AesKeyError             -40004
        ├── EnvelopeError           -40002
        ├── SignatureError          -40001
        ├── DecryptionError         -40007 -40008 -40010
        └── ReceiverError           -40005

No message holds a token, a secret or the data of a customer.
"""

from typing import ClassVar, Final

from yutang.wecom.parameter_codes import INVALID_PARAMETERS


class WeComError(Exception):
    """Anything that went wrong between Yutang and WeCom."""


class RefusedError(WeComError):
    """WeCom answered with an errcode other than 0; nothing was changed."""

    codes: ClassVar[frozenset[int]] = frozenset()

    def __init__(self, errcode: int, errmsg: str, path: str, hint: str | None = None) -> None:
        super().__init__(f"{path} answered {errcode}: {errmsg}")
        self.errcode = errcode
        self.errmsg = errmsg
        self.path = path
        self.hint = hint


class TokenError(RefusedError):
    """The access token is not accepted, even after it was fetched anew."""

    codes = frozenset({40001, 40014, 42001})


class CredentialsError(TokenError):
    """The corp id or the app's secret is wrong, or the app is stopped."""

    codes = frozenset({40013, 40091, 41002, 41004})


class BusyError(RefusedError):
    """WeCom is busy or under maintenance."""

    codes = frozenset({-1, 6000, 81026, 90304})


class FrequencyError(RefusedError):
    """The API's quota is used up: 60 s for the minute's, 60 min for the hour's."""

    codes = frozenset({45009})


class ConcurrencyError(RefusedError):
    """Too many calls at once for this API or this object."""

    codes = frozenset({45033, 45035, 45036})


PASSING: Final = (BusyError, ConcurrencyError, FrequencyError)
"""Refusals that pass by themselves: a job that meets one is done again later."""


class NotReadyError(RefusedError):
    """What was created a moment ago is still being dispatched."""

    codes = frozenset({41063, 41079, 302008})


class ForbiddenError(RefusedError):
    """The app may not do this: its permissions, visible range or trusted addresses."""

    codes = frozenset(
        {48001, 48002, 48003, 48004, 48005, 48006, 48009, 50002, 50003, 60011, 60020, 60021}
        | {60030, 60031, 81011, 90514, 301002, 301007, 701008, 846000}
        | {41058, 41098, 41099, 41211, 48011, 86008, 86101, 93004, 301005, 301036}
    )


class NotFriendError(RefusedError):
    """There is no relation between this member and this customer."""

    codes = frozenset({84061})


class UnknownCustomerError(RefusedError):
    """The external_userid is unknown, or nobody in the app's range follows it."""

    codes = frozenset({40096, 610004})


class UnknownStaffError(RefusedError):
    """The userid is unknown."""

    codes = frozenset({40003, 40031, 46004, 60111})


class UnknownTagError(RefusedError):
    """The tag or tag group is unknown, or another app made it."""

    codes = frozenset({40068, 41110})


class UnknownContactWayError(RefusedError):
    """The config_id is unknown; so answers a second deletion."""

    codes = frozenset({41044})


class UnknownGroupError(RefusedError):
    """The chat_id is unknown, dismissed or no customer group."""

    codes = frozenset({40050, 49008, 86001, 90501, 90509, 90511})


class StaffNotReadyError(RefusedError):
    """The member is not activated, not real-name verified, or lacks customer contact."""

    codes = frozenset({40098, 41054, 43004, 84074})


class QuotaError(RefusedError):
    """A ceiling of WeCom is reached: contact ways, links, tags, members, contacts."""

    codes = frozenset(
        {40099, 40126, 40144, 41041, 41045, 41055, 41091, 41095, 610023, 610024}
        | {41069, 41076, 41078, 41094, 41202, 41210, 45024, 81001, 81002, 81003}
    )


class HandoverRefusedError(RefusedError):
    """A customer or group cannot be handed over: by this member, to that one, or so soon again."""

    codes = frozenset(
        {40097, 40100, 40128, 40129, 40130, 40131, 40143, 40205}
        | {90500, 90502, 90503, 90504, 90507, 90508}
    )


class CorpNotReadyError(RefusedError):
    """The corp is not verified, or has no developer account, business category or users."""

    codes = frozenset({41057, 41200, 41305, 43009, 90510})


class ChatKeyGoneError(RefusedError):
    """The ChatKey of a callback is unknown, or older than 30 minutes."""

    codes = frozenset({41201})


class NameTakenError(RefusedError):
    """Something of this name, id, mobile or address exists."""

    codes = frozenset({40071, 41077, 60008, 60102, 60104, 60106, 86215})


class WelcomeGoneError(RefusedError):
    """The welcome code is unknown, used, or older than 20 s."""

    codes = frozenset({41049, 41050})


class AlreadyChattingError(RefusedError):
    """The two chat already, or the welcome was delivered."""

    codes = frozenset({41051})


class UnknownIdError(RefusedError):
    """The id of what the call is about is unknown or run out: a broadcast, moment, job, rule."""

    codes = frozenset(
        {40036, 40037, 40088, 40089, 41047, 41060, 41070, 41071, 41074, 41075, 46003, 60003}
        | {60004, 60123, 60136, 93000}
    )


class NobodyToSendError(RefusedError):
    """The chosen customers, tags or sender leave no customer to send to."""

    codes = frozenset({41048})


class NotPublishedError(RefusedError):
    """This member has not posted this moment, or not yet."""

    codes = frozenset({41061, 41062})


class TooLateError(RefusedError):
    """It was cancelled before, its time for recall is over, or its response code is used."""

    codes = frozenset({41093, 42015, 42052, 60140, 82101, 82102})


class WelcomeInFlightError(RefusedError):
    """Another app is sending its welcome; trying again is allowed within the 20 s."""

    codes = frozenset({41096})


class ConsentMissingError(RefusedError):
    """The customer has not agreed to the conversation archive."""

    codes = frozenset({41053})


class MediaError(RefusedError):
    """The media id is unknown or older than three days, or the file is refused."""

    codes = frozenset(
        {40004, 40005, 40006, 40007, 40009, 40011, 40092, 40123, 40145, 41072, 41080, 41081}
        | {41082, 41090, 44001, 45001, 45007, 301016, 301017, 301019, 830001, 830002, 830003}
    )


class InvalidCodeError(RefusedError):
    """The OAuth code is wrong, used, or older than five minutes."""

    codes = frozenset({40029, 40207, 40208, 40209, 40210, 42003, 42022, 84014, 84015})


class InvalidParameterError(RefusedError):
    """WeCom does not accept a value of the request."""

    codes = INVALID_PARAMETERS


def refusal(errcode: int, errmsg: str, path: str, hint: str | None = None) -> RefusedError:
    """Return the error of the class that the errcode belongs to."""
    return _CLASSES.get(errcode, RefusedError)(errcode, errmsg, path, hint)


class UnexpectedStatusError(WeComError):
    """HTTP 3xx or 4xx, which WeCom's API does not use: the base address is probably wrong."""

    def __init__(self, path: str, status: int) -> None:
        super().__init__(f"{path} answered HTTP {status}")
        self.path = path
        self.status = status


class UnreachableError(WeComError):
    """No connection could be made; WeCom has not seen the request."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} was not sent: {reason}")
        self.path = path
        self.reason = reason


class UnknownOutcomeError(WeComError):
    """The request was sent and no answer came; whether it was done is unknown."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path} was sent, its outcome is unknown: {reason}")
        self.path = path
        self.reason = reason


class UnreadableAnswerError(UnknownOutcomeError):
    """An answer came that is not WeCom's JSON, or it was HTTP 5xx."""


class InvalidRequestError(WeComError, ValueError):
    """The request breaks a documented limit; it was not sent."""


class TextTooLongError(InvalidRequestError):
    """A text is longer than WeCom allows."""

    def __init__(self, field: str, length: int, limit: int, unit: str) -> None:
        super().__init__(f"{field} has {length} {unit}, WeCom allows {limit}")
        self.field = field
        self.length = length
        self.limit = limit


class TooManyError(InvalidRequestError):
    """A list is longer than WeCom allows, or shorter than it needs."""


class NothingToSendError(InvalidRequestError):
    """Everything of a request that needs at least one part is empty."""


class FileSizeError(InvalidRequestError):
    """A file is smaller or larger than its kind allows."""


class ForeignAddressError(InvalidRequestError):
    """An address that is not WeCom's was to be fetched."""


class DownloadError(WeComError):
    """What was to be downloaded is too large, or not what was asked for."""


class MalformedCallbackError(WeComError):
    """An authentic callback whose XML cannot be read; keep it and answer 200."""


class CallbackRefusedError(WeComError):
    """Something that is not authentic; answer 4xx and keep nothing."""

    code: ClassVar[str] = "refused"


class AesKeyError(CallbackRefusedError):
    """The EncodingAESKey is not 43 letters and digits."""

    code = "aes_key"


class EnvelopeError(CallbackRefusedError):
    """The body holds no Encrypt element."""

    code = "envelope"


class SignatureError(CallbackRefusedError):
    """msg_signature does not belong to this token, timestamp, nonce and text."""

    code = "signature"


class DecryptionError(CallbackRefusedError):
    """The text is not base64, or not encrypted with this key."""

    code = "decryption"


class ReceiverError(CallbackRefusedError):
    """The message was encrypted for another corp."""

    code = "receiver"


def _descend(family: type[RefusedError]) -> dict[int, type[RefusedError]]:
    found = dict.fromkeys(family.codes, family)
    for child in family.__subclasses__():
        found |= _descend(child)
    return found


_CLASSES = _descend(RefusedError)
