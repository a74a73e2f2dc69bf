"""A second factor after the password: codes of an authenticator app, and ten to fall back on."""

import hashlib
import hmac
import re
from datetime import datetime

import pyotp
from sqlalchemy import delete, func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import audit
from yutang.kernel.vault import Vault

from .errors import (
    NoPasswordError,
    SecondFactorOffError,
    SecondFactorOnError,
    WrongCodeError,
    WrongCredentialsError,
)
from .models import RecoveryCode, User
from .passwords import is_right, new_password
from .schemas import FactorOffer, Principal, RecoveryCodes

ISSUER = "Yutang"
RECOVERY_CODES = 10
STEP_SECONDS = 30
STEPS_AROUND = 1
"""Clocks differ: the code before and the one after are taken too."""
_CONTEXT = "users.totp_secret"
_DIGITS = re.compile(r"\d{6}", re.ASCII)


async def begin(
    session: AsyncSession, vault: Vault, principal: Principal, password: str
) -> FactorOffer:
    """Make a secret; sign-in asks for codes once one was proved.

    Raises WrongCredentialsError, NoPasswordError and SecondFactorOnError.
    """
    user = await _proved(session, principal, password)
    if user.totp_since is not None:
        raise SecondFactorOnError
    secret = pyotp.random_base32()
    user.sealed_totp_secret = vault.seal(secret, _CONTEXT)
    uri = pyotp.TOTP(secret).provisioning_uri(name=user.login, issuer_name=ISSUER)
    return FactorOffer(secret=secret, uri=uri)


async def confirm(
    session: AsyncSession, vault: Vault, principal: Principal, code: str, now: datetime
) -> RecoveryCodes:
    """Turn it on by a code of the secret that was offered.

    Raises SecondFactorOffError, SecondFactorOnError and WrongCodeError.
    """
    user = await session.get_one(User, principal.user_id, with_for_update=True)
    if user.totp_since is not None:
        raise SecondFactorOnError
    if user.sealed_totp_secret is None:
        raise SecondFactorOffError
    if not _uses_up_step(vault, user, code, now):
        raise WrongCodeError
    user.totp_since = now
    codes = await _renew_codes(session, user)
    await _record(session, user, principal.actor, "user.second_factor_on")
    return codes


async def renew_codes(session: AsyncSession, principal: Principal, password: str) -> RecoveryCodes:
    """Ten new recovery codes; the old ones are void.

    Raises WrongCredentialsError, NoPasswordError and SecondFactorOffError.
    """
    user = await _proved(session, principal, password)
    if user.totp_since is None:
        raise SecondFactorOffError
    codes = await _renew_codes(session, user)
    await _record(session, user, principal.actor, "user.recovery_codes_renewed")
    return codes


async def turn_off(
    session: AsyncSession,
    vault: Vault,
    principal: Principal,
    password: str,
    code: str,
    now: datetime,
) -> None:
    """Ask for no codes any more: who has found an open browser has neither password nor app.

    Raises WrongCredentialsError, NoPasswordError, SecondFactorOffError and WrongCodeError.
    """
    user = await _proved(session, principal, password)
    if user.totp_since is None:
        raise SecondFactorOffError
    if not await is_shown(session, vault, user, code, now):
        raise WrongCodeError
    await take_away(session, user, principal.actor)


async def take_away(session: AsyncSession, user: User, actor: str) -> None:
    """The same without asking who may: for who lost his phone and his codes."""
    user.sealed_totp_secret = user.totp_since = None
    await session.execute(
        delete(RecoveryCode).where(
            RecoveryCode.corp_id == user.corp_id, RecoveryCode.user_id == user.id
        )
    )
    await _record(session, user, actor, "user.second_factor_off")


async def is_shown(
    session: AsyncSession, vault: Vault, user: User, code: str, now: datetime
) -> bool:
    """Whether this is a code of now or a recovery code; it is used up by being right."""
    plain = "".join(code.split()).lower()
    if _DIGITS.fullmatch(plain):
        return _uses_up_step(vault, user, plain, now)
    used = await session.scalars(
        delete(RecoveryCode)
        .where(
            RecoveryCode.corp_id == user.corp_id,
            RecoveryCode.user_id == user.id,
            RecoveryCode.code_hash == _code_hash(user, plain),
        )
        .returning(RecoveryCode.user_id)
    )
    if not used.all():
        return False
    await _record(session, user, f"user:{user.id}", "user.recovery_code_used")
    return True


async def codes_left(session: AsyncSession, corp_id: int, user_id: int) -> int:
    """How many recovery codes were not used yet."""
    statement = (
        select(func.count())
        .select_from(RecoveryCode)
        .where(RecoveryCode.corp_id == corp_id, RecoveryCode.user_id == user_id)
    )
    return await session.scalar(statement) or 0


def _uses_up_step(vault: Vault, user: User, code: str, now: datetime) -> bool:
    """A code is right for its 30 seconds and works once: nor does any before it work again."""
    plain = "".join(code.split())
    if user.sealed_totp_secret is None or not _DIGITS.fullmatch(plain):
        return False
    codes = pyotp.TOTP(vault.unseal(user.sealed_totp_secret, _CONTEXT))
    here = int(now.timestamp()) // STEP_SECONDS
    for step in range(here - STEPS_AROUND, here + STEPS_AROUND + 1):
        if step > user.totp_step and hmac.compare_digest(codes.at(step * STEP_SECONDS), plain):
            user.totp_step = step
            return True
    return False


async def _renew_codes(session: AsyncSession, user: User) -> RecoveryCodes:
    await session.execute(
        delete(RecoveryCode).where(
            RecoveryCode.corp_id == user.corp_id, RecoveryCode.user_id == user.id
        )
    )
    codes = [new_password() for _ in range(RECOVERY_CODES)]
    await session.execute(
        insert(RecoveryCode),
        [
            {
                "corp_id": user.corp_id,
                "user_id": user.id,
                "code_hash": _code_hash(user, code),
            }
            for code in codes
        ],
    )
    return RecoveryCodes(codes=codes)


def _code_hash(user: User, code: str) -> bytes:
    """Of 79 bits drawn at random: nobody guesses it back, and it outlives the master key."""
    return hashlib.sha256(f"{user.id}:{code.replace('-', '')}".encode()).digest()


async def _proved(session: AsyncSession, principal: Principal, password: str) -> User:
    user = await session.get_one(User, principal.user_id, with_for_update=True)
    if user.password_hash is None:
        raise NoPasswordError
    if not is_right(password, user.password_hash):
        raise WrongCredentialsError
    return user


async def _record(session: AsyncSession, user: User, actor: str, action: str) -> None:
    await audit.record(session, user.corp_id, actor=actor, action=action, target=f"user:{user.id}")
