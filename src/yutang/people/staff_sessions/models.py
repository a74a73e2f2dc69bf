"""Signed-in members and what signs their pages. Owner's tables: sign-in precedes any corp."""

from datetime import datetime

from sqlalchemy import Index, LargeBinary, PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class StaffSession(Base):
    """A signed-in member's browser; only the hash of its token is kept."""

    __tablename__ = "staff_sessions"
    __table_args__ = (Index("ix_staff_sessions_staff", "corp_id", "staff_id"),)

    token_hash: Mapped[bytes] = mapped_column(LargeBinary, primary_key=True)
    corp_id: Mapped[int]
    staff_id: Mapped[int]
    agent_id: Mapped[int]
    """The app whose page he opened: it signs his pages."""
    created_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
    expires_at: Mapped[datetime]


class JsTicket(Base):
    """WeCom's ticket that signs pages; `agent_id` 0 is the ticket of the whole corp."""

    __tablename__ = "js_tickets"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "agent_id"),)

    corp_id: Mapped[int]
    agent_id: Mapped[int]
    sealed_ticket: Mapped[bytes] = mapped_column(LargeBinary)
    expires_at: Mapped[datetime]
