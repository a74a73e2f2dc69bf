"""Words of sign-in, of accounts and of roles."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from typing_extensions import override

from yutang.kernel.db import Seer

BuiltInRole = Literal["owner", "admin", "operator", "manager", "staff", "auditor"]
Means = Literal["password", "wecom"]
ScopeKind = Literal["corp", "department", "store"]
PersonName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=50)]
Login = Annotated[str, StringConstraints(strip_whitespace=True, pattern=r"^\S{1,100}$")]
RoleName = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=30)]
SCOPES = 200
"""The most of one person."""
MOST = 2**63 - 1
"""The largest id."""


class SignIn(BaseModel):
    """Login and password of a local account; `code` where a second factor is on."""

    login: str = Field(max_length=200)
    password: str = Field(max_length=1000)
    code: str | None = Field(default=None, max_length=40)
    """Six digits of the app, or a recovery code."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """By which means somebody came in, and from where."""

    means: Means = "password"
    ip: str = ""
    agent: str = ""


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
    has_password: bool = True
    """False: he comes in by WeCom only."""
    second_factor: bool = False
    recovery_codes: int = 0
    """How many are left."""


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


class Scope(BaseModel, frozen=True):
    """Whose customers: of the whole corp, of a department with all below it, of a store."""

    kind: ScopeKind
    ref_id: int = Field(default=0, ge=0, le=MOST)
    """Of the department or store; 0 for the corp."""

    @model_validator(mode="after")
    def _names_something(self) -> "Scope":
        if (self.kind == "corp") != (self.ref_id == 0):
            message = "the whole corp has no ref_id; a department or store needs its own"
            raise ValueError(message)
        return self

    @override
    def __str__(self) -> str:
        return "corp" if self.kind == "corp" else f"{self.kind}:{self.ref_id}"


def _one_role(role: str | None, role_id: int | None) -> None:
    if role is not None and role_id is not None:
        message = "give role or role_id, not both"
        raise ValueError(message)


class NewPerson(BaseModel):
    """Somebody to invite: a built-in `role` or a custom one's `role_id`.

    Without `scopes`, who is owner, admin, operator or auditor gets the whole corp where you see it
    yourself; others see their own customers and those whom they lead in WeCom.
    """

    model_config = ConfigDict(extra="forbid")

    login: Login
    name: PersonName
    role: BuiltInRole | None = None
    role_id: int | None = Field(default=None, ge=1, le=MOST)
    scopes: list[Scope] | None = Field(default=None, max_length=SCOPES)
    staff_id: int | None = Field(default=None, ge=1, le=MOST)
    """His member in WeCom: he may scan a code to sign in, and is out when he leaves."""
    with_password: bool = True
    """False: he signs in by WeCom only."""

    @model_validator(mode="after")
    def _has_one_role(self) -> "NewPerson":
        _one_role(self.role, self.role_id)
        if self.role is None and self.role_id is None:
            message = "give role or role_id"
            raise ValueError(message)
        return self


class PersonChange(BaseModel):
    """What shall be different; what is left out stays. `staff_id` null: no member any more."""

    model_config = ConfigDict(extra="forbid")

    name: PersonName | None = None
    role: BuiltInRole | None = None
    role_id: int | None = Field(default=None, ge=1, le=MOST)
    scopes: list[Scope] | None = Field(default=None, max_length=SCOPES)
    staff_id: int | None = Field(default=None, ge=1, le=MOST)

    @model_validator(mode="after")
    def _has_one_role(self) -> "PersonChange":
        _one_role(self.role, self.role_id)
        return self


class Account(BaseModel):
    """An account as those see it who look after accounts."""

    id: int
    login: str
    name: str
    role: str
    """Built in; of a custom role the one that it is based on."""
    role_id: int | None
    role_name: str | None
    """Of a custom role."""
    staff_id: int | None
    has_password: bool
    must_change_password: bool
    second_factor: bool
    locked_until: datetime | None
    disabled_at: datetime | None
    member_gone: bool
    """His member left WeCom or is disabled there: he is out."""
    signed_in_at: datetime | None
    seen_at: datetime | None
    """Last seen in a session that is still open."""
    created_at: datetime
    may_change: bool
    """False: he may do or see more than you."""


class PersonFacts(Account):
    """An account with whom it sees, as it was given."""

    scopes: list[Scope]


class OpenSession(BaseModel):
    """A signed-in browser."""

    id: int
    means: str
    ip: str
    """Where it signed in from; empty where that is not known."""
    agent: str
    """The browser as it calls itself."""
    created_at: datetime
    seen_at: datetime | None
    expires_at: datetime
    is_current: bool


class SessionList(BaseModel):
    """Open sessions of one person, last seen first."""

    items: list[OpenSession]


class NewRole(BaseModel):
    """A role of one's own making; `based_on` decides which custom fields it sees."""

    model_config = ConfigDict(extra="forbid")

    name: RoleName
    based_on: BuiltInRole
    permissions: list[Annotated[str, Field(max_length=50)]] = Field(max_length=100)


class RoleChange(BaseModel):
    """What shall be different; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    name: RoleName | None = None
    based_on: BuiltInRole | None = None
    permissions: list[Annotated[str, Field(max_length=50)]] | None = Field(
        default=None, max_length=100
    )


class RoleRead(BaseModel):
    """A role; the built-in ones have no id and never change."""

    id: int | None
    name: str
    """Of a built-in role its word in the API."""
    based_on: str
    permissions: list[str]
    people: int
    """Who has it, disabled accounts included."""
    may_give: bool
    """False: it allows what you may not do yourself."""


class PermissionRead(BaseModel):
    """What may be allowed."""

    name: str
    what: str
    whole_corp: bool
    """Shows or changes everybody's: works only for who sees the whole corp."""
    held: bool
    """You hold it, and may give it."""


class RoleList(BaseModel):
    """Built-in roles, then the corp's own by name; and all permissions."""

    items: list[RoleRead]
    permissions: list[PermissionRead]


class FactorOffer(BaseModel):
    """A secret for an authenticator app; nothing is asked for until a code proves it."""

    secret: str
    """To type where the picture cannot be scanned."""
    uri: str


class RecoveryCodes(BaseModel):
    """Each stands in for the app once; shown this one time."""

    codes: list[str]
