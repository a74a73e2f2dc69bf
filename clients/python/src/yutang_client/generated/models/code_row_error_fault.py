from enum import StrEnum

class CodeRowErrorFault(StrEnum):
    LEFT = "left"
    NAME_DOUBLE = "name_double"
    NAME_LONG = "name_long"
    NAME_MISSING = "name_missing"
    NAME_TAKEN = "name_taken"
    NO_STAFF = "no_staff"
    REMARK_LONG = "remark_long"
    STORE_CLOSED = "store_closed"
    STORE_EMPTY = "store_empty"
    TOO_MANY = "too_many"
    UNKNOWN_STAFF = "unknown_staff"
    UNKNOWN_STORE = "unknown_store"

    def __str__(self) -> str:
        return str(self.value)
