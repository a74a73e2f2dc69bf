"""The one source of what a finding says, for the page and for the command line."""

import tomllib
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from typing import Any

from yutang.kernel.languages import Language

from .schemas import Check, Finding


@cache
def _read(name: str) -> dict[str, Any]:
    file = resources.files(__package__ or "") / "words" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


def put_in_words(finding: Finding, language: Language) -> Check:
    """The finding with its words; raises KeyError where one is missing."""
    words = _read(language)
    step = words["steps"][finding.key]
    values = _values(finding, words)
    if finding.code == "ok":
        said = {"what": step["ok"], "means": step.get("means", ""), "where": ""}
    else:
        said = words["codes"][finding.code]
    return Check(
        **finding.model_dump(),
        title=step["title"],
        what=said["what"].format_map(values),
        means=said["means"].format_map(values),
        where=said["where"].format_map(values),
        link=_link(finding),
    )


def screen(language: Language, name: str, **values: object) -> str:
    """A word of the command line that belongs to no finding."""
    return str(_read(language)["screen"][name]).format_map(values)


def installation(language: Language, name: str, **values: object) -> tuple[str, str]:
    """Why nothing can be checked, and what to do about it."""
    said = _read(language)["installation"][name]
    return said["what"].format_map(values), said["where"].format_map(values)


def _values(finding: Finding, words: dict[str, Any]) -> dict[str, object]:
    """What the words may name: the facts, and what is said otherwise in each language."""
    notes, facts = words["notes"], finding.facts
    seconds = float(facts.get("seconds", 0))
    names = str(facts.get("names", "")).splitlines()
    more = int(facts.get("count", 0)) > len(names)
    values: dict[str, object] = {
        **facts,
        "ip": facts.get("ip") or notes["ip_unknown"],
        "app": finding.app if finding.app is not None else "",
        "minutes": round(abs(seconds) / 60),
        "side": notes["ahead" if seconds > 0 else "behind"],
        "change": words["changes"].get(facts.get("change"), ""),
        "names": notes["join"].join(names) + (notes["more"] if more else ""),
        "at_least": "" if facts.get("counted", 1) else notes["at_least"],
        "until": _moment(facts["until"]) if "until" in facts else "",
        "last": _last(facts.get("last_at"), notes),
    }
    for name in ("reason", "came"):
        if (reason := facts.get(name)) in words["reasons"]:
            values[name] = words["reasons"][reason]
    for limit in ("contact_ways", "tags", "calls"):
        for name in (limit, f"{limit}_limit"):
            if name in facts:
                values[name] = f"{facts[name]:,}"
    values["most_used"] = notes["most_used"].format_map(values) if "calls" in facts else ""
    return values


def _last(moment: object, notes: dict[str, str]) -> str:
    if moment is None:
        return notes["no_callback"]
    return notes["last_callback"].format(at=_moment(moment))


def _moment(moment: object) -> str:
    return f"{datetime.fromisoformat(str(moment)).astimezone(UTC):%Y-%m-%d %H:%M} UTC"


def _link(finding: Finding) -> str:
    links = _read("links")
    document = links["documents"].get(finding.code)
    if document is not None:
        return str(links["page"]).format(document=document)
    errcode = finding.facts.get("errcode")
    return "" if errcode is None else str(links["error"]).format(errcode=errcode)
