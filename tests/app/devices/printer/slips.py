"""Every form of slip under the product's own template, laid out: what goldens and independent readers look at."""

from functools import cache

from app.domain.receipt.content import ShopHead
from app.domain.receipt.forms import Form
from app.domain.receipt.layout import lay_out
from app.domain.receipt.page import Page
from app.domain.receipt.sample import sample_parts
from app.domain.receipt.template import compose
from app.domain.receipt.template_file import read_template
from app.paths import resources_dir
from app.ui.words import read_all_words

SHOP = ShopHead("小满生活", "杭州市西湖区文三路 88 号", "0571-88880000", "谢谢惠顾，欢迎再来")
LANGUAGE = "zh_CN"


@cache
def slip_of(form: Form, columns: int) -> Page:
    """A made-up slip with everything on it."""
    words = read_all_words()
    text = (resources_dir() / "receipts" / f"{form.value}.toml").read_text("utf-8")
    template = read_template(text, form, words)
    return lay_out(compose(template, sample_parts(form, SHOP, words[LANGUAGE]), LANGUAGE), columns)
