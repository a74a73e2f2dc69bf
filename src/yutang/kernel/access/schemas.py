"""Words of sign-in."""

from pydantic import BaseModel, Field

from yutang.kernel.db import Seer


class SignIn(BaseModel):
    """Login and password of a local account."""

    login: str = Field(max_length=200)
    password: str = Field(max_length=1000)


class PasswordChange(BaseModel):
    """The old password proves who asks."""

    current: str = Field(max_length=1000)
    new: str = Field(max_length=1000)


class UserRead(BaseModel):
    """The signed-in person."""

    id: int
    login: str
    name: str
    role: str
    permissions: list[str]
    sees_all: bool
    """False: he sees the customers of some members only."""
    staff_id: int | None
    must_change_password: bool


class Principal(BaseModel, frozen=True):
    """Who asks: carried by every request behind sign-in."""

    user_id: int
    corp_id: int
    login: str
    name: str
    role: str
    """Built in: by it custom fields know who may see them."""
    permissions: frozenset[str]
    sees_all: bool
    """His scope is the whole corp."""
    staff_id: int | None = None
    """The member he is in WeCom."""
    must_change_password: bool = False
    csrf_token: str = ""
    session_id: int | None = None
    token_id: int | None = None
    """Of the token with which a program asks in his name; then there is no session."""

    @property
    def caller(self) -> str:
        """With what he came in: calls are counted by it."""
        kind, number = (
            ("session", self.session_id) if self.token_id is None else ("token", self.token_id)
        )
        return f"{kind}:{number}"

    @property
    def actor(self) -> str:
        """How audit and events name him."""
        return f"user:{self.user_id}"

    @property
    def seer(self) -> Seer | None:
        """For whom his transactions read and write; None for the whole corp."""
        return None if self.sees_all else Seer(self.actor, user_id=self.user_id)
