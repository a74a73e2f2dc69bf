"""Work on channel codes that touches WeCom."""

from typing_extensions import override

from yutang.kernel.jobs import Job


class _OfChannel(Job, frozen=True):
    """One call at a time for a channel: two would make two, or an older list would arrive last."""

    queue = "wecom"
    corp_id: int
    channel_id: int

    @override
    def lock(self) -> str:
        return f"channel:{self.corp_id}:{self.channel_id}"


class CreateContactWay(_OfChannel, frozen=True):
    """Have WeCom make the contact way of a channel code."""

    name = "acquisition.create_contact_way"


class UpdateContactWay(_OfChannel, frozen=True):
    """Have WeCom take over a changed list, remark or way of accepting."""

    name = "acquisition.update_contact_way"


class DeleteContactWay(_OfChannel, frozen=True):
    """Have WeCom delete the contact way of a channel code."""

    name = "acquisition.delete_contact_way"


class MakeLink(_OfChannel, frozen=True):
    """Have WeCom make the acquisition link of a channel of that kind."""

    name = "acquisition.make_link"


class ChangeLink(_OfChannel, frozen=True):
    """Have WeCom take over a changed range, name or way of accepting."""

    name = "acquisition.change_link"


class DropLink(_OfChannel, frozen=True):
    """Have WeCom delete an acquisition link."""

    name = "acquisition.drop_link"


class SettlePageCode(_OfChannel, frozen=True):
    """Have WeCom make, change and delete the ways that a page code's members need."""

    name = "acquisition.settle_page_code"
    resumed: bool = False
    """It goes on with what was begun: what WeCom refused is not asked for again."""


def asking(
    kind: str, *, is_new: bool
) -> type[CreateContactWay | UpdateContactWay | MakeLink | ChangeLink | SettlePageCode]:
    """The job by which WeCom makes, or takes over, what a channel of this kind stands on."""
    if kind == "page":
        return SettlePageCode
    if kind == "link":
        return MakeLink if is_new else ChangeLink
    return CreateContactWay if is_new else UpdateContactWay


def dropping(kind: str) -> type[DeleteContactWay | DropLink | SettlePageCode]:
    """The job by which WeCom forgets it."""
    if kind == "page":
        return SettlePageCode
    return DropLink if kind == "link" else DeleteContactWay
