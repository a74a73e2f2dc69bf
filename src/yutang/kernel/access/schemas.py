"""Words of sign-in."""

from pydantic import BaseModel, Field


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
    must_change_password: bool


class Principal(BaseModel, frozen=True):
    """Who asks: carried by every request behind sign-in."""

    user_id: int
    corp_id: int
    login: str
    name: str
    role: str
    must_change_password: bool
    csrf_token: str

    @property
    def actor(self) -> str:
        """How audit and events name him."""
        return f"user:{self.user_id}"
