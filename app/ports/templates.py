"""Where the templates of slips and the shop's logo come from: the product's own, or the shop's files over them."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from app.domain.receipt.forms import Form
from app.domain.receipt.page import Picture
from app.domain.receipt.template import Template
from app.domain.receipt.template_file import TemplateFault


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """Where a form's template stands: its file, whether that is the shop's own, and what is wrong in it, if anything.

    While something is wrong the last good one stays in force, or the product's own.
    """

    path: Path
    is_shops: bool
    faults: Sequence[TemplateFault] = ()


class Templates(Protocol):
    """Read anew whenever a file has changed."""

    def template(self, form: Form) -> Template:
        """The template in force; never raises."""

    def logo(self, columns: int) -> Picture | None:
        """The shop's logo for paper of that many columns, if it has one."""

    def source(self, form: Form) -> TemplateSource:
        """Where it comes from."""

    def make_own(self, form: Form) -> Path:
        """Put a copy of the product's template where the shop may change it; what is there already stays."""
