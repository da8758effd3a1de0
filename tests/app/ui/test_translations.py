"""The translations are whole."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from app.paths import resources_dir
from app.ui.speech import language_of
from app.ui.words import read_words

I18N = resources_dir() / "i18n"


def messages(path: Path) -> list[ET.Element]:
    return list(ET.parse(path).iter("message"))


CHINESE = ("zh_CN", "zh_TW")


@pytest.mark.parametrize("language", CHINESE)
def test_no_chinese_text_is_unfinished(language: str) -> None:
    unfinished = [
        message.findtext("source")
        for message in messages(I18N / f"{language}.ts")
        if (translation := message.find("translation")) is None
        or translation.get("type") == "unfinished"
        or not "".join(translation.itertext()).strip()
    ]
    assert unfinished == []


def test_traditional_chinese_has_every_text_that_simplified_has() -> None:
    def sources(language: str) -> list[str | None]:
        return [message.findtext("source") for message in messages(I18N / f"{language}.ts")]

    assert sources("zh_TW") == sources("zh_CN")


def test_no_simplified_character_is_left_in_a_traditional_text() -> None:
    def is_simplified(character: str) -> bool:
        # Big5 has the characters of Taiwan, and none of those that were simplified.
        return "\u4e00" <= character <= "\u9fff" and not character.encode("cp950", "ignore")

    texts = [message.findtext("translation") or "" for message in messages(I18N / "zh_TW.ts")]
    texts += read_words("zh_TW").values()
    assert [text for text in texts if any(map(is_simplified, text))] == []


@pytest.mark.parametrize(
    ("system", "language"),
    [("zh_CN", "zh_CN"), ("zh_HK", "zh_TW"), ("zh_TW", "zh_TW"), ("en_GB", "en"), ("de", "zh_CN")],
)
def test_a_machine_is_spoken_to_as_it_speaks(system: str, language: str) -> None:
    assert language_of(system) == language


@pytest.mark.parametrize("language", CHINESE)
def test_a_translation_names_the_same_facts(language: str) -> None:
    def facts(text: str) -> set[str]:
        return {part.split("}")[0] for part in text.split("{")[1:]}

    odd = [
        source
        for message in messages(I18N / f"{language}.ts")
        if (source := message.findtext("source") or "")
        and facts(source) != facts(message.findtext("translation") or "")
    ]
    assert odd == []


@pytest.mark.parametrize("language", ["en", "zh_TW"])
def test_the_words_of_slips_are_the_same_in_every_language(language: str) -> None:
    assert read_words(language).keys() == read_words("zh_CN").keys()
