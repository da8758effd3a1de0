"""How names are read."""

import pytest

from app.storage.directory.pinyin import readings, spelled, surname_length
from app.storage.directory.surnames import DOUBLE_SURNAMES, GIVEN, SURNAMES


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ("张三", "zhangsan"),
        ("单明", "shanming"),
        ("仇英", "qiuying"),
        ("解晓东", "xiexiaodong"),
        ("查良镛", "zhaliangyong"),
        ("曾国藩", "zengguofan"),
        ("区桃", "outao"),
        ("朴树", "piaoshu"),
        ("吕布", "lvbu"),
        ("欧阳修", "ouyangxiu"),
        ("尉迟恭", "yuchigong"),
        ("万俟卨", "moqixie"),
        ("令狐冲", "linghuchong"),
        ("長孫無忌", "zhangsunwuji"),
        ("单于夫罗", "chanyufuluo"),
        ("Alice Wang", "alicewang"),
        ("王Sir", "wangsir"),
    ],
)
def test_the_first_reading_is_the_right_one(name: str, right: str) -> None:
    assert readings(name)[0].pinyin == right


@pytest.mark.parametrize(
    ("name", "initials"),
    [("张三", "zs"), ("单明", "sm"), ("欧阳娜娜", "oynn"), ("Alice Wang", "aw"), ("王Sir", "ws"), ("区桃", "ot")],
)
def test_the_initials_follow_the_right_reading(name: str, initials: str) -> None:
    assert readings(name)[0].initials == initials


@pytest.mark.parametrize(
    ("name", "other"),
    [("单明", "danming"), ("仇英", "chouying"), ("吕布", "lubu"), ("乐乐", "lele"), ("闾丘露薇", "luqiuluwei")],
)
def test_other_readings_are_known_too(name: str, other: str) -> None:
    assert other in [reading.pinyin for reading in readings(name)[1:]]


def test_most_names_have_one_reading() -> None:
    assert len(readings("王小明")) == 1


def test_a_name_with_many_readings_does_not_explode() -> None:
    assert len(readings("乐" * 12)) == 8


def test_a_character_that_nobody_can_read_is_left_out() -> None:
    assert readings("𠮷田")[0].pinyin == "tian"
    assert readings("〓")[0].pinyin == ""
    assert readings("")[0].initials == ""


@pytest.mark.parametrize(
    ("name", "length"), [("张三", 1), ("欧阳修", 2), ("欧阳", 1), ("Wang", 0), ("", 0), ("司马光", 2)]
)
def test_the_surname_is_one_or_two_characters(name: str, length: int) -> None:
    assert surname_length(name) == length


@pytest.mark.parametrize(
    ("typed", "spelling"),
    [("LYU bu", "lvbu"), ("lü", "lv"), ("Lu", "lu"), ("anyu", "anyu"), ("xi'an", "xian"), ("zs", "zs")],
)
def test_what_is_typed_is_spelled_as_the_directory_does(typed: str, spelling: str) -> None:
    assert spelled(typed) == spelling


def test_the_tables_hold_syllables_of_small_letters() -> None:
    syllables = [syllable for table in (SURNAMES, GIVEN) for read in table.values() for syllable in read]
    syllables += [syllable for read in DOUBLE_SURNAMES.values() for syllable in read.split()]
    assert [syllable for syllable in syllables if not (syllable.isascii() and syllable.islower())] == []
    assert all(len(surname) == 2 and len(read.split()) == 2 for surname, read in DOUBLE_SURNAMES.items())
