from enum import StrEnum

class PageRuleBy(StrEnum):
    LEAST_TODAY = "least_today"
    LEAST_TOTAL = "least_total"
    ROUND_ROBIN = "round_robin"
    WEIGHTS = "weights"

    def __str__(self) -> str:
        return str(self.value)
