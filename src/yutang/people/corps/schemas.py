"""Words of the tenant."""

from dataclasses import dataclass, field
from datetime import datetime

from pydantic import BaseModel, Field, SecretStr


class NewApp(BaseModel):
    """A self-built app with its callback configuration, as WeCom's console shows them."""

    agent_id: int = Field(gt=0)
    secret: SecretStr
    callback_token: SecretStr
    aes_key: SecretStr


class NewCorp(BaseModel):
    """A corp to serve; the first app calls WeCom."""

    corpid: str = Field(pattern=r"^[A-Za-z0-9_-]{4,64}$")
    name: str = Field(min_length=1, max_length=100)
    apps: list[NewApp] = Field(min_length=1)


class CorpRead(BaseModel):
    """The corp as its own people see it."""

    id: int
    name: str
    timezone: str


@dataclass(frozen=True, slots=True)
class CallbackDoor:
    """What the callback door needs of one app, unsealed."""

    corp_id: int
    corpid: str
    agent_id: int
    token: str = field(repr=False)
    aes_key: str = field(repr=False)


class AppKeys(BaseModel):
    """What WeCom's console now shows for an app; what is left out stays as it is."""

    secret: SecretStr | None = Field(default=None, min_length=1, max_length=200)
    callback_token: SecretStr | None = Field(default=None, min_length=1, max_length=100)
    aes_key: SecretStr | None = Field(default=None, min_length=1, max_length=100)


@dataclass(frozen=True, slots=True)
class CorpFacts:
    """The corp as WeCom knows it, with its apps by age."""

    corp_id: int
    corpid: str
    name: str
    synced_at: datetime | None
    agent_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AppSecrets:
    """Everything of one app, unsealed; lives as long as one check."""

    corpid: str
    agent_id: int
    secret: str = field(repr=False)
    callback_token: str = field(repr=False)
    aes_key: str = field(repr=False)


class NewOwner(BaseModel):
    """The first person of a corp."""

    login: str = Field(min_length=1, max_length=200)
    name: str
    password: SecretStr
    must_change_password: bool = False
