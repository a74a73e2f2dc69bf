"""What members write to the app and do in it, as WeCom sends it, becomes typed events."""

import pytest

from yutang.wecom import events
from yutang.wecom.callbacks import parse
from yutang.wecom.errors import MalformedCallbackError
from yutang.wecom.events import Event, typed

WHO = ("ww01", 1770000000, "gao", "1000007")
WROTE = (*WHO, "6054768590064713728")


def read(inner: str, sender: str = "gao") -> Event:
    xml = (
        "<xml><ToUserName><![CDATA[ww01]]></ToUserName>"
        f"<FromUserName><![CDATA[{sender}]]></FromUserName>"
        f"<CreateTime>1770000000</CreateTime>{inner}<AgentID>1000007</AgentID></xml>"
    )
    return typed(parse(xml.encode()))


def wrote(kind: str, inner: str) -> Event:
    return read(f"<MsgType><![CDATA[{kind}]]></MsgType>{inner}<MsgId>6054768590064713728</MsgId>")


def did(event: str, inner: str = "", sender: str = "gao") -> Event:
    return read(
        f"<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[{event}]]></Event>{inner}", sender
    )


@pytest.mark.parametrize(
    ("kind", "inner", "expected"),
    [
        (
            "text",
            "<Content><![CDATA[几点开门 & 在哪]]></Content>",
            events.TextReceived(*WROTE, "几点开门 & 在哪"),
        ),
        ("text", "", events.TextReceived(*WROTE, "")),
        (
            "image",
            "<PicUrl>https://p.test/1</PicUrl><MediaId>m1</MediaId>",
            events.ImageReceived(*WROTE, "https://p.test/1", "m1"),
        ),
        (
            "voice",
            "<MediaId>m2</MediaId><Format>amr</Format>",
            events.VoiceReceived(*WROTE, "m2", "amr"),
        ),
        (
            "video",
            "<MediaId>m3</MediaId><ThumbMediaId>t3</ThumbMediaId>",
            events.VideoReceived(*WROTE, "m3", "t3"),
        ),
        (
            "location",
            (
                "<Location_X>31.2</Location_X><Location_Y>121.5</Location_Y><Scale>16</Scale>"
                "<Label>南京路</Label><AppType>wxwork</AppType>"
            ),
            events.LocationReceived(*WROTE, "31.2", "121.5", "16", "南京路", "wxwork"),
        ),
        (
            "link",
            (
                "<Title>店</Title><Description>d</Description><Url>https://u.test</Url>"
                "<PicUrl>https://p.test</PicUrl>"
            ),
            events.LinkReceived(*WROTE, "店", "d", "https://u.test", "https://p.test"),
        ),
    ],
)
def test_messages_to_the_app(kind: str, inner: str, expected: Event) -> None:
    assert wrote(kind, inner) == expected


@pytest.mark.parametrize(
    ("event", "inner", "expected"),
    [
        ("subscribe", "", events.Subscribed(*WHO)),
        ("unsubscribe", "", events.Unsubscribed(*WHO)),
        ("enter_agent", "<EventKey></EventKey>", events.AppEntered(*WHO)),
        (
            "LOCATION",
            (
                "<Latitude>31.2</Latitude><Longitude>121.5</Longitude><Precision>15.0</Precision>"
                "<AppType>wxwork</AppType>"
            ),
            events.LocationReported(*WHO, "31.2", "121.5", "15.0", "wxwork"),
        ),
        ("click", "<EventKey>help</EventKey>", events.MenuClicked(*WHO, "help")),
        (
            "view",
            "<EventKey>https://own.test</EventKey>",
            events.MenuViewed(*WHO, "https://own.test"),
        ),
        (
            "scancode_push",
            (
                "<EventKey>scan</EventKey><ScanCodeInfo><ScanType>qrcode</ScanType>"
                "<ScanResult>7</ScanResult></ScanCodeInfo>"
            ),
            events.CodeScanned(*WHO, "scan", waits=False, scan_type="qrcode", result="7"),
        ),
        (
            "scancode_waitmsg",
            "<EventKey>scan</EventKey>",
            events.CodeScanned(*WHO, "scan", waits=True, scan_type="", result=""),
        ),
        (
            "pic_weixin",
            (
                "<EventKey>pic</EventKey><SendPicsInfo><Count>2</Count><PicList>"
                "<item><PicMd5Sum>aa</PicMd5Sum></item><item><PicMd5Sum>bb</PicMd5Sum></item>"
                "</PicList></SendPicsInfo>"
            ),
            events.PicturesSent(*WHO, "pic", "pic_weixin", 2, ("aa", "bb")),
        ),
        (
            "pic_sysphoto",
            "<EventKey>pic</EventKey>",
            events.PicturesSent(*WHO, "pic", "pic_sysphoto", None, ()),
        ),
        (
            "pic_photo_or_album",
            "<EventKey>pic</EventKey>",
            events.PicturesSent(*WHO, "pic", "pic_photo_or_album", None, ()),
        ),
        (
            "location_select",
            (
                "<EventKey>loc</EventKey><SendLocationInfo><Location_X>31.2</Location_X>"
                "<Location_Y>121.5</Location_Y><Scale>16</Scale><Label>南京路</Label>"
                "<Poiname>店</Poiname></SendLocationInfo><AppType>wxwork</AppType>"
            ),
            events.PlaceSent(*WHO, "loc", "31.2", "121.5", "16", "南京路", "店", "wxwork"),
        ),
        (
            "template_card_event",
            (
                "<EventKey>go</EventKey><TaskId>t1</TaskId><CardType>multiple_interaction</CardType>"
                "<ResponseCode>rc1</ResponseCode><SelectedItems>"
                "<SelectedItem><QuestionKey>when</QuestionKey><OptionIds><OptionId>am</OptionId>"
                "<OptionId>pm</OptionId></OptionIds></SelectedItem>"
                "<SelectedItem><QuestionKey>who</QuestionKey><OptionIds></OptionIds></SelectedItem>"
                "<SelectedItem><QuestionKey>where</QuestionKey><OptionIds>"
                "<OptionId>shop</OptionId></OptionIds></SelectedItem></SelectedItems>"
            ),
            events.CardAnswered(
                *WHO,
                "go",
                "t1",
                "multiple_interaction",
                "rc1",
                (
                    events.Choice("when", ("am", "pm")),
                    events.Choice("who", ()),
                    events.Choice("where", ("shop",)),
                ),
            ),
        ),
        (
            "template_card_event",
            "<EventKey>yes</EventKey><TaskId>t1</TaskId>",
            events.CardAnswered(*WHO, "yes", "t1", "", "", ()),
        ),
        (
            "template_card_menu_event",
            (
                "<EventKey>mute</EventKey><TaskId>t1</TaskId><CardType>text_notice</CardType>"
                "<ResponseCode>rc1</ResponseCode>"
            ),
            events.CardMenuUsed(*WHO, "mute", "t1", "text_notice", "rc1"),
        ),
        (
            "taskcard_click",
            "<EventKey>yes</EventKey><TaskId>t1</TaskId>",
            events.TaskCardClicked(*WHO, "yes", "t1"),
        ),
        ("switch_workbench_mode", "<Mode>1</Mode>", events.WorkbenchSwitched(*WHO, 1)),
    ],
)
def test_events_of_members_in_the_app(event: str, inner: str, expected: Event) -> None:
    assert did(event, inner) == expected


def test_an_upload_ends() -> None:
    assert did("upload_media_job_finish", "<JobId>j1</JobId>", "sys") == events.UploadFinished(
        "ww01", 1770000000, "j1"
    )


@pytest.mark.parametrize(
    "what",
    [
        "close_inactive_agent",
        "reopen_inactive_agent",
        "inactive_alert",
        "active_alert",
        "share_agent_change",
        "share_chain_change",
    ],
)
def test_what_becomes_of_the_app_is_told_with_all_fields(what: str) -> None:
    found = did(what, "<EffectTime>1770100000</EffectTime>", "sys")
    assert isinstance(found, events.AppStateChanged)
    assert (found.what, found.agent_id) == (what, "1000007")
    assert ("EffectTime", "1770100000") in found.fields


@pytest.mark.parametrize(("kind", "event"), [("sticker", ""), ("event", "holiday")])
def test_anything_else_is_unknown_and_keeps_its_fields(kind: str, event: str) -> None:
    found = did(event, "<X>1</X>") if event else wrote(kind, "<X>1</X>")
    assert isinstance(found, events.UnknownEvent)
    assert found.event == event
    assert ("X", "1") in found.fields
    assert ("MsgType", kind) in found.fields


@pytest.mark.parametrize(
    ("event", "inner", "sender"),
    [
        ("click", "<EventKey>help</EventKey>", ""),
        ("upload_media_job_finish", "", "sys"),
        ("switch_workbench_mode", "<Mode>on</Mode>", "gao"),
    ],
)
def test_events_without_their_ids_are_malformed(event: str, inner: str, sender: str) -> None:
    with pytest.raises(MalformedCallbackError):
        did(event, inner, sender)
