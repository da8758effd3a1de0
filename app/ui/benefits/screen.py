"""The services screen: what the member may have besides goods, and what came of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication

from app.domain.errors import Refused
from app.domain.member import MemberView
from app.domain.programme.model import TenderKind, TenderType
from app.domain.tender import Tendered
from app.domain.value.facts import ServiceDeal
from app.domain.value.services import Offered
from app.ports.head_office import HeadOffice
from app.ports.payment import PaymentDesk
from app.services.use_cases import UseCases
from app.ui.benefits.outcome import OutcomePanel
from app.ui.benefits.presenter import BenefitsPresenter
from app.ui.benefits.received_dialog import ReceivedDialog
from app.ui.benefits.words import cost_of, kind_word, name_of
from app.ui.refusals import refusal_words
from app.ui.running import Runs
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.tender.asking_host import desk_over
from app.ui.tender.payment_host import PaymentHost
from app.ui.tender.reference_dialog import ReferenceDialog
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.service_tasks import ServiceTasks
from app.ui.widgets.amount import money
from app.ui.widgets.button import Button, Kind, Size
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.header import EmptyState, ScreenHeader
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.panel import Card, column, row
from app.ui.widgets.table import Align, Column, Row, Table

_OUTCOME_WIDTH = 288


class BenefitsScreen(Screen):
    """The view of BenefitsPresenter; Enter has the selected service."""

    told = Signal(str, str, object)

    def __init__(
        self,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        posted: Callable[[ServiceDeal], None],
        payments: PaymentDesk,
        office: HeadOffice,
    ) -> None:
        super().__init__()
        self._session = session
        self._offered: tuple[Offered, ...] = ()
        self._shown: MemberView | None = None
        self._build()
        self._undoing = ServiceTasks(self, use_cases, tasks, session, self._tell, self._undone, payments)
        self.payments = PaymentHost(self, payments, tasks, use_cases, session, self.show_refusal)
        self.presenter = BenefitsPresenter(self, tasks, use_cases, session, posted, desk_over(self, office, session))
        self._retranslate()

    @property
    def is_busy(self) -> bool:
        """Whether it is being written, or a provider is being asked."""
        return self.presenter.is_posting or self.payments.flow.is_busy

    def begin(self, view: MemberView) -> None:
        """For this member."""
        self._notice.dismiss()
        self._outcome.show_nothing()
        self._shown = None
        self.payments.flow.next_customer()
        self.presenter.begin(view)

    def enter(self) -> None:
        """On the list."""
        self._table.setFocus()

    def show_services(self, view: MemberView, offered: Sequence[Offered]) -> None:
        """What may be had in front; the rest with its reason."""
        place = self._place_in(view, offered)
        self._shown, self._offered = view, tuple(offered)
        name = view.member.name if view.member else self.tr("Card without a name")
        self._head.set_title(self.tr("Services · {name}").format(name=name))
        self._table.set_rows([self._row(each) for each in offered], select=place)
        self._nothing.setVisible(not offered)
        for part in (self._outcome, self._do, self._table):
            part.setVisible(bool(offered))
        self._name_button()
        self._table.setFocus()

    def ask_payment(self, offered: Offered) -> None:
        """One tender pays the whole."""
        kinds = [each for each in self._session.programme.tender_kinds if each.type is not TenderType.STORED_VALUE]
        choices = [Choice(self._session.name(kind.names)) for kind in kinds]
        dialog = ListDialog(self, self._price_words(offered), self.tr("How is it paid?"), choices)
        dialog.chosen.connect(lambda index: self._pay(offered, kinds[index]))
        dialog.open()

    def ask_again(self, offered: Offered) -> None:
        """Not by Enter: the one too many may have been the second of three."""
        dialog = Dialog(self, self.tr("{name}: once more?").format(name=name_of(offered, self._session)))
        dialog.set_intro(self.tr("It was had a moment ago."))
        dialog.add_cancel(self.tr("No"))
        again = dialog.add_button(self.tr("Once more"), Kind.PRIMARY, key="F12")
        again.clicked.connect(dialog.accept)
        dialog.finished.connect(lambda meant: self.presenter.have(offered, ()) if meant else None)
        dialog.open()

    def show_done(self, offered: Offered, deal: ServiceDeal) -> None:
        """What came of it."""
        self._notice.dismiss()
        self._outcome.show_deal(offered, deal)

    def show_refusal(self, refused: Refused) -> None:
        """A notice above the list, and a sound."""
        words = refusal_words(refused)
        self._notice.tell(words.what, words.remedy, Tone.BAD)
        QApplication.beep()

    def look_for_payments(self) -> None:
        """What is paid and not taken goes back, or waits for the next payment."""
        self.payments.flow.look((), 0, lambda _: None)

    def _undo(self) -> None:
        if self._shown and not self.is_busy:
            self._undoing.undo(self._shown)

    def _undone(self) -> None:
        """The wallet holds something else; what came of the service no longer stands there."""
        self._outcome.show_nothing()
        self.presenter.look_again()

    def _tell(self, what: str, remedy: str, tone: Tone) -> None:
        self._notice.tell(what, remedy, tone)

    def _pay(self, offered: Offered, kind: TenderKind) -> None:
        def take(reference: str) -> None:
            self.presenter.have(offered, (Tendered(kind.id, kind.type, offered.price_minor, reference),))

        flow = self.payments.flow
        if kind.type is TenderType.CASH:
            self._take_cash(offered, kind)
        elif flow.pays(kind.id):
            flow.begin(kind, offered.price_minor, lambda payment: take(payment.reference))
        elif kind.asks_reference:
            dialog = ReferenceDialog(self, self._session.name(kind.names), offered.price_minor)
            dialog.decided.connect(take)
            dialog.open()
        else:
            take("")

    def _take_cash(self, offered: Offered, kind: TenderKind) -> None:
        title = self._price_words(offered)
        dialog = ReceivedDialog(self, title, offered.price_minor)
        dialog.entered.connect(lambda given: self.presenter.have(offered, (Tendered(kind.id, kind.type, given),)))
        dialog.open()

    def _price_words(self, offered: Offered) -> str:
        name = name_of(offered, self._session)
        return self.tr("{name}: {price}").format(name=name, price=money(offered.price_minor))

    def _build(self) -> None:
        inside = column(self, margin=Space.M, spacing=Space.S)
        self._head = ScreenHeader()
        self._head.back.connect(self.left)
        self._undo_key = Button("", Kind.QUIET, icon=Icon.REFUND, key="Ctrl+Z")
        self._undo_key.bind_key(self)
        self._undo_key.clicked.connect(self._undo)
        self._head.right.addWidget(self._undo_key)
        self._notice = NoticeBar()
        self._table = Table(self._columns())
        self._table.chosen.connect(self._choose)
        self._table.moved.connect(lambda _: self._name_button())
        self._nothing = EmptyState(Icon.SPARK)
        self._outcome = OutcomePanel(self._session)
        self._outcome.setFixedWidth(_OUTCOME_WIDTH)
        self._do = Button("", Kind.PRIMARY, key="Enter", size=Size.HUGE)
        self._do.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._do.clicked.connect(lambda: self._choose(self._table.row()))
        side = column(spacing=Space.M)
        side.addWidget(self._outcome, 1)
        side.addWidget(self._do)
        middle = row(spacing=Space.M)
        card = Card(margin=1, spacing=0)
        card.inside.addWidget(self._table, 1)
        card.inside.addWidget(self._nothing)
        middle.addWidget(card, 1)
        middle.addLayout(side)
        for part in (self._head, self._notice):
            inside.addWidget(part)
        inside.addLayout(middle, 1)

    def _columns(self) -> Sequence[Column]:
        return (
            Column(self.tr("Service"), 140),
            Column(self.tr("What"), bold=True),
            Column(self.tr("Costs"), 124, Align.RIGHT),
            Column(self.tr("Why not now"), 176),
        )

    def _row(self, offered: Offered) -> Row:
        why = refusal_words(offered.refused).what if offered.refused else ""
        cells = (kind_word(offered.service), name_of(offered, self._session), cost_of(offered), why)
        return Row(cells, Tone.FAINT if offered.refused else Tone.PLAIN)

    def _place_in(self, view: MemberView, offered: Sequence[Offered]) -> int | None:
        """Where the chosen service stands now; nowhere once it is used up, lest a second Enter has the next one."""
        row_now = self._table.row()
        if not self._shown or self._shown.wallet != view.wallet or not self._offered:
            return 0
        if row_now is None:
            return None
        was = self._offered[row_now].key
        return next((place for place, each in enumerate(offered) if each.key == was), None)

    def _choose(self, index: int | None) -> None:
        if index is not None and index < len(self._offered):
            self.presenter.choose(self._offered[index])

    def _name_button(self) -> None:
        """The button says what Enter does, as long as it does something."""
        index = self._table.row()
        chosen = self._offered[index] if index is not None and index < len(self._offered) else None
        self._do.setText(kind_word(chosen.service) if chosen else "")
        self._do.setEnabled(chosen is not None and chosen.refused is None)

    def _retranslate(self) -> None:
        self._head.set_title(self.tr("Services"))
        self._undo_key.setText(self.tr("Undo a service"))
        self._nothing.set_words(
            self.tr("Nothing besides goods"),
            self.tr("This programme has no passes, draws, redemptions or paid memberships for this member."),
        )
        self._table.set_columns(self._columns())
        self._outcome.show_nothing()
        if self._shown:
            self.show_services(self._shown, self._offered)
