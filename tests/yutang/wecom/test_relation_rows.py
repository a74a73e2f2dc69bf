"""The quick reading of a company's pages reads what the models read, and refuses what they do."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from yutang.wecom.customers import CustomerRow
from yutang.wecom.errors import UnreadableAnswerError
from yutang.wecom.relation_rows import RelationPage, RelationRow

TEXT = st.text(max_size=4)
ODD = st.none() | st.booleans() | st.floats(allow_nan=False) | st.lists(TEXT, max_size=2) | TEXT


def _fields(usual: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of them missing or, now and then, of another type."""
    each = {
        name: st.one_of(*[values] * 8, ODD, st.integers(-1, 9)) for name, values in usual.items()
    }
    return st.fixed_dictionaries({}, optional=each)


NUMBER = st.integers(0, 2**31)
TEXTS = st.lists(TEXT, max_size=3)
PERSON = _fields(
    dict.fromkeys(("external_userid", "name", "avatar", "unionid", "corp_name"), TEXT)
    | dict.fromkeys(("type", "gender"), st.integers(0, 2))
)
RELATION = _fields(
    dict.fromkeys(("userid", "remark", "description", "oper_userid", "state"), TEXT)
    | dict.fromkeys(("createtime", "add_way"), NUMBER)
    | dict.fromkeys(("tag_id", "remark_mobiles"), TEXTS)
)
ROWS = st.fixed_dictionaries({"external_contact": PERSON, "follow_info": RELATION})


def _quickly(raw: Any) -> RelationRow | None:
    try:
        return RelationPage(external_contact_list=(raw,)).rows()[0]
    except UnreadableAnswerError:
        return None


def _by_model(raw: Any) -> dict[str, Any] | None:
    try:
        read = CustomerRow.model_validate(raw)
    except ValueError:
        return None
    both = dict(read.follow_info) | dict(read.external_contact)
    return {name: both[name] for name in RelationRow._fields}


@given(ROWS)
def test_quick_rows_are_the_models_rows(raw: dict[str, Any]) -> None:
    row = _quickly(raw)
    assert (row and row._asdict()) == _by_model(raw)


@pytest.mark.parametrize("raw", [None, 1, "x", [], {}, {"external_contact": 1, "follow_info": {}}])
def test_what_is_no_row_is_refused_by_both_or_by_none(raw: object) -> None:
    row = _quickly(raw)
    assert (row and row._asdict()) == _by_model(raw)
