"""Rules against words in chats (document 95097)."""

from typing import Any

from wecom_emulator import fields
from wecom_emulator.calls import Call, Verb
from wecom_emulator.errors import refuse_missing
from wecom_emulator.state import new_id

from . import checks
from .state import Intercepts, Rule


async def add(call: Call) -> dict[str, Any]:
    """Make a rule."""
    name, words = checks.name(call), checks.words(call)
    if not words:
        refuse_missing("word_list")
    meanings, kind = checks.meanings(call.body), checks.kind(call)
    users, departments = checks.whole_range(call)
    checks.room(call)
    now = call.world.clock.seconds()
    made = Rule(
        new_id("rule"), call.app.agentid, now, name, words, meanings, kind, users, departments
    )
    call.corp.of(Intercepts).kept[made.rule_id] = made
    call.world.changed()
    return {"rule_id": made.rule_id}


async def list_rules(call: Call) -> dict[str, Any]:
    """All rules of the corp."""
    return {
        "rule_list": [
            {
                "rule_id": each.rule_id,
                "rule_name": each.rule_name,
                "create_time": each.create_time,
            }
            for each in call.corp.of(Intercepts).living()
        ]
    }


async def get(call: Call) -> dict[str, Any]:
    """One rule, with the part of its range that the app sees."""
    rule = checks.rule(call)
    meanings: dict[str, Any] = {"semantics_list": rule.semantics_list}
    if call.corp.switches.semantics_nested:
        meanings = {"extra_rule": meanings}
    departments = call.corp.departments
    return {
        "rule": {
            "rule_id": rule.rule_id,
            "rule_name": rule.rule_name,
            "word_list": rule.word_list,
            **meanings,
            "intercept_type": rule.intercept_type,
            "applicable_range": {
                "user_list": [each for each in rule.user_list if call.sees(each)],
                "department_list": [
                    each
                    for each in rule.department_list
                    if each in departments and call.app.sees_department(each, departments)
                ],
            },
            "create_time": rule.create_time,
        }
    }


async def update(call: Call) -> dict[str, Any]:
    """Change what is given; the range by what is added and removed."""
    rule = checks.own_rule(call)
    name = rule.rule_name
    if call.body.get("rule_name") is not None:
        name = checks.name(call, rule)
    words, kind = checks.words(call), checks.kind(call, rule.intercept_type)
    extra = fields.optional_object(call.body, "extra_rule")
    meanings = rule.semantics_list
    if extra.get("semantics_list") is not None:
        meanings = checks.meanings(extra)
    more_users, more_departments = checks.nodes(call, "add_applicable_range")
    less_users, less_departments = checks.nodes(call, "remove_applicable_range", seen=False)
    users = [each for each in (*rule.user_list, *more_users) if each not in set(less_users)]
    users = checks.narrow(call, list(dict.fromkeys(users)))
    departments = [
        each
        for each in dict.fromkeys([*rule.department_list, *more_departments])
        if each not in set(less_departments)
    ]
    rule.rule_name, rule.word_list = name, words or rule.word_list
    rule.semantics_list, rule.intercept_type = meanings, kind
    rule.user_list, rule.department_list = users, departments
    call.world.changed()
    return {}


async def delete(call: Call) -> dict[str, Any]:
    """Delete a rule."""
    checks.own_rule(call).deleted = True
    call.world.changed()
    return {}


_OWN = "What a rule of another app answers; 60011 here."
VERBS = {
    "externalcontact/add_intercept_rule": Verb(
        "POST",
        add,
        document="95097",
        open="A rule needs a word even where it has semantics; words match without case.",
    ),
    "externalcontact/get_intercept_rule_list": Verb(
        "GET", list_rules, {"rule_list": []}, document="95097"
    ),
    "externalcontact/get_intercept_rule": Verb("POST", get, document="95097"),
    "externalcontact/update_intercept_rule": Verb(
        "POST", update, document="95097", open=f"{_OWN} A range may become empty."
    ),
    "externalcontact/del_intercept_rule": Verb("POST", delete, document="95097", open=_OWN),
}
