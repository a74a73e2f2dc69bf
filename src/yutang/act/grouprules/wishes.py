"""What is asked of rules of groups and of their book of breaches."""

from typing import Annotated

from pydantic import BaseModel, Field, StringConstraints

from yutang.act.groupcare.schemas import Reach

from .schemas import LongText, Name, NicknameForm, Pattern


class NewGroupRules(BaseModel):
    """Rules for groups. What is empty is not looked at.

    `name_pattern` holds the number once, {n} or {n:02}, and may hold {门店} or {store}: the one
    store in which the owner works.
    """

    name: Name
    reach: Reach
    rules: LongText = ""
    notice: LongText = ""
    nickname_form: NicknameForm | None = None
    name_pattern: Pattern = ""


class GroupRulesChange(NewGroupRules):
    """Rules as they shall be; `version` is the one the change was made on."""

    version: int = Field(ge=1)


class BreachSettingsChange(BaseModel):
    """As it shall be from now on; what was recorded stays as it was judged."""

    window_days: int = Field(ge=1, le=3650)
    remove_from: int = Field(ge=1, le=10)


class Forgiving(BaseModel):
    """Why a breach shall count no more."""

    reason: Annotated[str, StringConstraints(strip_whitespace=True, min_length=2, max_length=200)]
