from enum import StrEnum

class YutangPeopleSegmentsSchemasRunReadState(StrEnum):
    DONE = "done"
    TELLING = "telling"

    def __str__(self) -> str:
        return str(self.value)
