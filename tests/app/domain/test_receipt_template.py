"""Templates of slips: what a file may say, every fault with its line, and what no template can take away."""

from pathlib import Path

import pytest

from app.domain.receipt.blocks import Bars, Centred, Code, Divider, Heading, Logo, Pair, Space
from app.domain.receipt.forms import PARTS, Form
from app.domain.receipt.layout import lay_out
from app.domain.receipt.page import Picture, QrCode
from app.domain.receipt.template import Part, Parts, Template, Text, compose
from app.domain.receipt.template_file import Problem, TemplateFault, TemplateInvalid, read_template

WORDS = {"zh_CN": {"slip.total": "合计", "slip.time": "时间"}, "en": {"slip.total": "Total", "slip.time": "Time"}}


def read(text: str, form: Form = Form.SALE) -> Template:
    return read_template(text, form, WORDS)


def faults_of(text: str) -> list[tuple[int, Problem, str]]:
    with pytest.raises(TemplateInvalid) as caught:
        read(text)
    return [(fault.line, fault.problem, fault.found) for fault in caught.value.faults]


@pytest.mark.parametrize("form", list(Form))
def test_the_products_own_templates_are_right_and_show_what_identifies_a_slip(form: Form) -> None:
    template = read(Path(f"resources/receipts/{form.value}.toml").read_text("utf-8"), form)
    assert all(Part(name) in template.entries for name in ("shop", "title"))


@pytest.mark.parametrize("form", list(Form))
def test_a_template_names_its_parts_for_the_person_who_edits_it(form: Form) -> None:
    text = Path(f"resources/receipts/{form.value}.toml").read_text("utf-8")
    comment = " ".join(line for line in text.splitlines() if line.startswith("#"))
    assert " ".join(PARTS[form]) in comment


def test_everything_a_template_can_say() -> None:
    template = read(
        """
        slip = ["logo", "rule", "total", "space", { space = 3 }, { qr = "https://例子" }, { barcode = "A-1" },
          { zh_CN = "谢谢", en = "Thanks", bold = true }, { en = "Only here", big = true }]
        [words.zh_CN.slip]
        total = "应收"
        """
    )
    assert template.entries == (
        Logo(),
        Divider(),
        Part("total"),
        Space(),
        Space(3),
        Code("https://例子"),
        Bars("A-1"),
        Text({"zh_CN": "谢谢", "en": "Thanks"}, is_bold=True),
        Text({"en": "Only here"}, is_big=True),
    )
    assert template.words_over(WORDS["zh_CN"], "zh_CN") == {"slip.total": "应收", "slip.time": "时间"}
    assert template.words_over(WORDS["en"], "en") == WORDS["en"]


def test_all_faults_of_a_file_come_at_once_with_their_lines() -> None:
    text = """# a shop's own
slip = [ # the list
  "shop", "shp",
  { zh_CN = 3, en = "ok" },
  { bold = "yes", en = "x" },
  { space = 0 },
  # "title",
  { barcode = "条码" }, "total"
  , { colour = "red", en = "]" },
  {},
]
size = 2
[words.zh_CN.slip]
totall = "应收"
time = 5
[words.fr.slip]
total = "Total"
"""
    assert faults_of(text) == [
        (3, Problem.UNKNOWN_PART, "shp"),
        (4, Problem.NOT_TEXT, "zh_CN"),
        (5, Problem.NOT_YES_NO, "bold"),
        (6, Problem.NOT_LINES, "0"),
        (8, Problem.NOT_BARS, "条码"),
        (9, Problem.UNKNOWN_KEY, "colour"),
        (10, Problem.UNKNOWN_KEY, ""),
        (12, Problem.UNKNOWN_KEY, "size"),
        (14, Problem.UNKNOWN_WORD, "slip.totall"),
        (15, Problem.NOT_TEXT, "slip.time"),
        (16, Problem.UNKNOWN_KEY, "fr"),
    ]


def test_a_fault_says_what_could_stand_there() -> None:
    with pytest.raises(TemplateInvalid) as caught:
        read('slip = ["shp"]', Form.GIFT)
    assert caught.value.faults == (
        TemplateFault(1, Problem.UNKNOWN_PART, "shp", (*PARTS[Form.GIFT], "logo", "rule", "space", "buzz")),
    )


@pytest.mark.parametrize("text", ["", "slip = []", "slip = 'shop'", "slip = { shop = 1 }"])
def test_a_slip_with_nothing_on_it_is_a_fault(text: str) -> None:
    assert Problem.NO_ENTRIES in {problem for _, problem, _ in faults_of(text)}


@pytest.mark.parametrize(
    ("text", "line"), [("slip = [\n  'shop'\n  'title'\n]", 3), ("slip = [", 1), ('slip = ["a\n"]', 1)]
)
def test_what_is_not_toml_has_a_line_too(text: str, line: int) -> None:
    ((found, problem, _),) = faults_of(text)
    assert (found, problem) == (line, Problem.NOT_TOML)


def test_parts_come_in_the_templates_order_in_one_language() -> None:
    template = Template((Part("total"), Text({"zh_CN": "你好"}, is_big=True), Text({"en": "hello"}), Part("shop")))
    parts: Parts = {"shop": [Heading("S")], "total": [Pair("合计", "1.00")]}
    assert compose(template, parts, "zh_CN") == (Pair("合计", "1.00"), Heading("你好"), Heading("S"))
    assert compose(template, parts, "en") == (Pair("合计", "1.00"), Centred("hello"), Heading("S"))


def test_no_template_can_hide_that_a_slip_is_a_reprint() -> None:
    mark = Centred("补打", bold=True)
    parts: Parts = {"title": [Centred("小票")], "total": [Pair("a", "b")]}
    assert compose(Template((Part("total"), Part("title"))), parts, "zh_CN", "补打")[-2:] == (Centred("小票"), mark)
    assert compose(Template((Part("total"),)), parts, "zh_CN", "补打") == (mark, Pair("a", "b"))


def test_two_rules_with_nothing_between_them_are_one() -> None:
    template = Template((Part("shop"), Divider(), Part("points"), Divider(), Part("shop")))
    assert compose(template, {"shop": [Heading("S")]}, "en") == (Heading("S"), Divider(), Heading("S"))


def test_a_logo_stands_only_where_the_shop_has_one() -> None:
    picture = Picture(8, 1, b"\xff")
    assert lay_out((Logo(), Code("x")), 32).elements == (QrCode("x"),)
    assert lay_out((Logo(), Code("x")), 32, picture).elements == (picture, QrCode("x"))
