from enum import StrEnum

class DriftReadKind(StrEnum):
    PROFILE = "profile"
    RELATION = "relation"
    RELATION_GONE = "relation_gone"
    RELATION_MISSING = "relation_missing"
    RELATION_MOVED = "relation_moved"
    TAGS = "tags"

    def __str__(self) -> str:
        return str(self.value)
