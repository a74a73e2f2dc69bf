"""What the derived ones are like: a person, a relation, in full."""

from collections.abc import Sequence
from typing import TypeVar

from wecom_emulator.state import Person, Relation

from .company import Company
from .frame import tag_ids, userids
from .mixing import mix
from .words import (
    CITIES,
    GIVEN,
    NICKNAMES,
    PERSONAL,
    POSITIONS,
    REMARKS,
    SURNAMES,
    TRADES,
)

_WAYS = (1, 1, 1, 1, 1, 2, 2, 3, 4, 6, 8, 9, 16, 16, 201, 201)
"""The add_way of relations: mostly a code that was scanned."""
_BY_STAFF, _BY_CARD, _SHARED = 2, 3, 201
_PARTNERS = 64
"""One in so many works at another company on WeCom."""
_CHANNELS = 50


_REMEMBERED = 10_000
P = TypeVar("P", bound=Person)
R = TypeVar("R", bound=Relation)


class Rows:
    """Persons and relations of one company, made anew each time they are asked for."""

    def __init__(self, company: Company) -> None:
        self.company = company
        self.userids = userids(company)
        self.members = {userid: t for t, userid in enumerate(self.userids)}
        self.tags = tag_ids(company)
        self.gone = set(company.plan.gone_tags)
        self._lately: dict[str, int] = {}
        """The ids of late: those of a page, or one for all groups, are asked for in a row."""

    def _chance(self, n: int) -> int:
        return mix(n ^ self.company.salts.person)

    def external(self, n: int) -> str:
        """The external_userid of customer n."""
        body = self.company.people.body(n)
        return self._head(n) + body

    def externals(self, numbers: Sequence[int]) -> list[str]:
        """The same of many."""
        bodies = self.company.people.bodies(numbers)
        found = [self._head(n) + body for n, body in zip(numbers, bodies, strict=True)]
        self._lately = dict(zip(found, numbers, strict=True))
        return found

    def _head(self, n: int) -> str:
        partner = self._chance(n) % _PARTNERS == 0
        return self.company.partner_head if partner else self.company.people.head

    def number(self, external_userid: str) -> int | None:
        """The customer behind an external_userid."""
        lately = self._lately.get(external_userid)
        if lately is not None:
            return lately
        head = self.company.people.head
        if external_userid.startswith("wo"):
            head = self.company.partner_head
        n = self.company.people.number(external_userid, head)
        if n is None or n >= self.company.customers or self._head(n) != head:
            return None
        if len(self._lately) >= _REMEMBERED:
            self._lately = {}
        self._lately[external_userid] = n
        return n

    def of_unionid(self, unionid: str) -> int | None:
        """The customer behind a unionid."""
        n = self.company.unionids.number(unionid)
        return n if n is not None and n < self.company.customers else None

    def person(self, n: int, external_userid: str, kind: type[P]) -> P:
        """Customer n."""
        chance = self._chance(n)
        unionid = self.company.unionids.of(n)
        gender, draw = (0, 1, 1, 2, 2, 2)[(chance >> 6) % 6], chance >> 9
        surname, given = SURNAMES[draw % len(SURNAMES)], GIVEN[(draw >> 8) % len(GIVEN)]
        if chance % _PARTNERS == 0:
            city, trade = CITIES[draw % len(CITIES)], TRADES[(draw >> 16) % len(TRADES)]
            company = f"{city}{GIVEN[(draw >> 20) % 25]}{trade}"
            return kind(
                external_userid,
                surname + given,
                unionid,
                gender,
                type=2,
                position=POSITIONS[(draw >> 28) % len(POSITIONS)],
                corp_name=company,
                corp_full_name=f"{company}有限公司",
            )
        nicknamed = (draw >> 40) % 10 < 3  # noqa: PLR2004 - three in ten
        name = NICKNAMES[(draw >> 16) % len(NICKNAMES)] if nicknamed else surname + given
        return kind(external_userid, name, unionid, gender)

    def relation(self, t: int, serial: int, n: int, external_userid: str, kind: type[R]) -> R:
        """The relation of a serial number."""
        company = self.company
        chance = mix(serial ^ company.salts.relation)
        way, userid = _WAYS[(chance >> 4) & 15], self.userids[t]
        if way == _SHARED and serial < company.customers:
            # Only who is somebody's already can be shared by him.
            way = _BY_CARD
        opener = userid if way == _BY_STAFF else external_userid
        if way == _SHARED:
            opener = self.userids[company.owner(n)]
        draw = chance >> 8
        scanned = way == 1 and draw & 1
        return kind(
            userid,
            external_userid,
            "whole",
            company.added_at(t, serial, n),
            add_way=way,
            channel=f"ch{(draw >> 1) % _CHANNELS:02d}" if scanned else "",
            remark=REMARKS[(draw >> 8) % len(REMARKS)] if draw & 14 == 0 else "",
            description=f"住在{company.city(t)}" if draw & 112 == 0 else "",
            mobiles=[f"199{mix(n) % 10**8:08d}"] if (draw >> 12) & 15 == 0 else [],
            tags=self.tags_of(serial, chance),
            talked=True,
            oper_userid=opener,
            company="自己开店" if (draw >> 16) & 63 == 0 else "",
            personal_tags=(
                [("我的标签", PERSONAL[(draw >> 24) % len(PERSONAL)])]
                if (draw >> 30) & 31 == 0
                else []
            ),
        )

    def tags_of(self, serial: int, chance: int) -> list[str]:
        """The ids of the tags on a relation."""
        found = [self.tags[number] for number in self.company.tag_numbers(serial, chance)]
        return [tag for tag in found if tag not in self.gone] if self.gone else found

    def chance_of(self, serial: int) -> int:
        """What a relation's draws come from."""
        return mix(serial ^ self.company.salts.relation)
