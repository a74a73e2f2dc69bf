"""What is few enough to be kept as in any company: departments, members, the tag library."""

from wecom_emulator.state import ROOT, Department, Staff, Tag, TagGroup

from .company import STORE, Company
from .mixing import mix
from .words import CITIES, GIVEN, LATIN, REGIONS, SURNAMES, TAGS_A_GROUP, TOPICS

_REGION, _CITY, _STORE = 1000, 2000, 10_000
"""Where the ids of each level of departments begin."""
_GROUP = 1 << 40
"""Where the numbers of groups of tags begin, among those of tags."""


def userids(company: Company) -> list[str]:
    """The ids of all members, by number."""
    salt = company.salts.share + 1
    return [f"{LATIN[mix(t ^ salt) % len(LATIN)]}{t:05d}" for t in range(company.staff)]


def members(company: Company) -> list[Staff]:
    """All members, each in his store."""
    salt = company.salts.share + 1
    found = []
    for t, userid in enumerate(userids(company)):
        chance = mix(t ^ salt)
        surname = SURNAMES[chance % len(SURNAMES)]
        name = surname + GIVEN[(chance >> 16) % len(GIVEN)]
        found.append(Staff(userid, name, [_STORE + t // STORE]))
    return found


def departments(company: Company) -> list[Department]:
    """A tree below the root: regions, cities, stores."""
    stores = -(-company.staff // STORE)
    cities = {CITIES[store % len(CITIES)] for store in range(stores)}
    found: list[Department] = []
    for place, (region, inside) in enumerate(REGIONS.items()):
        here = [city for city in inside if city in cities]
        if not here:
            continue
        found.append(Department(_REGION + place, f"{region}大区", ROOT, 100 - place))
        found += [
            Department(_CITY + CITIES.index(city), f"{city}分公司", _REGION + place, 100 - at)
            for at, city in enumerate(here)
        ]
    for store in range(stores):
        round_, city = divmod(store, len(CITIES))
        name = f"{CITIES[city]} {round_ + 1} 店"
        found.append(Department(_STORE + store, name, _CITY + city, max(0, 1000 - round_)))
    return found


def tag_ids(company: Company) -> list[str]:
    """The ids of all tags, by number."""
    return [company.tags.of(number) for number in range(company.plan.tags)]


def library(company: Company) -> list[TagGroup]:
    """The tags in their groups: what shops know of people first, then numbered ones."""
    names = _group_names(company.plan.tags)
    ids, found, number = tag_ids(company), list[TagGroup](), 0
    for place, (group_name, tag_names) in enumerate(names):
        begin = company.begin
        group = TagGroup(company.tags.of(_GROUP + place), group_name, 10_000 - place, begin)
        for at, name in enumerate(tag_names):
            group.tags.append(Tag(ids[number], name, 1000 - at, begin))
            number += 1
        found.append(group)
    return found


def _group_names(count: int) -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for topic, names in TOPICS.items():
        part = list(names[:count])
        if part:
            found.append((topic, part))
        count -= len(part)
    place = 0
    while count > 0:
        place += 1
        size = min(count, TAGS_A_GROUP)
        found.append((f"标签组 {place}", [f"标签 {place}-{at + 1}" for at in range(size)]))
        count -= size
    return found
