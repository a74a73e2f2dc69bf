from enum import StrEnum

class ConflictDecisionVerdict(StrEnum):
    CLAIMED = "claimed"
    MERGED = "merged"
    SHARED = "shared"
    STAYS = "stays"

    def __str__(self) -> str:
        return str(self.value)
