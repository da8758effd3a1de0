"""How a name is read: pinyin and its initials, surnames right, other readings too. Needed only to build a directory.

ü is written v (吕 = lv); `lu` finds it as another reading, and `spelled` turns a typed `lyu` into `lv`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from app.storage.directory.surnames import DOUBLE_SURNAMES, GIVEN, SURNAMES

_MOST_READINGS = 8


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to say a name: `zs` and `zhangsan`."""

    initials: str
    pinyin: str


def readings(name: str) -> tuple[Reading, ...]:
    """All ways to say a name, the right one first; empty letters for a name that has none."""
    pieces = _pieces(name.strip())
    if all(len(piece) == 1 for piece in pieces):  # most names have one reading
        return (_reading([piece[0] for piece in pieces]),)
    return tuple(dict.fromkeys(_reading(way) for way in islice(product(*pieces), _MOST_READINGS)))


def surname_length(name: str) -> int:
    """How many characters of a Chinese name are the surname; 0 where the name is not Chinese."""
    if not name or not _is_han(name[0]):
        return 0
    return 2 if name[:2] in DOUBLE_SURNAMES and len(name) > 2 else 1


def spelled(letters: str) -> str:
    """What was typed, as the directory spells it: small letters, ü and yu after l as v, nothing between syllables."""
    plain = "".join(letter for letter in letters.lower() if letter not in " '-’")
    return plain.replace("ü", "v").replace("lyu", "lv")


def _pieces(name: str) -> list[tuple[str, ...]]:
    """Name by syllable or Latin word: all readings of each."""
    length = surname_length(name)
    pieces = list(_surname(name[:length]))
    word = ""
    for letter in name[length:]:
        if letter.isascii() and letter.isalpha():
            word += letter.lower()
            continue
        if word:
            pieces.append((word,))
            word = ""
        pieces.extend(_given(letter))
    if word:
        pieces.append((word,))
    return pieces


@lru_cache(maxsize=4_096)
def _surname(surname: str) -> tuple[tuple[str, ...], ...]:
    if len(surname) == 2:
        return tuple(_variants((syllable,)) for syllable in DOUBLE_SURNAMES[surname].split())
    read = (*SURNAMES.get(surname, ()), *_read(surname)) if surname else ()
    return (_variants(read),) if read else ()  # a rare character may have no reading that we know


@lru_cache(maxsize=65_536)
def _given(letter: str) -> tuple[tuple[str, ...], ...]:
    read = GIVEN.get(letter) or (_read(letter) if _is_han(letter) else ())
    return (_variants(read),) if read else ()


def _variants(read: tuple[str, ...]) -> tuple[str, ...]:
    found = [variant for syllable in read for variant in (syllable, *_with_u(syllable))]
    return tuple(dict.fromkeys(found))


def _with_u(syllable: str) -> tuple[str, ...]:
    return (syllable.replace("v", "u"),) if "v" in syllable else ()


def _read(letter: str) -> tuple[str, ...]:
    from pypinyin import lazy_pinyin  # late: only a build needs it, and it reads a large table

    read = lazy_pinyin(letter, errors="ignore")
    return tuple(syllable for syllable in read if syllable.isascii() and syllable.isalpha())


def _reading(way: Sequence[str]) -> Reading:
    return Reading("".join([syllable[0] for syllable in way]), "".join(way))


def _is_han(letter: str) -> bool:
    return "\u3400" <= letter <= "\u9fff" or "\U00020000" <= letter <= "\U0003134f" or letter == "〇"
