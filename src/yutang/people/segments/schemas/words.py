"""Words that all the others are made of."""

from typing import Annotated, Any, Final, Literal

from pydantic import BaseModel, Field, StringConstraints

Kind = Literal["static", "dynamic", "kept"]
Language = Literal["zh-CN", "en"]
What = Literal["ids", "phones", "member_numbers", "external_ids"]
Tree = dict[str, Any]

SEGMENTS: Final = 2_000
LIST_LINES: Final = 1_000_000
LIST_BYTES: Final = 64 * 1024 * 1024
REPORT_DAYS: Final = 7
TOLD_UNKNOWN: Final = 100
SAMPLE: Final = 20

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=60)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, max_length=40)]
Notes = Annotated[str, StringConstraints(strip_whitespace=True, max_length=1_000)]
Minutes = Annotated[int, Field(ge=1, le=1_440)]


class Words(BaseModel):
    """The same in Chinese and in English."""

    zh: str
    en: str
