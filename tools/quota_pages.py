"""The page of WeCom's limits in the docs, written from the gateway's own file of them."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from yutang.people.gateway.limits import ApiLimits, Limits, Windows, read_limits
from yutang.wecom.admission import Urgency

WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "title": "WeCom's limits",
        "head": "Written by `make docs` from `src/yutang/people/gateway/limits.toml`; do not edit."
        " Another file of the same shape, named in"
        " [`YUTANG_WECOM_LIMITS`](settings.md), overrides what it names. What Yutang does with"
        " them: [Keep within WeCom's quota](../how-to/api-quota.md).",
        "all": "## Every API",
        "all_columns": "| counted for | a minute | an hour | source |\n|---|---|---|---|",
        "corp": "one company, all its apps together",
        "address": "one address, all companies together",
        "own": "## APIs with limits of their own",
        "own_columns": "| API | a minute | an hour | a day | at once | why | source |"
        "\n|---|---|---|---|---|---|---|",
        "classes": "## Classes",
        "classes_columns": "| class | waits at most | leaves of what may go at once | leaves of the"
        " calls under way |\n|---|---|---|---|",
        "welcome": "welcome: the 20 s of a welcome code",
        "interactive": "interactive: somebody waits, or something just happened",
        "scheduled": "scheduled: work by the clock",
        "bulk": "bulk: reading or writing a whole company",
        "seconds": "{:g} s",
        "bucket": "Of each limit {burst:g} % may be used at once, the rest flows evenly, slower by"
        " {slack:g} %: however WeCom lays its windows, none holds more than the limit. A day is"
        " counted from midnight in Beijing.",
        "brakes": "## After a refusal",
        "stop": "- **45009** stops the API for the company in all processes for {first} s; again"
        " within {within} s after that, for {again} s.",
        "slow": "- **45033, 45035, 45036** halve the calls of the API that may be under way at once"
        " (without a bound of its own it becomes {at_once}, halved) for {seconds} s.",
        "lease": "- A call that counts as under way is given up after {lease:g} s at the latest, so"
        " a killed process blocks nobody for longer.",
        "none": "–",
    },
    "zh": {
        "title": "企业微信的接口限制",
        "head": "由 `make docs` 根据 `src/yutang/people/gateway/limits.toml` 生成，请勿手改。"
        "在 [`YUTANG_WECOM_LIMITS`](settings.md) 里指定一个同样格式的文件，可以覆盖其中的数值。"
        "鱼塘怎样使用这些额度：[不超出企业微信的接口额度](../how-to/api-quota.md)。",
        "all": "## 所有接口",
        "all_columns": "| 计数对象 | 每分钟 | 每小时 | 出处 |\n|---|---|---|---|",
        "corp": "一家企业，所有应用合计",
        "address": "一个出口 IP，所有企业合计",
        "own": "## 另有限制的接口",
        "own_columns": "| 接口 | 每分钟 | 每小时 | 每天 | 同时 | 说明 | 出处 |"
        "\n|---|---|---|---|---|---|---|",
        "classes": "## 等级",
        "classes_columns": "| 等级 | 最多等 | 给上面各级留的瞬时额度 | 给上面各级留的同时调用 |"
        "\n|---|---|---|---|",
        "welcome": "welcome 欢迎语：欢迎码只活 20 秒",
        "interactive": "interactive 有人在等，或刚发生的事引起的",
        "scheduled": "scheduled 定时工作",
        "bulk": "bulk 批量工作：读写整个企业",
        "seconds": "{:g} 秒",
        "bucket": "每个额度的 {burst:g} % 可以一次用掉，其余均匀流出，并放慢 {slack:g} %："
        "无论企业微信怎样划分时间窗，任何一个窗里都不会超过额度。“天”从北京时间零点算起。",
        "brakes": "## 被拒绝之后",
        "stop": "- **45009**：所有进程停止为这家企业调用该接口 {first} 秒；恢复后 {within} 秒内"
        "再次被拒，停 {again} 秒。",
        "slow": "- **45033、45035、45036**：该接口可以同时进行的调用减半（本来没有上限的按"
        " {at_once} 个减半），持续 {seconds} 秒。",
        "lease": "- 算作“进行中”的调用最迟 {lease:g} 秒后放弃，被杀掉的进程不会挡住别人更久。",
        "none": "–",
    },
}


def render(language: str, limits: Limits) -> str:
    """The page in one language."""
    words = WORDS[language]

    def count(value: int | None) -> str:
        return f"{value:,}" if value is not None else words["none"]

    def every(name: str, windows: Windows) -> str:
        counts = (count(windows.minute), count(windows.hour))
        return f"| {words[name]} | {' | '.join(counts)} | {windows.source} |"

    def own(one: ApiLimits) -> str:
        names = "<br>".join(f"`{path}`" for path in one.paths)
        counts = map(count, (one.minute, one.hour, one.day, one.at_once))
        why = one.zh if language == "zh" else one.en
        return f"| {names} | {' | '.join(counts)} | {why} | {one.source} |"

    classes = []
    for urgency in sorted(Urgency, reverse=True):
        share = limits.of_class(urgency)
        waits = words["seconds"].format(share.patience_seconds)
        classes.append(
            f"| {words[urgency.name.lower()]} | {waits} | {share.leaves:.0%} | {share.slots} |"
        )
    brake = limits.brake
    lines = [
        f"# {words['title']}",
        "",
        words["head"],
        "",
        words["all"],
        "",
        words["all_columns"],
        every("corp", limits.every_api),
        every("address", limits.every_api_by_address),
        "",
        words["bucket"].format(burst=limits.bucket.burst * 100, slack=limits.bucket.slack * 100),
        "",
        words["own"],
        "",
        words["own_columns"],
        *map(own, limits.api),
        "",
        words["classes"],
        "",
        words["classes_columns"],
        *classes,
        "",
        words["brakes"],
        "",
        words["stop"].format(
            first=brake.stop_seconds,
            within=brake.again_within_seconds,
            again=brake.stop_again_seconds,
        ),
        words["slow"].format(at_once=brake.slow_at_once, seconds=brake.slow_seconds),
        words["lease"].format(lease=brake.lease_seconds),
    ]
    return "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """Where each page stands, and its text."""
    limits = read_limits()
    return {
        Path("docs") / language / "reference" / "wecom-limits.md": render(language, limits)
        for language in WORDS
    }


def write_limit_pages(root: Path) -> None:
    """Write the pages anew."""
    for page, text in pages().items():
        (root / page).write_text(text, encoding="utf-8")


def find_stale_limit_pages(root: Path) -> Iterator[str]:
    """Whether each page is the one that would be written now."""
    for page, text in pages().items():
        file = root / page
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            yield f"{page}: stale; run `make docs`"
