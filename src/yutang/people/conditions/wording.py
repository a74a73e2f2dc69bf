"""A tree as a sentence, and reasons of a verdict in words."""

from typing import Any, Final

from .registry import spec_of, specs
from .saying_attributes import attribute_name, say_found
from .saying_deeds import rfm_class
from .schemas import Compare, Fact, Group, Language, Leaf, Names, Node, Tested
from .speaking import Speech, joined, number

_IDS: Final = {"tags": "tag", "groups": "group"}
_MONEY: Final = frozenset({"orders.amount", "orders.average", "orders.largest"})


def sentence(node: Node, names: Names, language: Language) -> str:
    """The whole tree as one sentence."""
    speech = Speech(names, language)
    if isinstance(node, Group) and not node.of and node.op != "any":
        return speech.say("tree", "sentence", clause=speech.say("tree", "everyone"))
    return speech.say("tree", "sentence", clause=_clause(node, speech, is_root=True))


def _clause(node: Node, speech: Speech, *, is_root: bool = False) -> str:
    if isinstance(node, Leaf):
        return spec_of(node).say(node, speech.names, speech.language)
    if node.segment is not None:
        name = speech.named("segment", [node.segment], speech.names.segments)
        return speech.say("tree", "segment", name=name)
    parts = [_clause(one, speech) for one in node.of]
    if node.op == "none":
        if len(parts) == 1:
            return speech.say("tree", "not", part=_clause(node.of[0], speech, is_root=True))
        return speech.say("tree", "none", parts=joined(parts, speech.say("tree", "also")))
    if len(parts) == 1:
        return _clause(node.of[0], speech, is_root=is_root)
    told = joined(parts, speech.say("tree", "and" if node.op == "all" else "or"))
    return told if is_root else speech.say("tree", "inside", parts=told)


def tell(fact: Fact, node: str, names: Names, language: Language) -> str:
    """One reason in words; `node` is the leaf that it is about."""
    speech = Speech(names, language)
    own = specs()[node].words if node in specs() else None
    if own is not None:
        return own[language][fact.key].format(**fact.values)
    values: dict[str, Any] = {
        key: _value(key, value, fact, speech) for key, value in fact.values.items()
    }
    if "want" in fact.values and "is" in fact.values:
        values["want"] = _wanted(fact, speech)
    days = fact.values.get("days")
    if isinstance(days, int):
        if days < 0:
            return speech.say("facts", "future", day=values["day"])
        values["ago"] = speech.ago(days)
    key = fact.key.replace(".", "_")
    return speech.say("facts", key, count=fact.values.get("n"), **values)


def reasons(tested: Tested, names: Names, language: Language) -> list[str]:
    """All reasons of one leaf in words."""
    return [tell(fact, tested.node, names, language) for fact in tested.facts]


def _value(key: str, value: object, fact: Fact, speech: Speech) -> str:
    if key in _IDS and isinstance(value, list):
        ids = [one for one in value if isinstance(one, int)]
        return speech.named(_IDS[key], ids, getattr(speech.names, key), "and")
    name = fact.values.get("name")
    match key:
        case "name":
            return attribute_name(str(value), speech)
        case "value" if isinstance(name, str):
            return say_found(name, value, speech)
        case "segment" if isinstance(value, int):
            return speech.named("segment", [value], speech.names.segments)
        case "stage":
            return speech.quoted(speech.stage(str(value)))
        case "state":
            return speech.quoted(speech.value(str(value)))
        case "class":
            return speech.quoted(rfm_class(str(value), speech))
        case "n" if fact.key in _MONEY and isinstance(value, int):
            return speech.money(value)
    return number(value)


def _wanted(fact: Fact, speech: Speech) -> str:
    how = Compare.model_validate(
        {"is": fact.values["is"], "n": fact.values["want"], "to": fact.values["to"]}
    )
    return speech.compare(how, money=fact.key in _MONEY)
