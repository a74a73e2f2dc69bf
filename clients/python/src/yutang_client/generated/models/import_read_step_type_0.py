from enum import StrEnum

class ImportReadStepType0(StrEnum):
    COMPARING = "comparing"
    READING = "reading"
    WRITING = "writing"

    def __str__(self) -> str:
        return str(self.value)
