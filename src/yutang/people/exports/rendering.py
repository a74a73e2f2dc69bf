"""Customers as the texts that stand in the columns of a file."""

from collections.abc import Callable, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.ext.asyncio import AsyncSession

from yutang.kernel.vault import Vault
from yutang.people.attributes import service as attributes
from yutang.people.attributes.schemas import FieldRead
from yutang.people.corps import service as corps
from yutang.people.customers import service as customers
from yutang.people.staff import service as staff
from yutang.people.stages import service as stages
from yutang.people.tags import service as tags

from .errors import UnknownColumnError
from .schemas import COLUMNS, Language

FIELD = "field:"
BETWEEN = "、"
_KINDS = ("external", "unionid", "phone", "member_number")
_HEADERS: dict[Language, dict[str, str]] = {
    "zh-CN": {
        "id": "编号", "name": "姓名", "remark": "备注", "phone": "手机", "external": "客户 ID",
        "unionid": "unionid", "member_number": "会员号", "state": "状态", "stage": "阶段",
        "gender": "性别", "birthday": "生日", "company": "公司", "owners": "跟进员工",
        "tags": "标签", "first_added_at": "首次添加时间", "last_active_at": "最近互动",
        "refused_at": "拒绝营销时间", "created_at": "建档时间",
    },
    "en": {
        "id": "Number", "name": "Name", "remark": "Remark", "phone": "Phone",
        "external": "WeCom id", "unionid": "unionid", "member_number": "Member number",
        "state": "State", "stage": "Stage", "gender": "Gender", "birthday": "Birthday",
        "company": "Company", "owners": "Staff", "tags": "Tags",
        "first_added_at": "First added", "last_active_at": "Last active",
        "refused_at": "Refused marketing", "created_at": "Known since",
    },
}  # fmt: skip
_WORDS: dict[Language, dict[str, str]] = {
    "zh-CN": {
        "visitor": "访客", "lead": "线索", "group_member": "群成员", "half": "单向添加",
        "friend": "好友", "lost": "已流失", "potential": "潜在", "intent": "意向",
        "deal": "成交", "repeat": "复购", "1": "男", "2": "女",
    },
    "en": {
        "visitor": "Visitor", "lead": "Lead", "group_member": "Group member", "half": "Half added",
        "friend": "Friend", "lost": "Lost", "potential": "Potential", "intent": "Intent",
        "deal": "Customer", "repeat": "Repeat", "1": "Male", "2": "Female",
    },
}  # fmt: skip


class Rendering:
    """The chosen columns of one file."""

    def __init__(
        self,
        columns: Sequence[str],
        fields: dict[int, FieldRead],
        stage_names: dict[str, str],
        language: Language,
        zone: str,
        *,
        whole_phones: bool,
    ) -> None:
        self._columns = list(columns)
        self._fields = fields
        self._words = {**_WORDS[language], **stage_names}
        self._language = language
        self._zone = ZoneInfo(zone)
        self._whole_phones = whole_phones

    @property
    def header(self) -> list[str]:
        """What stands above the columns."""
        return [
            self._fields[int(key.removeprefix(FIELD))].name
            if key.startswith(FIELD)
            else _HEADERS[self._language][key]
            for key in self._columns
        ]

    async def rows(
        self, session: AsyncSession, vault: Vault, corp_id: int, ids: Sequence[int]
    ) -> list[list[str | None]]:
        """The columns of these customers, by id; at most five queries however many they are."""
        kinds = [kind for kind in _KINDS if kind in self._columns]
        people = await customers.sheet_rows(
            session, vault, corp_id, ids, kinds, whole_phones=self._whole_phones
        )
        names: dict[int, str] = {}
        if "owners" in self._columns:
            wanted = {one for person in people for one in person.owner_ids}
            names = await staff.names_by_ids(session, corp_id, wanted)
        worn = await tags.worn_by(session, corp_id, ids) if "tags" in self._columns else {}
        values: dict[int, dict[int, str]] = {}
        if self._fields:
            for person_id, read in (await attributes.values_of(session, corp_id, ids)).items():
                values[person_id] = {
                    one.field_id: self._told(self._fields[one.field_id], one.value)
                    for one in read
                    if one.field_id in self._fields
                }
        simple = self._simple(names)
        table: list[list[str | None]] = []
        for key in self._columns:
            if key == "tags":
                column = [BETWEEN.join(tag.name for tag in worn.get(p.id, [])) for p in people]
            elif key.startswith(FIELD):
                number = int(key.removeprefix(FIELD))
                column = [values.get(p.id, {}).get(number, "") for p in people]
            elif key in _KINDS:
                column = [BETWEEN.join(p.identities.get(key, [])) for p in people]
            else:
                column = [simple[key](p) for p in people]
            table.append([text or None for text in column])
        return table

    def _simple(self, names: dict[int, str]) -> dict[str, Callable[[customers.SheetRow], str]]:
        return {
            "id": lambda p: str(p.id),
            "name": lambda p: p.name,
            "remark": lambda p: BETWEEN.join(dict.fromkeys(p.remarks)),
            "state": lambda p: self._words[p.state],
            "stage": lambda p: self._words.get(p.stage or "", ""),
            "gender": lambda p: self._words.get(str(p.gender), ""),
            "birthday": lambda p: p.birthday.isoformat() if p.birthday else "",
            "company": lambda p: p.company,
            "owners": lambda p: BETWEEN.join(names.get(one, "") for one in p.owner_ids),
            "first_added_at": lambda p: self._moment(p.first_added_at),
            "last_active_at": lambda p: self._moment(p.last_active_at),
            "refused_at": lambda p: self._moment(p.refused_at),
            "created_at": lambda p: self._moment(p.created_at),
        }

    def _moment(self, at: datetime | None) -> str:
        return "" if at is None else f"{at.astimezone(self._zone):%Y-%m-%d %H:%M:%S}"

    def _told(self, one: FieldRead, value: str | list[str]) -> str:
        labels = {option.key: option.label for option in one.options}
        if isinstance(value, list):
            return BETWEEN.join(labels.get(key, key) for key in value)
        if one.kind == "yes_no" and self._language == "zh-CN":
            return {"yes": "是", "no": "否"}[value]
        return labels.get(value, value)


async def prepare(
    session: AsyncSession,
    corp_id: int,
    columns: Sequence[str],
    language: Language,
    role: str | None,
    *,
    whole_phones: bool,
) -> Rendering:
    """Look up what the columns speak of, as `role` sees it. Raises UnknownColumnError."""
    known = {one.id: one for one in await attributes.list_fields(session, corp_id, role)}
    fields: dict[int, FieldRead] = {}
    for key in columns:
        number = key.removeprefix(FIELD)
        if key.startswith(FIELD) and number.isascii() and number.isdigit():
            if int(number) in known:
                fields[int(number)] = known[int(number)]
                continue
        elif key in COLUMNS:
            continue
        raise UnknownColumnError(key)
    named = {one.key: one.name for one in await stages.list_stages(session, corp_id) if one.name}
    zone = (await corps.describe(session, corp_id)).timezone
    return Rendering(
        list(dict.fromkeys(columns)),
        fields,
        {str(key): name for key, name in named.items()},
        language,
        zone,
        whole_phones=whole_phones,
    )
