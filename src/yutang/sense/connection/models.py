"""Files with which WeCom has a domain proved."""

from datetime import datetime

from sqlalchemy import PrimaryKeyConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from yutang.kernel.db import Base


class VerifyFile(Base):
    """One `WW_verify_*.txt`. Its name is unique over all corps: the site has one root."""

    __tablename__ = "verify_files"
    __table_args__ = (PrimaryKeyConstraint("corp_id", "name"),)

    corp_id: Mapped[int]
    name: Mapped[str] = mapped_column(unique=True)
    content: Mapped[str]
    uploaded_by: Mapped[str]
    uploaded_at: Mapped[datetime] = mapped_column(server_default=text("now()"))
