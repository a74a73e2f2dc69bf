"""What WeCom looks at before it does anything."""

from wecom_emulator import fields
from wecom_emulator.calls import MISSING_MEMBER, Call
from wecom_emulator.company import Staff
from wecom_emulator.errors import (
    INVALID_MEDIA,
    MISSING_CUSTOMER,
    NO_CONTACT_FEATURE,
    NOT_FRIENDS,
    UNKNOWN_CUSTOMER,
)
from wecom_emulator.state import Person, Relation

from .errors import NOTHING_TO_CHANGE

USERID_BYTES = 64
REMARKS = (
    "remark",
    "description",
    "remark_company",
    "remark_mobiles",
    "remark_pic_mediaid",
)


def follower(call: Call) -> Staff:
    """The member of a list: seen by the app, with the feature."""
    member = call.member(fields.text(call.query, "userid", missing=MISSING_MEMBER))
    if not member.contact:
        raise NO_CONTACT_FEATURE.error()
    return member


def followers(call: Call) -> list[Staff]:
    """The members of a batch, at most 100; those without the feature show nobody."""
    most = call.world.limits.members_of_a_batch
    named = fields.strings(call.body, "userid_list", most=most, required=True)
    members: dict[str, Staff] = {}
    for userid in named:
        fields.text({"userid_list": userid}, "userid_list", most=USERID_BYTES, unit="bytes")
        member = call.member(userid)
        members[member.userid] = member
    able = [member for member in members.values() if member.contact]
    if not able:
        raise NO_CONTACT_FEATURE.error()
    return sorted(able, key=lambda member: member.userid)


def followed(call: Call) -> tuple[Person, list[Relation]]:
    """A customer with those who follow him and are seen by the app.

    Refused with 84061 where nobody follows him, with 40096 where nobody whom the app sees does.
    """
    external = fields.text(call.query, "external_userid", missing=MISSING_CUSTOMER)
    person = call.corp.persons.get(external)
    if person is None:
        raise UNKNOWN_CUSTOMER.error()
    found = [
        relation
        for relation in call.corp.relations_of(external)
        if call.corp.staff[relation.userid].contact and call.knows(relation)
    ]
    if not found:
        raise NOT_FRIENDS.error()
    seen = [relation for relation in found if call.sees(relation.userid)]
    if not seen:
        raise UNKNOWN_CUSTOMER.error()
    return person, seen


def remarks(call: Call) -> dict[str, str | list[str]]:
    """What a remark changes, by the field of the relation."""
    body, limits = call.body, call.world.limits
    given = [name for name in REMARKS if body.get(name) is not None]
    if not given:
        raise NOTHING_TO_CHANGE.error()
    wanted: dict[str, str | list[str]] = {}
    for name, field, most in (
        ("remark", "remark", limits.customer_remark),
        ("description", "description", limits.customer_description),
        ("remark_company", "company", limits.customer_company),
    ):
        text = fields.optional_text(body, name, most=most)
        if name in given:
            wanted[field] = text
    mobiles = fields.strings(body, "remark_mobiles")
    if "remark_mobiles" in given:
        wanted["mobiles"] = [mobile for mobile in mobiles if mobile]
    media_id = fields.optional_text(body, "remark_pic_mediaid")
    if "remark_pic_mediaid" in given:
        _check_picture(call, media_id)
        wanted["picture"] = media_id
    return wanted


def _check_picture(call: Call, media_id: str) -> None:
    media = call.world.state.media.get(media_id)
    if (
        media is None
        or media.corpid != call.corp.corpid
        or media.kind != "image"
        or media.expires_at < call.world.clock.now()
    ):
        raise INVALID_MEDIA.error()
