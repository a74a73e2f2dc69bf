"""Which language a reader wants."""

import pytest

from yutang.kernel.languages import choose_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "zh"),
        ("en", "en"),
        ("en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("fr-FR, en;q=0.3, zh;q=0.2", "en"),
        ("fr, de", "zh"),
        ("en;q=0", "zh"),
        ("en;q=x,zh;q=0.1", "zh"),
    ],
)
def test_the_readers_language_is_chosen(header: str, language: str) -> None:
    assert choose_language(header, "zh") == language


def test_without_one_of_ours_the_caller_decides() -> None:
    assert choose_language("fr", "en") == "en"
    assert choose_language("zh", "en") == "zh"
