"""Preview a slip: how a template would look, with everything on it, while a person arranges it."""

from dataclasses import dataclass
from pathlib import Path

from app.domain.receipt.forms import Form
from app.domain.receipt.page import Page
from app.ports.store import Store
from app.ports.templates import Templates, TemplateSource
from app.services.lay_out_slip import LayOutSlip


@dataclass(frozen=True, slots=True)
class SlipPreview:
    """A sample of the form on the shop's paper, and where its template comes from, with what is wrong in it."""

    form: Form
    page: Page
    source: TemplateSource


@dataclass(frozen=True, slots=True)
class PreviewSlip:
    """Show templates, and make them the shop's own."""

    store: Store
    lay_out: LayOutSlip
    templates: Templates

    def __call__(self, form: Form, columns: int | None = None) -> SlipPreview:
        """The form's sample on paper of `columns` columns, or on the shop's printer's."""
        with self.store.unit_of_work() as uow:
            page = self.lay_out.sample(uow, form, columns)
        return SlipPreview(form, page, self.templates.source(form))

    def make_own(self, form: Form) -> Path:
        """The file in which the shop may arrange this form from now on."""
        return self.templates.make_own(form)
