"""Words of a member's own pages."""

from dataclasses import dataclass

from pydantic import BaseModel


class Invitation(BaseModel, frozen=True):
    """A sign-in that began: sealed into the cookie of the browser that began it."""

    state: str
    corp_id: int
    agent_id: int
    to: str
    expires_at: float
    """Unix seconds."""


@dataclass(frozen=True, slots=True)
class SignedInMember:
    """Who asks on a member's page; `account` is WeCom's userid in lower case."""

    corp_id: int
    staff_id: int
    agent_id: int
    account: str
    name: str
    avatar: str


class PageSignature(BaseModel):
    """What the SDK is given; its own names are `timestamp`, `nonceStr` and `signature`."""

    timestamp: int
    nonce: str
    signature: str


class PageSignatures(BaseModel):
    """Both signatures of one page: the corp's for `config`, the app's for `agentConfig`."""

    corpid: str
    agent_id: int
    config: PageSignature
    agent_config: PageSignature
