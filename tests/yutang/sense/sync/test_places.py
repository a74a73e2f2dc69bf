"""Where a run stands."""

from yutang.sense.sync.places import Place


def test_a_place_is_ranges_of_members_and_who_comes_later_is_left() -> None:
    accounts = [f"m{number}" for number in range(10)]
    place = Place(accounts)
    place.finish(["m0", "m1", "m2"])
    place.finish(["m6", "m7"])
    assert place.ranges() == [["m0", "m2"], ["m6", "m7"]]
    later = Place([*accounts, "m55", "m99"], place.ranges())
    assert (later.done, later.total) == (5, 12)
    assert later.left(3) == [["m3", "m4", "m5"], ["m55", "m8", "m9"], ["m99"]]
