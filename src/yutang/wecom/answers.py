"""What every answer of WeCom has, read leniently: unknown fields pass, missing ones default."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, model_validator


def _number(value: object) -> object:
    return 0 if value == "" else value


# WeCom sends some numbers as text, now and then an empty one.
Int = Annotated[int, BeforeValidator(_number)]


class Lenient(BaseModel):
    """A part of an answer; null counts as missing."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _without_nulls(cls, value: Any) -> Any:
        if isinstance(value, dict):
            return {name: part for name, part in value.items() if part is not None}
        return value


class Answer(Lenient):
    """The envelope; errcode is 0 here, since any other raises."""

    errcode: Int = 0
    errmsg: str = ""


class TokenAnswer(Answer):
    """Of gettoken."""

    access_token: str = ""
    expires_in: Int = 7200
