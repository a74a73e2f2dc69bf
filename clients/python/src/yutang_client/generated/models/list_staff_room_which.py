from enum import StrEnum

class ListStaffRoomWhich(StrEnum):
    ALL = "all"
    WARNED = "warned"

    def __str__(self) -> str:
        return str(self.value)
