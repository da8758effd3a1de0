"""Write the Traditional Chinese texts anew from the Simplified ones: `make traditional`.

The characters and the usual words are OpenCC's, which nothing else needs; the words of the trade, and what OpenCC
divides wrongly, stand here. Corrections are made here too, for the files are written as a whole.
"""

import re
from collections.abc import Callable
from pathlib import Path

from opencc import OpenCC

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
# In this order, after OpenCC.
TRADE = (
    ("髮", "發"),
    ("賬", "帳"),
    ("臺", "台"),
    ("聯系", "聯絡"),
    ("打印", "列印"),
    ("窗口", "視窗"),
    ("質量", "品質"),
    ("身份", "身分"),
    ("文本檔案", "文字檔案"),
    ("起線上", "起連線"),
    ("充值", "加值"),
    ("積分", "點數"),
    ("小票", "收據"),
    ("掃碼槍", "掃描器"),
    ("二維碼", " QR 碼"),
    ("條形碼", "條碼"),
    ("回車", " Enter 鍵"),
    ("客顯屏", "客顯"),
    ("顧客屏", "顧客螢幕"),
    ("全屏", "全螢幕"),
    ("鎖屏", "鎖定螢幕"),
    ("門店", "門市"),
    ("價籤", "標價"),
    ("千克", "公斤"),
    ("儲值加值", "加值"),
    ("“", "「"),
    ("”", "」"),
)


def converter() -> Callable[[str], str]:
    """OpenCC's words of Taiwan, then those of the trade."""
    convert = OpenCC("s2twp").convert

    def written(text: str) -> str:
        text = convert(text)
        for here, there in TRADE:
            text = text.replace(here, there)
        return text

    return written


def main() -> None:
    """The screens' texts, and the words of slips and reasons."""
    convert = converter()
    screens = (RESOURCES / "i18n" / "zh_CN.ts").read_text(encoding="utf-8")
    screens = screens.replace('language="zh_CN"', 'language="zh_TW"')
    screens = re.sub(r"(?<=<translation>)[^<]*(?=</translation>)", lambda found: convert(found[0]), screens)
    (RESOURCES / "i18n" / "zh_TW.ts").write_text(screens, encoding="utf-8")
    words = (RESOURCES / "words" / "zh_CN.toml").read_text(encoding="utf-8")
    words = words.replace("Simplified", "Traditional").replace("简体中文", "繁體中文")
    (RESOURCES / "words" / "zh_TW.toml").write_text(convert(words), encoding="utf-8")


if __name__ == "__main__":
    main()
