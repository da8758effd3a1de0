"""GS1 codes: what a label says of its item, whichever way it is written, and nothing from a broken one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codes import CodeRules, Gs1Item, Gtin, Unknown, decode, gtin_check_digit
from app.domain.codes.gs1.digital_link import read_link
from app.domain.codes.gs1.element_string import read_elements

RULES = CodeRules()
MILK = "06901234567892"
APPLES = "96901234567895"
GS = "\x1d"


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (f"01{MILK}", Gs1Item("6901234567892")),
        (f"]C101{MILK}17261231", Gs1Item("6901234567892", expiry="261231")),
        (f"]d201{MILK}10A-7{GS}17261231", Gs1Item("6901234567892", batch="A-7", expiry="261231")),
        (f"{GS}01{MILK}17261231{GS}10A7", Gs1Item("6901234567892", batch="A7", expiry="261231")),
        (f"01{MILK}15260400", Gs1Item("6901234567892", best_before="260400")),
        (f"]e001{APPLES}3103001250", Gs1Item(APPLES, weight_grams=1_250)),
        (f"]e001{APPLES}3101000012", Gs1Item(APPLES, weight_grams=1_200)),
        (f"]e001{APPLES}31030012503922{1998}", Gs1Item(APPLES, weight_grams=1_250, price_minor=1_998)),
        (f"]e001{APPLES}39231561998", Gs1Item(APPLES, price_minor=156_200)),
        (f"]e001{APPLES}39321561998", Gs1Item(APPLES, price_minor=1_998)),
        (f"]e001{APPLES}39328401998", Gs1Item(APPLES)),
        (f"01{MILK}3012", Gs1Item("6901234567892", count=12)),
        (f"01{MILK}21serial{GS}7003261231235911ignored", None),
        (f"01{MILK}7003261231{'2359'}", Gs1Item("6901234567892", expiry="261231")),
        (f"(01){MILK}(10)A1(17)261231", Gs1Item("6901234567892", batch="A1", expiry="261231")),
        (f"https://a.example/01/{MILK}/10/A1?17=261231&utm=x", Gs1Item("6901234567892", batch="A1", expiry="261231")),
        ("HTTP://shop.example.com/a/b/01/6901234567892", Gs1Item("6901234567892")),
        (f"https://a.example/01/{APPLES}?3103=000500;3922=799", Gs1Item(APPLES, weight_grams=500, price_minor=799)),
        (f"https://id.example.com/01/{MILK}/10/A%2F1", Gs1Item("6901234567892", batch="A/1")),
    ],
)  # fmt: skip
def test_what_a_label_says(text: str, item: Gs1Item | None) -> None:
    code = decode(text, RULES)
    assert code == item if item else isinstance(code, Unknown)


@pytest.mark.parametrize(
    "text",
    [
        "]C10106901234567893",  # check digit
        f"]C101{MILK}17261301",  # month 13
        f"]C101{MILK}17261232",  # day 32
        f"]C101{MILK}310300125",  # five digits of weight
        f"]C101{MILK}10{'A' * 21}",  # a batch too long
        f"]C101{MILK}01{MILK}",  # twice
        f"]C101{MILK}3198000001",  # no such identifier
        f"]C101{MILK}10批号",
        "]C100069012345678900018",  # a pallet, no item
        "]C1",
    ],
)
def test_a_broken_label_is_nothing(text: str) -> None:
    assert isinstance(decode(text, RULES), Unknown)


@pytest.mark.parametrize(
    "address",
    [
        "https://id.example.com/01/06901234567893",
        f"https://id.example.com/01/{MILK}?17=261399",
        f"https://id.example.com/01/{MILK}?01={MILK}",
        "https://m.example.com/c?u=88",
        "https://id.example.com/01",
        "http://[",
        f"ftp://id.example.com/01/{MILK}",
    ],
)
def test_an_address_that_names_no_item(address: str) -> None:
    assert read_link(address) is None


def test_digits_alone_stay_what_they_were() -> None:
    assert decode("6901234567892", RULES) == Gtin("6901234567892")
    assert decode("]E06901234567892", RULES) == Gtin("6901234567892")


_batches = st.text("ABCXYZabc0123456789-/.", min_size=1, max_size=20)


@given(body=st.text("0123456789", min_size=13, max_size=13), batch=_batches, serial=_batches, day=st.integers(1, 28))
def test_elements_are_read_in_any_order(body: str, batch: str, serial: str, day: int) -> None:
    gtin = body + gtin_check_digit(body)
    elements = {"01": gtin, "10": batch, "17": f"2602{day:02d}", "21": serial, "3103": "001250"}
    forwards = GS.join(written + value for written, value in elements.items())
    backwards = GS.join(written + value for written, value in reversed(elements.items()))
    assert read_elements(forwards) == elements
    assert read_elements(backwards) == elements


@given(
    text=st.text("0123456789()AB\x1d", max_size=40),
    symbol=st.sampled_from(["", "]C1", "\x1d", "(01)", "https://x/01/"]),
)
def test_nothing_breaks_the_reader(text: str, symbol: str) -> None:
    decode(symbol + text, RULES)
