"""What every step of settling is told."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault

BY_SYSTEM: Final = "system"


@dataclass(frozen=True, slots=True)
class Scene:
    """Where and when it happens, and by whom. The session is the owner's."""

    session: AsyncSession
    vault: Vault
    corp_id: int
    now: datetime
    by: str = BY_SYSTEM
