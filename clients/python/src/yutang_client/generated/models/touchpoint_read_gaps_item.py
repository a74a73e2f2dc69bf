from enum import StrEnum

class TouchpointReadGapsItem(StrEnum):
    HOOK_OVER = "hook_over"
    NO_CODE = "no_code"
    NO_HOOK = "no_hook"
    OWNER_GONE = "owner_gone"
    SILENT = "silent"

    def __str__(self) -> str:
        return str(self.value)
