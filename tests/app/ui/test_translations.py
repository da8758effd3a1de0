"""The translations are whole."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.paths import resources_dir
from app.ui.words import read_words

I18N = resources_dir() / "i18n"


def messages(path: Path) -> list[ET.Element]:
    return list(ET.parse(path).iter("message"))


def test_no_chinese_text_is_unfinished() -> None:
    unfinished = [
        message.findtext("source")
        for message in messages(I18N / "zh_CN.ts")
        if (translation := message.find("translation")) is None
        or translation.get("type") == "unfinished"
        or not "".join(translation.itertext()).strip()
    ]
    assert unfinished == []


def test_a_translation_names_the_same_facts() -> None:
    def facts(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]}

    odd = [
        source
        for message in messages(I18N / "zh_CN.ts")
        if (source := message.findtext("source") or "")
        and facts(source) != facts(message.findtext("translation") or "")
    ]
    assert odd == []


@pytest.mark.parametrize("language", ["en"])
def test_the_words_of_slips_are_the_same_in_every_language(language: str) -> None:
    assert read_words(language).keys() == read_words("zh_CN").keys()
