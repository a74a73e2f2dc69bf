"""Who wears some of the tags, from the bitmaps of all; what several mean together is kept too."""

from collections.abc import Mapping, Sequence

from pyroaring import BitMap

from yutang.people.conditions.schemas import Tag

from . import bits
from .keeping import WORN, Entry, Kept, worn_touched


def worn(
    kept: Kept, corp_id: int, leaf: Tag, tags: Mapping[int, BitMap], universe: BitMap
) -> BitMap:
    """Whom a leaf that names tags means."""
    if leaf.how == "none":
        return universe - _together(kept, corp_id, "any", leaf.tags, tags)
    return _together(kept, corp_id, leaf.how, leaf.tags, tags)


def _together(
    kept: Kept, corp_id: int, how: str, named: Sequence[int], tags: Mapping[int, BitMap]
) -> BitMap:
    wanted = sorted(set(named))
    each = [tags.get(tag, BitMap()) for tag in wanted]
    if len(each) == 1:
        return each[0]
    key = f"{WORN}:{how}:{wanted}"
    known = kept.find(corp_id, key, 0)
    if known is not None:
        return known.ids
    ids = bits.meet(each) if how == "all" else BitMap.union(*each)
    if kept.corp(corp_id).tags is tags:
        touched = kept.epochs(corp_id, map(worn_touched, wanted), always=(WORN,))
        kept.keep(corp_id, key, Entry(ids, bits.weight(ids), touched=touched))
    return ids
