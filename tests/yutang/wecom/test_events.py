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
        (
            "msg_audit_approved",
            "<WelcomeCode>c0de</WelcomeCode>",
            events.ArchiveConsented(*BOTH, "c0de"),
        ),
        ("msg_audit_approved", "", events.ArchiveConsented(*BOTH, None)),
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


def test_tags_on_members_and_imports() -> None:
    lists = "<AddUserItems>gao,yu</AddUserItems><DelPartyItems>4</DelPartyItems>"
    assert read("change_contact", "update_tag", f"<TagId>6</TagId>{lists}") == (
        events.ContactTagChanged(*HEAD, 6, ("gao", "yu"), (), (), ("4",))
    )
    job = "<JobId>j1</JobId><JobType>sync_user</JobType><ErrCode>0</ErrCode><ErrMsg>ok</ErrMsg>"
    assert read("batch_job_result", "", f"<BatchJob>{job}</BatchJob>") == events.BatchJobFinished(
        *HEAD, "j1", "sync_user", 0, "ok"
    )
    failed = "<BatchJob><JobId>j1</JobId><ErrCode>40092</ErrCode></BatchJob>"
    assert read("batch_job_result", "", failed) == events.BatchJobFinished(
        *HEAD, "j1", "", 40092, ""
    )


CHAT = "<ChatId><![CDATA[wr01]]></ChatId>"
ITEMS = "<Item><![CDATA[wm01]]></Item><Item><![CDATA[bob]]></Item>"
VERSIONS = "<LastMemVer>aa</LastMemVer><CurMemVer>bb</CurMemVer>"


@pytest.mark.parametrize(
    ("change", "inner", "expected"),
    [
        ("create", "", events.GroupCreated(*HEAD, "wr01")),
        ("dismiss", "", events.GroupDismissed(*HEAD, "wr01")),
        (
            "update",
            (
                "<UpdateDetail>add_member</UpdateDetail><JoinScene>3</JoinScene><QuitScene>0</QuitScene>"
                f"<MemChangeCnt>2</MemChangeCnt><MemChangeList>{ITEMS}</MemChangeList>{VERSIONS}"
            ),
            events.GroupMembersJoined(*HEAD, "wr01", 3, 2, ("wm01", "bob"), "aa", "bb"),
        ),
        (
            "update",
            (
                "<UpdateDetail>del_member</UpdateDetail><JoinScene>0</JoinScene><QuitScene>1</QuitScene>"
                f"<MemChangeCnt>1</MemChangeCnt><MemChangeList><Item>wm01</Item></MemChangeList>{VERSIONS}"
            ),
            events.GroupMembersLeft(*HEAD, "wr01", 1, 1, ("wm01",), "aa", "bb"),
        ),
        (
            "update",
            "<UpdateDetail>add_member</UpdateDetail>",
            events.GroupMembersJoined(*HEAD, "wr01", None, None, (), "", ""),
        ),
        (
            "update",
            "<UpdateDetail>change_owner</UpdateDetail>",
            events.GroupEdited(*HEAD, "wr01", "change_owner"),
        ),
        (
            "update",
            "<UpdateDetail>change_colour</UpdateDetail>",
            events.GroupEdited(*HEAD, "wr01", "change_colour"),
        ),
        ("update", "", events.GroupEdited(*HEAD, "wr01", "")),
    ],
)
def test_group_events(change: str, inner: str, expected: Event) -> None:
    assert read("change_external_chat", change, CHAT + inner) == expected


LINK = "<LinkId>ca01</LinkId>"


@pytest.mark.parametrize(
    ("change", "inner", "expected"),
    [
        ("balance_low", "", events.BalanceChanged(*HEAD, "balance_low")),
        ("balance_exhausted", "", events.BalanceChanged(*HEAD, "balance_exhausted")),
        ("balance_increased", "", events.BalanceChanged(*HEAD, "balance_increased")),
        (
            "quota_expire_soon",
            "<ExpireTime>1771000000</ExpireTime><ExpireQuotaNum>40</ExpireQuotaNum>",
            events.QuotaExpiring(*HEAD, 1771000000, 40),
        ),
        ("quota_expire_soon", "", events.QuotaExpiring(*HEAD, None, None)),
        ("link_unavailable", LINK, events.LinkChanged(*HEAD, "link_unavailable", "ca01")),
        ("delete_link", LINK, events.LinkChanged(*HEAD, "delete_link", "ca01")),
        (
            "open_profile",
            f"{LINK}<State>poster</State>",
            events.LinkFollowed(*HEAD, "open_profile", "ca01", "poster"),
        ),
        ("friend_request", LINK, events.LinkFollowed(*HEAD, "friend_request", "ca01", "")),
        ("customer_start_chat", PAIR + LINK, events.ChatStarted(*BOTH, "ca01")),
        (
            "message_from_customer",
            f"{LINK}<ChatKey>k1</ChatKey>",
            events.CustomerSpoke(*HEAD, "ca01", "k1"),
        ),
    ],
)
def test_acquisition_events(change: str, inner: str, expected: Event) -> None:
    assert read("customer_acquisition", change, inner) == expected


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
        ("change_contact", "update_tag", "<TagId>six</TagId>"),
        ("change_external_contact", "msg_audit_approved", "<UserID>a</UserID>"),
        ("change_external_chat", "create", ""),
        ("change_external_chat", "update", "<UpdateDetail>add_member</UpdateDetail>"),
        ("customer_acquisition", "delete_link", ""),
        ("customer_acquisition", "quota_expire_soon", "<ExpireTime>soon</ExpireTime>"),
        ("customer_acquisition", "customer_start_chat", "<LinkId>ca01</LinkId>"),
        ("batch_job_result", "", "<BatchJob><ErrCode>0</ErrCode></BatchJob>"),
    ],
)
def test_events_without_their_ids_are_malformed(event: str, change: str, inner: str) -> None:
    with pytest.raises(MalformedCallbackError):
        read(event, change, inner)
