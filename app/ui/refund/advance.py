"""Another till's receipt and no line: a manager may have an advance paid on its refund, in cash."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused, Why
from app.domain.shift import CashMovement
from app.domain.staff import Approval, Permission
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.approval.reasons import usual_reasons
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.theme.tokens import Tone
from app.ui.translation import QT_TRANSLATE_NOOP
from app.ui.widgets.amount import money
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import AmountField, Labelled, TextField

Told = Callable[[str, str, Tone], None]

_WHAT = QT_TRANSLATE_NOOP("AdvanceDialog", "Pay {amount} in advance on receipt {number}")
_PAID = QT_TRANSLATE_NOOP("AdvanceDialog", "{amount} paid in advance on {number}")
_REMEDY = QT_TRANSLATE_NOOP(
    "AdvanceDialog",
    "Keep the receipt. Once the line is back refund the sale here, and put this sum back as cash in.",
)


class AdvanceDialog(Dialog):
    """`entered(goods, amount)` carries minor units, once the dialog has closed."""

    entered = Signal(str, int)

    def __init__(self, host: QWidget, receipt_number: str, most_minor: int) -> None:
        super().__init__(host, "", width=560)
        self.set_title(self.tr("Receipt {number} is another till's").format(number=receipt_number))
        self.set_intro(
            self.tr(
                "Head office cannot be reached, so nobody here knows what was sold. Refund it once the line is back, "
                "or at the till that sold it. If the customer cannot wait, a manager may pay an advance of up to "
                "{amount} in cash; the shop stands for it."
            ).format(amount=money(most_minor))
        )
        self._goods, self._amount = TextField(takes_names=True), AmountField()
        self._goods.setMaxLength(60)
        self.body.addWidget(Labelled(self.tr("What comes back"), self._goods))
        self.body.addWidget(Labelled(self.tr("Amount"), self._amount))
        self.setFocusProxy(self._goods)
        self.add_cancel(self.tr("Refund it later"))
        self.add_main(self.tr("Pay an advance")).clicked.connect(self._submit)

    def _submit(self) -> None:
        goods, amount_minor = self._goods.text().strip(), self._amount.minor() or 0
        if not goods:
            self.tell(self.tr("What comes back?"), self.tr("Name the goods, as on the receipt."))
            self._goods.setFocus()
        elif amount_minor <= 0:
            words = refusal_words(Refused(Why.AMOUNT_NOT_POSITIVE))
            self.tell(words.what, words.remedy)
            self._amount.setFocus()
        else:
            self.accept()
            self.entered.emit(goods, amount_minor)


class Advances:
    """Offers one, has it allowed and pays it; `told` hears what came of it."""

    def __init__(self, host: QWidget, use_cases: UseCases, tasks: Runs, session: Session, told: Told) -> None:
        self._host, self._use_cases, self._tasks, self._session, self._told = host, use_cases, tasks, session, told

    def offer(self, receipt_number: str) -> None:
        """Where the shop allows it at all; else say why the sale cannot be refunded now."""
        self._tasks.run(self._use_cases.advance_refund.most, lambda most: self._offered(receipt_number, most))

    def _offered(self, receipt_number: str, most_minor: int) -> None:
        if not most_minor:
            self._refused(Refused(Why.REFUND_OFFLINE))
            return
        dialog = AdvanceDialog(self._host, receipt_number, most_minor)
        dialog.entered.connect(lambda goods, amount_minor: self._ask(receipt_number, goods, amount_minor))
        dialog.open()

    def _ask(self, receipt_number: str, goods: str, amount_minor: int) -> None:
        what = _tr(_WHAT).format(amount=money(amount_minor), number=receipt_number)
        Approver(self._host, self._use_cases, self._tasks, self._session).ask(
            Permission.REFUND_AT_RISK,
            what,
            lambda approval: self._pay(approval, receipt_number, goods, amount_minor),
            reasons=usual_reasons(Permission.REFUND),
        )

    def _pay(self, approval: Approval, receipt_number: str, goods: str, amount_minor: int) -> None:
        self._tasks.run(
            lambda: self._use_cases.advance_refund(approval, receipt_number, goods, amount_minor), self._paid
        )

    def _paid(self, outcome: CashMovement | Refused) -> None:
        if isinstance(outcome, Refused):
            self._refused(outcome)
            return
        what = _tr(_PAID).format(amount=money(outcome.amount_minor), number=outcome.receipt)
        self._told(what, _tr(_REMEDY), Tone.ACCENT)

    def _refused(self, refused: Refused) -> None:
        words = refusal_words(refused)
        self._told(words.what, words.remedy, Tone.BAD)


def _tr(source: str) -> str:
    return QCoreApplication.translate("AdvanceDialog", source)
