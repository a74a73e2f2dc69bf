"""How often each of many people did something: numbers as bitmaps, one for each binary digit.

Adding one bitmap to millions of numbers is a few operations on whole bitmaps (carry by carry), and
so is asking who reached a number.
"""

from collections.abc import Mapping

from pyroaring import BitMap

from yutang.people.conditions.schemas import Compare

Tally = list[BitMap]


def add(tally: Tally, ids: BitMap, digit: int = 0) -> None:
    """Two to the power of `digit` more for each of these."""
    carry = ids
    while carry:
        if digit >= len(tally):
            tally.extend(BitMap() for _ in range(digit - len(tally)))
            tally.append(BitMap(carry))
            return
        tally[digit], carry = tally[digit] ^ carry, tally[digit] & carry
        digit += 1


def all_of(tally: Tally) -> BitMap:
    """Whose number is not 0."""
    return BitMap.union(BitMap(), *tally)


def at_least(tally: Tally, least: int) -> BitMap:
    """Whose number is this or more, of those whose number is not 0."""
    equal, more = all_of(tally), BitMap()
    if least <= 0:
        return equal
    if least.bit_length() > len(tally):
        return more
    for digit in reversed(range(len(tally))):
        if least >> digit & 1:
            equal &= tally[digit]
        else:
            more |= equal & tally[digit]
            equal -= tally[digit]
    return more | equal


def fitting(tally: Tally, compare: Compare) -> BitMap:
    """Whose number is as asked, of those whose number is not 0."""
    first, last = round(compare.n), round(compare.to or 0)
    match compare.is_:
        case "at_least":
            return at_least(tally, first)
        case "at_most":
            return all_of(tally) - at_least(tally, first + 1)
        case "exactly":
            return at_least(tally, first) - at_least(tally, first + 1)
        case "between":
            return at_least(tally, first) - at_least(tally, last + 1)


def rename(tally: Tally, now: Mapping[int, int]) -> None:
    """Give what these numbers counted to whom they are now, added up."""
    before = BitMap(now)
    if not before & all_of(tally):
        return
    concerned = before | BitMap(now.values())
    totals: dict[int, int] = {}
    for digit, ids in enumerate(tally):
        for one in ids & concerned:
            who = now.get(one, one)
            totals[who] = totals.get(who, 0) + (1 << digit)
    for digit, ids in enumerate(tally):
        tally[digit] = ids - concerned
    for digit in range(max(totals.values()).bit_length()):
        whose = BitMap([who for who, total in totals.items() if total >> digit & 1])
        if digit < len(tally):
            tally[digit] |= whose
        else:
            tally.append(whose)


def renamed(ids: BitMap, now: Mapping[int, int]) -> BitMap:
    """These under the numbers they have now."""
    before = ids & BitMap(now)
    return (ids - before) | BitMap([now[one] for one in before]) if before else ids
