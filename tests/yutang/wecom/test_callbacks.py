"""Reading the inner XML: both readers agree, and the key names exactly one event."""

from hashlib import sha256
from itertools import combinations
from xml.sax.saxutils import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yutang.wecom.callbacks import MAX_BYTES, parse, scan
from yutang.wecom.errors import MalformedCallbackError

CORP = "ww0123456789abcdef"


def document(**elements: str) -> bytes:
    """Compose an event as WeCom does: texts in CDATA, numbers bare."""
    head = {"ToUserName": CORP, "FromUserName": "sys", "CreateTime": "1770000001"}
    texts = {**head, "MsgType": "event", **elements}
    lines = [
        f"  <{name}>{text if text.isdigit() else f'<![CDATA[{text}]]>'}</{name}>\n"
        for name, text in texts.items()
        if text != "ABSENT"
    ]
    return f"<xml>\n{''.join(lines)}</xml>".encode()


ADD = {
    "Event": "change_external_contact",
    "ChangeType": "add_external_contact",
    "UserID": "alice",
    "ExternalUserID": "wm01",
    "State": "fair",
    "WelcomeCode": "CODE",
}


def test_scan_reads_an_add() -> None:
    found = scan(document(**ADD))
    assert found == (
        parse(document(**ADD)).dedup_key(CORP),
        "change_external_contact",
        "add_external_contact",
        "wm01",
        1770000001,
        "CODE",
        "alice",
        "wm01",
        "fair",
    )


def test_the_key_is_what_the_design_says() -> None:
    head = ("event", CORP, "change_external_contact", "add_external_contact", "1770000001")
    spelled = "\0".join((*head, "UserID", "alice", "ExternalUserID", "wm01", "State", "fair"))
    assert scan(document(**ADD)).key == sha256(spelled.encode()).digest()


def test_the_same_event_through_two_apps_has_one_key() -> None:
    first = document(**ADD, AgentID="1000002")
    second = document(**{**ADD, "WelcomeCode": "OTHER"}, AgentID="1000003")
    assert scan(first).key == scan(second).key == scan(document(**ADD)).key
    assert parse(first).dedup_key(CORP) == parse(second).dedup_key(CORP)


@pytest.mark.parametrize("name", ["Event", "ChangeType", "UserID", "ExternalUserID", "State"])
def test_any_other_difference_is_another_event(name: str) -> None:
    other = document(**{**ADD, name: "other"})
    missing = document(**{**ADD, name: "ABSENT"})
    keys = {scan(xml).key for xml in (document(**ADD), other, missing)}
    assert len(keys) == 3


def test_another_second_and_another_corp_are_other_events() -> None:
    later = document(**ADD).replace(b"1770000001", b"1770000002")
    assert scan(document(**ADD)).key != scan(later).key
    assert scan(document(**ADD), "wwother").key != scan(document(**ADD)).key
    assert scan(document(**ADD), "wwother").key == parse(document(**ADD)).dedup_key("wwother")


def test_a_group_with_its_fifty_tags_has_51_keys() -> None:
    tag = {"Event": "change_external_tag", "ChangeType": "create"}
    documents = [document(**tag, Id="et00", TagType="tag_group")]
    documents += [document(**tag, Id=f"et{number:02}", TagType="tag") for number in range(50)]
    assert len({scan(xml).key for xml in documents}) == 51


def test_two_joins_within_a_second_have_two_keys() -> None:
    first, second = (join("wm01", version="a"), join("wm02", version="b"))
    assert scan(first).key != scan(second).key
    assert [scan(xml).subject for xml in (first, second)] == ["wr01", "wr01"]


def join(*members: str, version: str = "v") -> bytes:
    items = "".join(f"<Item><![CDATA[{member}]]></Item>" for member in members)
    joined = document(
        Event="change_external_chat", ChatId="wr01", ChangeType="update", UpdateDetail="add_member"
    )
    more = f"<MemChangeList>{items}</MemChangeList><CurMemVer>{version}</CurMemVer></xml>"
    return joined.replace(b"</xml>", more.encode())


def test_nested_items_are_numbered_in_order() -> None:
    callback = parse(join("wm01", "bob", "wm02"))
    assert callback.fields[-4:] == (
        ("MemChangeList.Item", "wm01"),
        ("MemChangeList.Item[1]", "bob"),
        ("MemChangeList.Item[2]", "wm02"),
        ("CurMemVer", "v"),
    )
    assert callback.items("MemChangeList.Item") == ("wm01", "bob", "wm02")
    assert callback.get("CurMemVer") == "v"
    assert callback.get("Nothing") == ""


def test_messages_are_named_by_corp_agent_and_msg_id() -> None:
    message = {"MsgType": "text", "Content": "hello", "MsgId": "4561255354251345929"}
    first = document(**message, AgentID="218")
    spelled = f"message\0{CORP}\x00218\x004561255354251345929"
    assert scan(first).key == sha256(spelled.encode()).digest()
    assert scan(document(**{**message, "Content": "x"}, AgentID="218")).key == scan(first).key
    assert scan(document(**message, AgentID="219")).key != scan(first).key
    assert (parse(first).msg_id, parse(first).agent_id) == ("4561255354251345929", "218")


@pytest.mark.parametrize(
    ("elements", "subject"),
    [
        ({"ExternalUserID": "wm1", "ChatId": "wr1", "UserID": "a"}, "wm1"),
        ({"ChatId": "wr1", "UserID": "a"}, "wr1"),
        ({"Id": "et1", "TagType": "tag"}, "et1"),
        ({"LinkId": "ca1", "State": "s"}, "ca1"),
        ({"UserID": "a"}, "a"),
        ({"ExternalUserID": "", "UserID": "a"}, "a"),
        ({}, ""),
    ],
)
def test_subject(elements: dict[str, str], subject: str) -> None:
    assert scan(document(**elements)).subject == subject


def test_no_welcome_code_is_none() -> None:
    assert scan(document(**{**ADD, "WelcomeCode": ""})).welcome_code is None
    assert scan(document(**{**ADD, "WelcomeCode": "ABSENT"})).welcome_code is None


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
    b"<xml><Event>&b;</Event></xml>"
)


@pytest.mark.parametrize(
    "xml",
    [
        b"",
        b"hello",
        b"<xml>",
        b"<xml></xml><xml></xml>",
        b"<other></other>",
        b"<xml><A>1</B></xml>",
        b"<xml><A>&nope;</A></xml>",
        b"<xml>text<A>1</A></xml>",
        b"<xml><A>text<B>1</B></A></xml>",
        b"<xml><A>\x00</A></xml>",
        b"<xml><A><![CDATA[\x01]]></A></xml>",
        b"<xml><A>\xff</A></xml>",
        b"<xml><A.B>1</A.B></xml>",
        b"<xml><CreateTime>soon</CreateTime></xml>",
        b"<xml><CreateTime>-1</CreateTime></xml>",
        b"<xml><CreateTime>999999999999</CreateTime></xml>",
        b"<xml>" + b"<a>" * 16 + b"</a>" * 16 + b"</xml>",
        b"<xml><A>" + b"x" * MAX_BYTES + b"</A></xml>",
        b'<!DOCTYPE xml SYSTEM "file:///etc/passwd"><xml></xml>',
        BOMB,
    ],
    ids=lambda xml: str(xml[:40]),
)
def test_what_cannot_be_read_is_malformed_for_both(xml: bytes) -> None:
    for read in (parse, scan):
        with pytest.raises(MalformedCallbackError):
            read(xml)


NAME = st.from_regex(r"[A-Z][A-Za-z0-9_]{0,8}", fullmatch=True) | st.sampled_from(
    [
        "Event",
        "ChangeType",
        "UserID",
        "ExternalUserID",
        "ChatId",
        "Id",
        "State",
        "WelcomeCode",
        "MsgId",
        "AgentID",
        "ToUserName",
        "FromUserName",
        "MsgType",
        "LinkId",
    ]
)
# What XML 1.0 can hold, "\r" excepted, which a parser may only give back as "\n".
TEXT = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
    | st.sampled_from("\n\t<>&]"),
    max_size=12,
) | st.sampled_from(["]]>", "<xml>", "</Event>", "<![CDATA[x", "&amp;", "a]]", "12"])


def written(text: str, style: int) -> str:
    if style == 0:
        return "<![CDATA[" + text.replace("]]>", "]]]]><![CDATA[>") + "]]>"
    return escape(text)


LEAF = st.tuples(NAME, TEXT, st.integers(0, 1))
BRANCH = st.tuples(NAME, st.lists(LEAF, min_size=1, max_size=3), st.just(2))
ELEMENT = st.one_of(
    LEAF, BRANCH, st.tuples(NAME, st.lists(LEAF | BRANCH, min_size=1, max_size=3), st.just(2))
)


def render(elements: list[tuple[str, object, int]]) -> str:
    parts = []
    for name, content, style in elements:
        inner = render(content) if isinstance(content, list) else written(str(content), style)
        parts.append(f"<{name}/>" if inner == "" else f"<{name}>{inner}</{name}>")
    return "\n ".join(parts)


def flattened(elements: list[tuple[str, object, int]], path: str = "") -> list[tuple[str, str]]:
    fields, seen = [], dict[str, int]()
    for name, content, _ in elements:
        number = seen.get(name, 0)
        seen[name] = number + 1
        place = f"{path}{name}[{number}]" if number else f"{path}{name}"
        if isinstance(content, list):
            fields += flattened(content, f"{place}.")
        else:
            fields.append((place, str(content)))
    return fields


@given(elements=st.lists(ELEMENT, max_size=6))
def test_both_readers_agree_on_every_document(elements: list[tuple[str, object, int]]) -> None:
    xml = f"<xml>\n {render(elements)}\n</xml>".encode()
    callback, scanned = parse(xml), scan(xml)
    expected = flattened(elements)
    assert list(callback.fields) == expected
    first = dict(expected)
    assert scanned.key == callback.dedup_key(first.get("ToUserName", ""))
    assert (scanned.event, scanned.change_type, scanned.created_at) == (
        callback.event,
        callback.change_type,
        callback.created_at,
    )
    assert scanned.userid == first.get("UserID", "")
    assert scanned.external_userid == first.get("ExternalUserID", "")
    assert scanned.welcome_code == (first.get("WelcomeCode") or None)
    assert scanned.state == first.get("State", "")


@given(documents=st.lists(st.lists(ELEMENT, max_size=4), min_size=2, max_size=5))
def test_different_documents_have_different_keys(
    documents: list[list[tuple[str, object, int]]],
) -> None:
    ignored = {"ToUserName", "FromUserName", "MsgType", "AgentID", "WelcomeCode"}
    named = []
    for elements in documents:
        fields = flattened(elements)
        if "MsgId" not in dict(fields):
            meaning = [field for field in fields if field[0] not in ignored]
            head = ("Event", "ChangeType", "CreateTime")
            meant = (
                [dict(fields).get(name, "") for name in head],
                [field for field in meaning if field[0] not in head],
            )
            named.append((meant, scan(f"<xml>{render(elements)}</xml>".encode(), CORP).key))
    for (meant, key), (other_meant, other_key) in combinations(named, 2):
        assert (key == other_key) == (meant == other_meant)


@given(
    data=st.binary(max_size=200) | st.binary(max_size=100).map(lambda b: b"<xml>" + b + b"</xml>")
)
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        key = scan(data, CORP).key
    except MalformedCallbackError:
        with pytest.raises(MalformedCallbackError):
            parse(data)
    else:
        assert key == parse(data).dedup_key(CORP)
