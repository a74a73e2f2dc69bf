from enum import StrEnum

class GiverReadMode(StrEnum):
    ON_JOB = "on_job"
    RESIGNED = "resigned"

    def __str__(self) -> str:
        return str(self.value)
