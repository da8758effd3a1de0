"""Samples of slips: all parts of each form, so that a template shows what it will do."""

import tomllib
from pathlib import Path

import pytest

from app.domain.receipt.content import ShopHead
from app.domain.receipt.forms import PARTS, Form
from app.domain.receipt.layout import lay_out
from app.domain.receipt.page import TextLine, display_width
from app.domain.receipt.sample import sample_parts
from app.domain.receipt.template import Part, Template, compose

SHOP = ShopHead("小满生活", "杭州市西湖区文三路 88 号", "0571-88880000", "谢谢惠顾")


def words(language: str) -> dict[str, str]:
    tables = tomllib.loads(Path(f"resources/words/{language}.toml").read_text("utf-8"))
    return {f"{t}.{k}": v for t, rows in tables.items() if isinstance(rows, dict) for k, v in rows.items()}


@pytest.mark.parametrize("language", ["zh_CN", "en"])
@pytest.mark.parametrize("form", list(Form))
def test_a_sample_has_every_part_of_its_form(form: Form, language: str) -> None:
    parts = sample_parts(form, SHOP, words(language))
    assert {name for name, blocks in parts.items() if blocks} >= set(PARTS[form])


@pytest.mark.parametrize("columns", [32, 48])
@pytest.mark.parametrize("form", list(Form))
def test_a_sample_fits_the_paper(form: Form, columns: int) -> None:
    template = Template(tuple(Part(name) for name in PARTS[form]))
    page = lay_out(compose(template, sample_parts(form, SHOP, words("zh_CN")), "zh_CN"), columns)
    for line in page.elements:
        assert not isinstance(line, TextLine) or display_width(line.text) * line.scale <= columns, line
