from enum import StrEnum

class HeapDecisionReason(StrEnum):
    BAD_KIND = "bad_kind"
    BAD_NAME = "bad_name"
    FUTURE = "future"
    NO_CONSENT = "no_consent"
    REFUSED_KIND = "refused_kind"
    TOO_DEEP = "too_deep"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    TOO_MANY_KINDS = "too_many_kinds"
    TOO_MANY_PROPERTIES = "too_many_properties"
    TOO_OLD = "too_old"
    UNKNOWN_KIND = "unknown_kind"
    WRONG_TYPE = "wrong_type"

    def __str__(self) -> str:
        return str(self.value)
