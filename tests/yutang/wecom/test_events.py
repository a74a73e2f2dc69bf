"""Each change Yutang acts on, as WeCom sends it, becomes its own typed event."""

import pytest

from yutang.wecom import events
from yutang.wecom.callbacks import parse
from yutang.wecom.errors import MalformedCallbackError
from yutang.wecom.events import Event, typed


def read(event: str, change: str, inner: str) -> Event:
    xml = (
        "<xml><ToUserName><![CDATA[ww01]]></ToUserName><FromUserName><![CDATA[sys]]></FromUserName>"
        "<CreateTime>1770000000</CreateTime><MsgType><![CDATA[event]]></MsgType>"
        f"<Event><![CDATA[{event}]]></Event><ChangeType><![CDATA[{change}]]></ChangeType>"
        f"{inner}</xml>"
    )
    return typed(parse(xml.encode()))


PAIR = "<UserID><![CDATA[alice]]></UserID><ExternalUserID><![CDATA[wm01]]></ExternalUserID>"
HEAD = ("ww01", 1770000000)
BOTH = (*HEAD, "alice", "wm01")


@pytest.mark.parametrize(
    ("change", "more", "expected"),
    [
        (
            "add_external_contact",
            "<State>fair</State><WelcomeCode>c0de</WelcomeCode>",
            events.CustomerAdded(*BOTH, "fair", "c0de"),
        ),
        ("add_external_contact", "", events.CustomerAdded(*BOTH, "", None)),
        (
            "add_half_external_contact",
            "<State>fair</State><WelcomeCode>c0de</WelcomeCode>",
            events.CustomerHalfAdded(*BOTH, "fair", "c0de"),
        ),
        ("edit_external_contact", "", events.CustomerEdited(*BOTH)),
        ("del_external_contact", "", events.CustomerRemoved(*BOTH, "")),
        (
            "del_external_contact",
            "<Source>DELETE_BY_TRANSFER</Source>",
            events.CustomerRemoved(*BOTH, "DELETE_BY_TRANSFER"),
        ),
        ("del_follow_user", "", events.StaffRemoved(*BOTH)),
        (
            "transfer_fail",
            "<FailReason>customer_refused</FailReason>",
            events.TransferFailed(*BOTH, "customer_refused"),
        ),
    ],
)
def test_customer_events(change: str, more: str, expected: Event) -> None:
    assert read("change_external_contact", change, PAIR + more) == expected


def test_only_a_handover_is_by_transfer() -> None:
    assert events.CustomerRemoved(*BOTH, "DELETE_BY_TRANSFER").by_transfer
    assert not events.CustomerRemoved(*BOTH, "").by_transfer


@pytest.mark.parametrize(
    ("change", "inner", "expected"),
    [
        (
            "create",
            "<Id>et1</Id><TagType>tag_group</TagType>",
            events.TagChanged(*HEAD, "create", "et1", "tag_group", ""),
        ),
        (
            "update",
            "<Id>et1</Id><TagType>tag</TagType><StrategyId>12</StrategyId>",
            events.TagChanged(*HEAD, "update", "et1", "tag", "12"),
        ),
        (
            "delete",
            "<Id>et1</Id><TagType>tag</TagType>",
            events.TagChanged(*HEAD, "delete", "et1", "tag", ""),
        ),
        ("shuffle", "<Id></Id>", events.TagChanged(*HEAD, "shuffle", "", "", "")),
    ],
)
def test_tag_events(change: str, inner: str, expected: Event) -> None:
    assert read("change_external_tag", change, inner) == expected


def test_staff_events() -> None:
    created = read("change_contact", "create_user", "<UserID>bob</UserID><Name>Bob</Name>")
    assert isinstance(created, events.StaffChanged)
    assert (created.change, created.userid, created.new_userid) == ("create_user", "bob", "")
    assert dict(created.fields)["Name"] == "Bob"
    renamed = read("change_contact", "update_user", "<UserID>bob</UserID><NewUserID>b</NewUserID>")
    assert isinstance(renamed, events.StaffChanged)
    assert (renamed.change, renamed.new_userid) == ("update_user", "b")
    left = read("change_contact", "delete_user", "<UserID>bob</UserID>")
    assert isinstance(left, events.StaffChanged)
    assert left.change == "delete_user"


def test_department_events() -> None:
    made = "<Id>7</Id><Name>Sales</Name><ParentId>1</ParentId><Order>3</Order>"
    assert read("change_contact", "create_party", made) == events.DepartmentChanged(
        *HEAD, "create_party", 7, "Sales", 1
    )
    assert read("change_contact", "update_party", "<Id>7</Id>") == events.DepartmentChanged(
        *HEAD, "update_party", 7, None, None
    )
    assert read("change_contact", "delete_party", "<Id>7</Id>") == events.DepartmentChanged(
        *HEAD, "delete_party", 7, None, None
    )


def test_anything_else_is_unknown_and_keeps_its_fields() -> None:
    found = read("customer_acquisition", "price_change", "<X>1</X>")
    assert isinstance(found, events.UnknownEvent)
    assert (found.event, found.change_type) == ("customer_acquisition", "price_change")
    assert found.fields[-1] == ("X", "1")


@pytest.mark.parametrize(
    ("event", "change", "inner"),
    [
        ("change_external_contact", "add_external_contact", "<UserID>a</UserID>"),
        ("change_external_contact", "del_follow_user", "<ExternalUserID>w</ExternalUserID>"),
        ("change_external_tag", "delete", "<TagType>tag</TagType>"),
        ("change_contact", "create_user", ""),
        ("change_contact", "create_party", "<Id>seven</Id>"),
        ("change_contact", "create_party", "<Id>9999999999999999999</Id>"),
    ],
)
def test_events_without_their_ids_are_malformed(event: str, change: str, inner: str) -> None:
    with pytest.raises(MalformedCallbackError):
        read(event, change, inner)
