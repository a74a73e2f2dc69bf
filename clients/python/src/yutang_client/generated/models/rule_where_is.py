from enum import StrEnum

class RuleWhereIs(StrEnum):
    ABSENT = "absent"
    BETWEEN = "between"
    CONTAINS = "contains"
    EQUALS = "equals"
    IN = "in"
    KNOWN = "known"
    LESS = "less"
    MORE = "more"

    def __str__(self) -> str:
        return str(self.value)
