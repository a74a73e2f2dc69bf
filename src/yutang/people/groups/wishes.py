"""What people here may say of groups."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, field_validator

from .schemas import Kind, OwnRole, Tier

AIM_LENGTH = 500
LABEL_LENGTH = 20
LABELS = 20
AT_ONCE = 500

Label = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=LABEL_LENGTH)
]
Aim = Annotated[str, StringConstraints(strip_whitespace=True, max_length=AIM_LENGTH)]


def _distinct(labels: list[str]) -> list[str]:
    return list(dict.fromkeys(labels))


class GroupProfile(BaseModel):
    """What a group is for, as it shall be; `version` is the one that was read."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind | None
    tier: Tier | None
    aim: Aim
    labels: Annotated[list[Label], Field(max_length=LABELS)]
    version: int

    _labels = field_validator("labels")(_distinct)


class GroupProfileSet(BaseModel):
    """What shall change on each; what is not sent stays."""

    model_config = ConfigDict(extra="forbid")

    kind: Kind | None = None
    tier: Tier | None = None
    labels_add: Annotated[list[Label], Field(max_length=LABELS)] = []
    labels_remove: Annotated[list[Label], Field(max_length=LABELS)] = []

    _labels = field_validator("labels_add", "labels_remove")(_distinct)


class GroupProfiles(BaseModel):
    """Some groups, and what shall change on each."""

    model_config = ConfigDict(extra="forbid")

    group_ids: Annotated[list[Annotated[int, Field(ge=1)]], Field(min_length=1, max_length=AT_ONCE)]
    set: GroupProfileSet


class GroupsChanged(BaseModel):
    """On how many groups something changed."""

    changed: int


class GroupRoles(BaseModel):
    """Some members of one group by WeCom's ids, and what they shall be; null: nothing of ours."""

    model_config = ConfigDict(extra="forbid")

    members: Annotated[
        list[Annotated[str, StringConstraints(min_length=1, max_length=128)]],
        Field(min_length=1, max_length=AT_ONCE),
    ]
    role: OwnRole | None


class GroupRolesSet(BaseModel):
    """Of how many members something changed."""

    changed: int


class InsiderWish(BaseModel):
    """Whose own WeChat this customer is; null: nobody's."""

    model_config = ConfigDict(extra="forbid")

    customer_id: Annotated[int, Field(ge=1)]
    staff_id: Annotated[int, Field(ge=1)] | None
