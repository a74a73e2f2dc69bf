"""Words of the tenant."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, SecretStr


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


SilenceTold = Literal["owner", "leader", "nobody"]


class Preferences(BaseModel):
    """What a corp may choose; the defaults are WeCom's figures or the field's practice."""

    activation_messages: Literal[1, 3, 5, 10] = 3
    """A customer who sent this many messages to a member counts as activated."""
    silent_days: int = Field(default=60, ge=7, le=365)
    """Without a message, order or visit for so long a customer is silent."""
    notify_losses: bool = True
    """Members get word of customers who deleted them, once an hour."""
    staff_customer_limit: int = Field(default=5_000, ge=5_000, le=20_000)
    """Customers one member may have: WeCom gives 5,000 at first, at most 20,000."""
    corp_customer_limit: int = Field(default=50_000, ge=50_000, le=100_000_000)
    """Customers the corp may have: 50,000 at first, raised in steps by WeCom."""
    code_limit: int = Field(default=500_000, ge=1_000, le=10_000_000)
    """Contact ways and join ways together."""
    tag_limit: int = Field(default=10_000, ge=1_000, le=100_000)
    """Corp tags."""
    warn_share: float = Field(default=0.8, ge=0.5, le=0.99)
    """From this share on, room that runs out is warned of."""
    task_escalation_hours: int = Field(default=24, ge=0, le=720)
    """A task late for so many hours is shown to its member's leader; 0: never."""
    group_silence: bool = True
    """Owners get a task when nothing moves in a group of theirs."""
    group_silence_days: int = Field(default=7, ge=2, le=90)
    """Nobody came or left, and by all that WeCom tells nobody talked, for so long."""
    group_silence_tell: SilenceTold = "owner"
    """Who gets word of it beside that task."""


class PreferencesRead(Preferences):
    """All of them, and what to give back with a change."""

    version: int
    updated_at: datetime | None


class PreferencesChange(BaseModel):
    """What shall be different; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    version: int = Field(ge=0)
    activation_messages: Literal[1, 3, 5, 10] | None = None
    silent_days: int | None = None
    notify_losses: bool | None = None
    staff_customer_limit: int | None = None
    corp_customer_limit: int | None = None
    code_limit: int | None = None
    tag_limit: int | None = None
    warn_share: float | None = None
    task_escalation_hours: int | None = None
    group_silence: bool | None = None
    group_silence_days: int | None = None
    group_silence_tell: SilenceTold | None = None
