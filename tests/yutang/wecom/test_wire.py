"""Answers as they come over the wire, broken ones included."""

import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from yutang.wecom.wire import parsed

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | ANY_TEXT,
    lambda inner: st.lists(inner) | st.dictionaries(ANY_TEXT, inner),
    max_leaves=12,
)


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ('{"name": "王芳🌸"}'.encode(), "王芳🌸"),
        (b'{"name": "\\u738b\\u82b3\\ud83c\\udf38"}', "王芳🌸"),
        # Cut in the midst of an emoji: by escapes, and by bytes.
        (b'{"name": "\\u738b\\ud83c"}', "王\ufffd"),
        (b'{"name": "\\udf38x"}', "\ufffdx"),
        ('{"name": "王🌸'.encode()[:-1] + b'"}', "王\ufffd"),
        (b'{"name": "a\\u0000b"}', "a\ufffdb"),
        (b'{"name": "\\\\u0000"}', "\\u0000"),
    ],
)
def test_a_name_is_read_as_far_as_it_can_be_kept(content: bytes, read: object) -> None:
    assert parsed(content) == {"name": read}


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"name": ', b'{"a": "\\u12"}', b"\xff\xfe"])
def test_what_is_no_json_is_a_value_error(content: bytes) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        parsed(content)


@given(JSON)
def test_whatever_was_written_can_be_kept_by_a_database(value: object) -> None:
    again = parsed(json.dumps(value).encode())
    text = orjson.dumps(again, option=orjson.OPT_NON_STR_KEYS).decode()
    assert "\\u0000" not in text
    if text == json.dumps(value, ensure_ascii=False, separators=(",", ":")):
        assert again == value
