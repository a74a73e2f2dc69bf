"""Patterns: how members write their nickname, and what groups are called with a running number."""

import re
from typing import Any, Final

from .errors import BadPatternError
from .schemas import NicknameForm, PartKey, Said

BLANKS: Final = " \u3000\u00a0"
HAN: Final = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000337ff"
LATIN: Final = "A-Za-z\u00c0-\u024f"
SEPARATORS: Final[dict[str, str]] = {
    "-": "\uff0d\u2014\u2013-",
    "+": "+\uff0b",
    "_": "_\uff3f",
    "/": "/\uff0f",
    "·": "·\u2022\u30fb",
    "|": "|\uff5c",
    " ": BLANKS,
}
"""What counts as each of them: narrow and wide forms are the same to a reader."""
ANY: Final = "+\uff0b_\uff3f/\uff0f·\u2022\u30fb|\uff5c、,\uff0c.\uff0d\u2014\u2013-"
NUMBER: Final = re.compile(r"\{n(?::0([2-6]))?\}")
STORE: Final = "{门店}"
_STORE_IN_ENGLISH: Final = "{store}"
_BRACES: Final = re.compile(r"[{}]")
_GENDER: Final = (
    "(?:男|女|男士|女士|先生|小姐|男生|女生|[MFmf]|[Mm]ale|[Ff]emale)"  # one of the usual words
)
_LETTERS: Final[dict[PartKey, tuple[str, int, int]]] = {
    "name": (HAN + LATIN + "·", 2, 20),
    "region": (HAN + LATIN, 2, 12),
    "city": (HAN + LATIN, 2, 12),
    "industry": (HAN + LATIN + "0-9", 2, 12),
    "member_number": ("0-9A-Za-z*", 3, 20),
}
"""Of what a part is made, and how long it is; store and nickname are anything."""
_LONGEST: Final = 20
_WORDS: Final[dict[PartKey, tuple[str, str, str]]] = {
    "name": ("姓名", "name", "李雷"),
    "gender": ("性别", "gender", "男"),
    "region": ("区域", "area", "南山区"),
    "city": ("城市", "city", "深圳"),
    "industry": ("行业", "trade", "餐饮"),
    "nickname": ("昵称", "nickname", "小李"),
    "store": ("门店", "store", "南山店"),
    "member_number": ("会员号", "member number", "80012"),
}


def expression(form: NicknameForm) -> str:
    """The form for PostgreSQL: what a nickname that fits is matched by, from end to end.

    Blanks around separators and at both ends are forgiven.
    """
    blank = f"[{BLANKS}]*"
    seps = _separators(form.separator)
    if form.separator == " ":
        between = f"[{BLANKS}]+"
    elif form.separator == "any":
        between = f"(?:{blank}[{seps}]{blank}|[{BLANKS}]+)"
    else:
        between = f"{blank}[{seps}]{blank}"
    return f"^{blank}{between.join(_part(part, form.separator) for part in form.parts)}{blank}$"


def shown(form: NicknameForm) -> Said:
    """The form in words, as 姓名-性别-区域."""
    sep = _sign(form)
    return Said(
        zh=sep.join(_WORDS[part][0] for part in form.parts),
        en=sep.join(_WORDS[part][1] for part in form.parts),
    )


def example(form: NicknameForm) -> str:
    """A nickname that fits."""
    return _sign(form).join(_WORDS[part][2] for part in form.parts)


def request(form: NicknameForm) -> Said:
    """What to write to who has it otherwise."""
    form_shown, like = shown(form), example(form)
    return Said(
        zh=f"麻烦把群昵称改成「{form_shown.zh}」，例：{like}。这样群里的人好找到你，谢谢！",
        en=f"Please write your nickname in this group as {form_shown.en}, for example {like}."
        " It helps others find you. Thank you!",
    )


def told(form: NicknameForm | None) -> dict[str, Any]:
    """All that is said of a form: how it looks, an example, what to write; None without one."""
    return {
        "nickname_shown": None if form is None else shown(form),
        "nickname_example": None if form is None else example(form),
        "nickname_request": None if form is None else request(form),
    }


def canonical(pattern: str) -> str:
    """A pattern of names as it is kept: one number, the store by one word.

    Raises BadPatternError.
    """
    wanted = pattern.strip().replace(_STORE_IN_ENGLISH, STORE)
    if not wanted:
        return ""
    if len(NUMBER.findall(wanted)) != 1:
        message = "the pattern of names needs the number once, as {n} or {n:02}: 青禾福利{n}群"
        raise BadPatternError(message)
    if _BRACES.search(NUMBER.sub("", wanted).replace(STORE, "")):
        message = "only {n}, {n:02} to {n:06} and {门店} may stand in braces"
        raise BadPatternError(message)
    return wanted


def _sign(form: NicknameForm) -> str:
    return "-" if form.separator == "any" else form.separator


def _separators(separator: str) -> str:
    return ANY if separator == "any" else SEPARATORS[separator]


def _part(part: PartKey, separator: str) -> str:
    if part == "gender":
        return _GENDER
    split = separator in {" ", "any"}
    seps = _separators(separator)
    if part in _LETTERS:
        letters, least, most = _LETTERS[part]
        letters = "".join(one for one in letters if one == "-" or one not in seps)
        inner = f"[{letters}{'' if split or part == 'member_number' else BLANKS}]"
        outer = f"[{letters}]"
    else:
        # Whatever is no separator; the hyphen stands last in each list.
        least, most = 1, _LONGEST
        outer = f"[^{BLANKS}\n{'' if separator == ' ' else seps}]"
        inner = outer if split else f"[^\n{seps}]"
    if least == 1:
        return f"{outer}(?:{inner}{{0,{most - 2}}}{outer})?"
    return f"{outer}{inner}{{{least - 2},{most - 2}}}{outer}"
