from enum import StrEnum

class YutangPeopleGatewaySchemasRunReadState(StrEnum):
    DROPPED = "dropped"
    ENDED = "ended"
    FAILED = "failed"
    RUNNING = "running"

    def __str__(self) -> str:
        return str(self.value)
