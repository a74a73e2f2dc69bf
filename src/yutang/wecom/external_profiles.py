"""What a WeCom user shows to people outside of the corp (document 92230)."""

from yutang.wecom.answers import Int, Lenient


class ProfileChannel(Lenient):
    """A Channels account; ``status`` 0 confirmed, 1 waiting for it."""

    nickname: str = ""
    status: Int = 0


class ProfileText(Lenient):
    """A line of text."""

    value: str = ""


class ProfileWeb(Lenient):
    """A page."""

    url: str = ""
    title: str = ""


class ProfileMiniProgram(Lenient):
    """A mini program."""

    appid: str = ""
    pagepath: str = ""
    title: str = ""


class ProfileAttribute(Lenient):
    """A named part; ``type`` 0 text, 1 web, 2 mini program says which one is filled."""

    type: Int = 0
    name: str = ""
    text: ProfileText | None = None
    web: ProfileWeb | None = None
    miniprogram: ProfileMiniProgram | None = None


class ExternalProfile(Lenient):
    """The profile; customers' profiles come without the name of the Channels account."""

    external_corp_name: str = ""
    wechat_channels: ProfileChannel | None = None
    external_attr: tuple[ProfileAttribute, ...] = ()
