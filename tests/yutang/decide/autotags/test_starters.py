"""Starters make their tags when they are switched on, and set one another off never."""

from .stage import Stage


async def test_every_starter_can_be_switched_on_and_does_what_it_says(stage: Stage) -> None:
    await stage.people(4)
    listed = (await stage.call("GET", "/starters?language=zh", 200))["items"]
    english = (await stage.call("GET", "/starters?language=en", 200))["items"]
    assert [one["key"] for one in listed] == [one["key"] for one in english]
    assert 8 <= len(listed) <= 12
    assert not any(one["made"] for one in listed)
    for one, other in zip(listed, english, strict=True):
        assert len(one["tags"]) == len(other["tags"])
        assert len(one["rules"]) == len(other["rules"])
        use = f"/starters/{one['key']}"
        made = (await stage.call("POST", use, 201, {"language": "zh"}))["items"]
        assert sorted(rule["name"] for rule in made) == sorted(one["rules"])
        assert all(rule["enabled"] and rule["starter"] == one["key"] for rule in made)
        # Again there is nothing to make: the names are taken, the tags are not doubled.
        again = await stage.call("POST", use, 409, {"language": "zh"})
        assert again["type"] == "tag_rules.name_taken"
    assert all(one["made"] for one in (await stage.call("GET", "/starters", 200))["items"])
    groups = await stage.rows("select count(*), count(distinct name) from tag_groups")
    assert groups == [(len(listed), len(listed))]
    await stage.call("POST", "/starters/nothing", 404, {"language": "zh"})

    await stage.do("update customers set birthday = '1990-03-05' where corp_id = :corp and id = 2")
    rules = {rule["name"]: rule for rule in (await stage.call("GET", "", 200))["items"]}
    assert len(rules) == sum(len(one["rules"]) for one in listed)
    march = await stage.run(rules["3 月生日"]["id"])
    assert (march["asked"], march["changed"]) == (1, 1)
    assert (await stage.run(rules["4 月生日"]["id"]))["changed"] == 0
    assert await stage.worn(rules["3 月生日"]["acts"][0]["tag_id"]) == [2]
    women = await stage.run(rules["性别女"]["id"])
    assert (women["asked"], women["changed"]) == (2, 2)
    await stage.happen("member.joined", 1, '{"group_id": 1}')
    await stage.hear()
    assert await stage.worn(rules["进了客户群"]["acts"][0]["tag_id"]) == [1]
