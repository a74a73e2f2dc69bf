"""What WeCom's documents leave open, or the corp's console decides: switches of one corp.

A test that wants the other behaviour turns one with `POST /emulator/corps/{corpid}/switches`.
"""

from dataclasses import dataclass, fields, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Switches:
    """Each line says what it does; the default is the newest that the documents say."""

    events_for_api_changes: bool = False
    """Whether what an app changes by API is told to the apps as if done in a client."""
    events_for_group_handover: bool = True
    """Whether a group's new owner by API is told as change_owner."""
    half_add_first: bool = False
    """Whether a scan without verification tells add_half_external_contact before the add."""
    hint_form: str = "new"
    """The hint of a refusal: `new` is one long number, `old` has time, count and a hash."""
    lifetime_told: str = "remaining"
    """What gettoken tells of a token it gave before: `remaining` seconds, or the `whole` again."""
    trust_forwarded_for: bool = False
    """Whether X-Forwarded-For names the caller's address, for an emulator behind a proxy."""
    bad_json: str = "warn"
    """A body that is no JSON object, or GET for POST: `warn` goes on without it, `refuse` 40058."""
    escapes_refused: bool = False
    """Whether characters written as \\uXXXX are refused with 40033, as in some fields they are."""
    consistent_after_seconds: float = 0.0
    """How long after an add a read still answers 84061."""
    broadcasts_per_customer: str = "month"
    """What one customer may get: `month` one for each of its days, `week` 7, `day` 1, `old` 4."""
    scope_needs_owners: int = 1000
    """Above so many visible members a list of groups must name its owners (81017)."""
    jobs_take_seconds: float = 0.0
    """How long a Moments or upload job runs before it is finished."""
    dispatch_takes_seconds: float = 0.0
    """How long a new broadcast or Moment answers 41063 or 41079."""
    broadcast_time_quoted: bool = False
    """Whether lists of broadcasts tell create_time as a string, as the document's sample does."""
    expired_media: int = 40007
    """What an expired media_id answers: 40007 or 40145."""
    media_of_another_scene: int = 41072
    """What a media_id uploaded for another place answers: 41072 or 40007."""
    linked_miniprograms: str = ""
    """The appids linked to the corp, spaces between; others get 90206. Empty: all are."""
    foreign_pictures: bool = True
    """Whether a pic_url may be any address; if not, only those of media/uploadimg (40007)."""
    moments_open: bool = True
    """Whether the corp has Moments at all (41211)."""
    semantics_nested: bool = False
    """Whether get_intercept_rule tells semantics_list within extra_rule, as older samples do."""
    archive_consent: bool = False
    """Whether a customer must agree to the archive before a welcome (41053)."""
    priority_option: bool = True
    """Whether the business category allows priority on acquisition links (41200)."""
    business_category: bool = True
    """Whether the business category of the corp is set (41305)."""
    bound_developer: bool = True
    """Whether a WeChat developer account is bound (41057; unionids)."""
    exact_code_refusals: bool = False
    """Whether an OAuth code tells that it was used (42022) or expired (42003), or only 40029."""
    medical: bool = True
    """Whether temporary chats are open to this corp."""
    tag_duplicate: str = "skip"
    """A tag name that its group has: `skip` makes none, `refuse` answers 40071."""
    foreign_tag: str = "right"
    """A tag of another app or the console: `right` answers 81011, `unknown` 40068."""
    group_handover_takes_seconds: float = 0.0
    """How long a group whose owner left is on its way (status 2, 90507) to the new one."""
    sensitive_fields: bool = True
    """Whether contacts show mobile, mail, gender and the like; apps made since 2022-06 get none."""
    text_overflow: str = "cut"
    """An app's text above its bytes: `cut` as real WeCom often does, `refuse` answers 45002."""


NAMES = {each.name: each.type for each in fields(Switches)}


def turned(switches: Switches, wanted: dict[str, Any]) -> Switches:
    """The switches with some of them changed; raises ValueError for an unknown or unfit one."""
    for name, value in wanted.items():
        if name not in NAMES:
            message = f"no switch {name}; there are {', '.join(sorted(NAMES))}"
            raise ValueError(message)
        now = getattr(switches, name)
        number = isinstance(now, float) and isinstance(value, int) and not isinstance(value, bool)
        if type(value) is not type(now) and not number:
            message = f"{name} is a {type(now).__name__}"
            raise ValueError(message)
    return replace(switches, **wanted)
