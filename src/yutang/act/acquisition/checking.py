"""What a code may be made of: living staff and tags, a welcome that WeCom takes."""

from dataclasses import dataclass

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel import files
from yutang.people.staff import service as staff
from yutang.people.tags import service as tags

from .errors import (
    EmptyWelcomeError,
    LinkTooLongError,
    NamelessMissingError,
    UnknownStaffError,
    UnknownTagError,
    WelcomeTooLongError,
)
from .schemas import (
    LINK_BYTES,
    LINK_PLACE,
    NAME_PLACE,
    TEXT_BYTES,
    ChannelCreate,
    ImagePart,
    LinkPart,
    WelcomeText,
)

_CARD_BYTES = {"title": 128, "description": 512, "url": 2048, "picture_url": 2048}


@dataclass(frozen=True, slots=True)
class Parts:
    """The ids a code is made of, each once and in the order given."""

    staff_ids: list[int]
    tag_ids: list[int]
    images: list[int]


async def check(session: AsyncSession, corp_id: int, wanted: ChannelCreate) -> Parts:
    """The parts of a code, all of them there.

    Raises UnknownStaffError, UnknownTagError, UnknownFileError and the faults of a welcome.
    """
    staff_ids = list(dict.fromkeys(wanted.staff_ids))
    members = {m.id: m for m in await staff.staff_by_ids(session, corp_id, staff_ids)}
    if left := [m.name for m in members.values() if m.status == "left"]:
        message = f"{', '.join(left)} left the corp; take them out and pick others"
        raise UnknownStaffError(message)
    if missing := [staff_id for staff_id in staff_ids if staff_id not in members]:
        message = f"these members are not here: {missing}; take others"
        raise UnknownStaffError(message)
    tag_ids = list(dict.fromkeys(wanted.tag_ids))
    known = await tags.tags_by_ids(session, corp_id, tag_ids)
    if missing := [tag_id for tag_id in tag_ids if tag_id not in known]:
        message = f"these tags are not here or were deleted: {missing}; take others"
        raise UnknownTagError(message)
    images: list[int] = []
    if wanted.welcome is not None:
        check_welcome(wanted.welcome)
        images = [p.file_id for p in wanted.welcome.attachments if isinstance(p, ImagePart)]
        for file_id in images:
            await files.find(session, corp_id, file_id)
    return Parts(staff_ids, tag_ids, images)


def check_welcome(welcome: WelcomeText) -> None:
    """Refuse what WeCom would refuse, or what a nameless friend would miss.

    Raises EmptyWelcomeError, NamelessMissingError, WelcomeTooLongError, LinkTooLongError.
    """
    if not welcome.text and not welcome.attachments:
        raise EmptyWelcomeError
    if NAME_PLACE in welcome.text and not welcome.text_nameless:
        raise NamelessMissingError
    for label, text in (("text", welcome.text), ("nameless text", welcome.text_nameless)):
        # A WeChat name has at most 32 characters; as emoji each takes 4 bytes.
        room = TEXT_BYTES - 128 * text.count(NAME_PLACE) - LINK_BYTES * text.count(LINK_PLACE)
        if len(text.encode()) > room:
            message = (
                f"the {label} has {len(text.encode()):,} bytes; WeCom takes {TEXT_BYTES:,},"
                f" of which {NAME_PLACE} may need 128 and {LINK_PLACE} {LINK_BYTES} each time"
            )
            raise WelcomeTooLongError(message)
    for part in welcome.attachments:
        if isinstance(part, LinkPart):
            for field, limit in _CARD_BYTES.items():
                size = len(str(getattr(part, field) or "").encode())
                if size > limit:
                    message = f"the link's {field} has {size:,} bytes; WeCom takes {limit:,}"
                    raise LinkTooLongError(message)
