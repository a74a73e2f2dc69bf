"""Clauses of the leaf `attribute`, and its values in words."""

from collections.abc import Iterable
from decimal import Decimal

from .schemas import Attribute, FieldName, Language, Names
from .schemas.leaves import FIELD_SORTS, SORTS, THIS_MONTH, Sort
from .speaking import Speech

_OWN_WORDS = {"marketing_refused": "refused", "consented": "consented"}


def say_attribute(leaf: Attribute, names: Names, language: Language) -> str:
    """How an attribute must be."""
    speech = Speech(names, language)
    test = leaf.test
    if leaf.name in _OWN_WORDS:
        return _refusal(leaf, speech)
    name = attribute_name(leaf.name, speech)
    if test.is_ == "within":
        ever = "_ever" if test.window is None or test.window.kind == "ever" else ""
        return speech.say("attribute", f"within{ever}", name=name, when=speech.when(test.window))
    told = [say_value(leaf.name, one, speech) for one in test.values]
    sort = _sort(leaf.name, names)
    key = str(test.is_)
    if key in {"in", "any_of", "all_of"} and len(told) == 1 and sort != "choices":
        key = "equals"
    if sort == "choices" and key == "equals":
        key = "equals_choices"
    if sort == "day" and f"{key}_day" in {
        "less_day", "less_equal_day", "more_day", "more_equal_day",
    }:  # fmt: skip
        key = f"{key}_day"
    return speech.say(
        "attribute",
        key,
        name=name,
        values=speech.listed(told, "and" if key == "all_of" else "or", quoted=False),
        value=told[0] if told else "",
        to=told[-1] if told else "",
    )


def _refusal(leaf: Attribute, speech: Speech) -> str:
    key = _OWN_WORDS[leaf.name]
    test = leaf.test
    if test.is_ == "within":
        return speech.say("attribute", f"{key}_within", when=speech.when(test.window))
    yes = test.values[0] is True if test.is_ == "equals" else test.is_ == "known"
    return speech.say("attribute", key if yes else f"{key}_not")


def attribute_name(name: str, speech: Speech) -> str:
    """How an attribute is called."""
    if not name.startswith("field:"):
        return speech.say("names", name)
    field = speech.names.fields.get(int(name[6:]))
    return speech.quoted(speech.say("missing", "field") if field is None else field.name)


def _sort(name: str, names: Names) -> Sort | None:
    if not name.startswith("field:"):
        return SORTS[name]
    field = names.fields.get(int(name[6:]))
    return FIELD_SORTS[field.kind] if field is not None else None


def say_value(name: str, value: object, speech: Speech) -> str:
    """One value of an attribute."""
    if name.startswith("field:"):
        return _say_field_value(speech.names.fields.get(int(name[6:])), value, speech)
    if name == "first_way" and isinstance(value, int):
        return speech.quoted(speech.way(value))
    if name == "birthday_month":
        key = "this_month" if value == THIS_MONTH else "month"
        return speech.say("values", key, n=value)
    if name == "first_channel":
        return speech.quoted(speech.names.channels.get(str(value), str(value)))
    if name in {"gender", "platform"}:
        return speech.quoted(speech.value(str(value)))
    return str(value) if name == "birthday" else speech.plain(value)


def _say_field_value(field: FieldName | None, value: object, speech: Speech) -> str:
    if field is None:
        return speech.plain(value)
    if field.kind in {"one_of", "several_of"}:
        gone = speech.say("missing", "option")
        return speech.quoted(field.options.get(str(value), gone))
    if field.kind == "yes_no":
        return speech.say("lists", "yes" if value else "no")
    if field.kind == "money" and isinstance(value, int | float):
        return speech.money(value)
    if field.kind == "number" and isinstance(value, int):
        told = f"{Decimal(value).scaleb(-field.decimals):,f}"
        return f"{told} {field.unit}" if field.unit else told
    return str(value) if field.kind == "date" else speech.plain(value)


def say_found(name: str, value: object, speech: Speech) -> str:
    """A value that a person has, which may be a list."""
    if isinstance(value, Iterable) and not isinstance(value, str):
        return speech.listed((say_value(name, one, speech) for one in value), "and", quoted=False)
    return say_value(name, value, speech)
