"""The main window: the screens on a stack, the status strip below, scans and news brought to where they belong."""

from collections.abc import Set

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from app.domain.basket import BasketLine
from app.domain.errors import Refused, Why
from app.domain.ids import WalletId
from app.domain.member import MemberView
from app.domain.pricing import PricedBasket
from app.domain.programme.lifecycle.limits import rights_of_everyone
from app.domain.programme.rights import programme_wallet
from app.domain.sale.facts import Sale
from app.domain.staff import Permission
from app.domain.value.facts import ServiceDeal, TopUp
from app.ports.device_bench import DeviceBench
from app.ports.head_office import HeadOffice, Line, OfficeStatus
from app.ports.payment import PaymentDesk
from app.ports.pole import Pole
from app.ports.scanner import ScanEvent
from app.ports.sounds import Sounds
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.benefits.screen import BenefitsScreen
from app.ui.bridge import Bridge
from app.ui.close_dialog import CloseDialog
from app.ui.customer.keeper import CustomerKeeper
from app.ui.customer.pole_message import pole_message
from app.ui.customer.state import CustomerNews, CustomerState
from app.ui.dress import Dress
from app.ui.elsewhere import Elsewhere
from app.ui.idle_lock import IdleLock
from app.ui.members.screen import MembersScreen
from app.ui.refund.screen import RefundScreen
from app.ui.refusals import refusal_words, trouble_words
from app.ui.relay import Relay
from app.ui.remedies import Remedies
from app.ui.rules_keeper import RulesKeeper
from app.ui.sale.screen import SaleScreen
from app.ui.scan_route import ScanRoute
from app.ui.screen import Screen
from app.ui.session import Session
from app.ui.settings.screen import SettingsScreen
from app.ui.shift.screen import ShiftScreen
from app.ui.sign_on.screen import SignOnScreen
from app.ui.status.news import StatusNews
from app.ui.status.strip import StatusStrip
from app.ui.status.till_status import TillStatus
from app.ui.sync.screen import SyncScreen
from app.ui.tasks import Tasks
from app.ui.tender.screen import TenderScreen
from app.ui.theme.tokens import Tone
from app.ui.till_sounds import TillSounds
from app.ui.top_up.screen import TopUpScreen
from app.ui.unfinished import Unfinished
from app.ui.widgets.amount import money
from app.ui.widgets.dialog import Dialog, open_dialogs
from app.ui.widgets.notice import Toast
from app.ui.widgets.panel import column

SMALLEST = (1024, 700)


class MainWindow(QMainWindow):
    """One window for everything; it knows who comes next, and nothing of what a sale is."""

    def __init__(
        self,
        use_cases: UseCases,
        tasks: Tasks,
        bridge: Bridge,
        session: Session,
        bench: DeviceBench | None,
        office: HeadOffice,
        payments: PaymentDesk,
        pricing: Tasks,
        pole: Pole | None = None,
        sounds: Sounds | None = None,
    ) -> None:
        super().__init__()
        self._pricing = pricing
        self._use_cases, self.tasks, self._session, self._bench = use_cases, tasks, session, bench
        self._office, self._payments, self._pole = office, payments, pole
        self._status = TillStatus(office=office.status)
        self._welcomed: WalletId | None = None
        self._lines: tuple[BasketLine, ...] = ()
        self._may_close = False
        # The shop joins a chain once this window is closed.
        self.joins = False
        self._full = session.settings.full_screen
        self._dress = Dress(session)
        self._build_screens()
        self._build_frame()
        self._connect_sale()
        self._connect_screens()
        self._connect_news(bridge)
        self._unfinished = Unfinished(self, tasks, use_cases.keep_basket, self.sale, self.tender, self.tell)
        self._build_customer()
        self._connect_sounds(TillSounds(sounds, session))
        self.sign_on()

    @property
    def front(self) -> Screen:
        """The screen in front."""
        screen = self._stack.currentWidget()
        assert isinstance(screen, Screen)
        return screen

    def go_to(self, screen: Screen) -> None:
        """Bring a screen to the front."""
        if screen is self.front and screen.isVisible():
            screen.enter()
            return
        self.front.leave()
        self._stack.setCurrentWidget(screen)
        screen.enter()
        if self._toast.text():
            self._move_toast()

    def _move_toast(self) -> None:
        if self.front is self.sale:
            self._toast.dismiss()
            self.sale.tell(*self._toast.said)
        else:
            self._toast.settle()

    def go_to_sale(self) -> None:
        """Back to the basket, or to the sign-on where nobody is."""
        self.go_to(self.sale if self._session.operator else self.sign_on_screen)

    def sign_on(self) -> None:
        """Lock: somebody has to sign on; the basket stays."""
        tender = self.tender.presenter
        if tender.is_posting or tender.is_paying or self.top_up.is_busy or self.benefits.is_busy:
            return
        for dialog in open_dialogs(self):
            dialog.reject()
        self._session.sign_off()
        self.go_to(self.sign_on_screen)

    def go_to_settings(self) -> None:
        """To the settings."""
        self.go_to(self.settings)

    def go_to_shift(self) -> None:
        """To the shift."""
        self.go_to(self.shift)

    def go_to_sync(self) -> None:
        """To head office."""
        self.go_to(self.sync)

    def clock_confirmed(self) -> None:
        """Stored value moves again: show what the member may spend."""
        self.sale.presenter.refresh_member()
        self.tell(self.tr("The clock is confirmed; stored value moves again"), tone=Tone.ACCENT)

    def tell(self, what: str, remedy: str = "", tone: Tone = Tone.PLAIN) -> None:
        """Say something on whatever screen is in front; where payments are taken beside them, never over them."""
        if self.front is self.sale:
            self.sale.tell(what, remedy, tone)
        elif self.front is self.tender and not self.tender.presenter.sale:
            self.tender.tell(what, remedy, tone)
        else:
            self._toast.tell(what, remedy, tone)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Goods in the basket are not lost by a slip of the hand."""
        if self._may_close or self.sale.presenter.basket.is_empty or self.tender.presenter.sale:
            self._unfinished.write()
            self._customer.close()
            event.accept()
            return
        event.ignore()
        dialog = CloseDialog(self)
        dialog.finished.connect(self._close_now)
        dialog.open()

    def show_filled(self) -> None:
        """Take the whole screen: with a title bar, or without one where the shop has set so."""
        self._full = self._session.settings.full_screen
        if self._full:
            self.showFullScreen()
        else:
            self.showMaximized()

    def toggle_full_screen(self) -> None:
        """The other way for now; the settings decide at the next start."""
        if self.isFullScreen():
            self.showMaximized()
        else:
            self.showFullScreen()

    def _join(self) -> None:
        self.joins = self._may_close = True
        self.close()

    def showEvent(self, event: QShowEvent) -> None:
        """From now on keys and touches are seen."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            self._idle.watch(handle)
        self._customer.follow()

    def _build_screens(self) -> None:
        use_cases, tasks, session = self._use_cases, self.tasks, self._session
        approver = Approver(self, use_cases, tasks, session)
        self.sale = SaleScreen(
            use_cases,
            tasks,
            session,
            lambda what, then: approver.ask(Permission.PRICE_OVERRIDE, what, then),
            self._pricing,
        )
        self.tender = TenderScreen(
            use_cases,
            tasks,
            session,
            self._posted,
            self._office,
            lambda then: self.sale.presenter.refresh_member(then),
            self._payments,
            lambda plain: self.sale.presenter.use_plain(plain=plain),
        )
        self.sign_on_screen = SignOnScreen(use_cases, tasks, session, self._signed_on)
        self.members = MembersScreen(use_cases, tasks, session, self._payments, self._office)
        self.refund = RefundScreen(use_cases, tasks, session, self._payments, self._office)
        self.top_up = TopUpScreen(use_cases, tasks, session, self._topped_up, self._payments)
        self.benefits = BenefitsScreen(use_cases, tasks, session, self._served, self._payments, self._office)
        self.shift = ShiftScreen(use_cases, tasks, session)
        self.settings = SettingsScreen(use_cases, tasks, session, self._bench)
        self.sync = SyncScreen(session, self._office)

    def _build_frame(self) -> None:
        self._stack = QStackedWidget()
        for screen in self._screens():
            self._stack.addWidget(screen)
        self.strip = StatusStrip(self._session, self._status)
        self._news = StatusNews(self, self._status, self.strip)
        frame = QWidget()
        inside = column(frame, spacing=0)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self.strip)
        self.setCentralWidget(frame)
        self._toast = Toast(self)
        self._idle = IdleLock(self, self._lock_if_idle)
        self._idle.set_minutes(self._session.settings.lock_after_minutes)
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 768)
        self.setWindowTitle(self._session.settings.shop_name)
        for key in ("Alt+Return", "Alt+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(self.toggle_full_screen)

    def _build_customer(self) -> None:
        news = self.customer_news = CustomerNews(self._session)
        self.sale.presenter.watch(news.show_basket)
        self.tender.state_shown.connect(news.show_tender)
        for payments in (self.tender.payments, self.top_up.payments, self.benefits.payments):
            payments.changed.connect(news.show_payment)
        self.tender.left.connect(news.show_basket_again)
        self.tender.next_customer.connect(lambda _: news.next_customer())
        news.watch(self._tell_pole)
        self._customer = CustomerKeeper(self, self._session, news, self._bench)
        self.settings.trials.customer_wanted.connect(self._try_customer)

    def _connect_sounds(self, sounds: TillSounds) -> None:
        self._sounds = sounds
        self.sale.presenter.watch(sounds.basket_changed)
        for screen in (self.sale, self.tender):
            screen.refused.connect(sounds.refused)

    def _tell_pole(self, state: CustomerState) -> None:
        if self._pole:
            self._pole.show(pole_message(state, self._session.settings.shop_name))

    def _try_customer(self) -> None:
        self.settings.show_customer_trial(is_there=self._customer.try_out())

    def _pole_gone(self) -> None:
        remedy = self.tr("Selling goes on. Plug it in; it comes back by itself.")
        self.tell(self.tr("The pole display is gone"), remedy, Tone.WARN)

    def _screens(self) -> tuple[Screen, ...]:
        return (
            self.sign_on_screen,
            self.sale,
            self.tender,
            self.members,
            self.refund,
            self.top_up,
            self.benefits,
            self.shift,
            self.settings,
            self.sync,
        )

    def _connect_sale(self) -> None:
        sale, tender = self.sale, self.tender
        sale.tender_asked.connect(self._pay)
        sale.members_asked.connect(lambda: self.go_to(self.members))
        sale.refund_asked.connect(self._refund)
        sale.top_up_asked.connect(self._top_up)
        sale.services_asked.connect(self._serve)
        sale.shift_asked.connect(self.go_to_shift)
        sale.settings_asked.connect(self.go_to_settings)
        sale.lock_asked.connect(self.sign_on)
        sale.guard_tenders(lambda: tender.presenter.has_tenders and tender.presenter.sale is None)
        sale.presenter.watch(self._basket_changed)
        tender.next_customer.connect(self._next_customer)
        tender.left.connect(self.go_to_sale)

    def _connect_screens(self) -> None:
        for screen in (self.members, self.refund, self.top_up, self.benefits, self.shift, self.settings, self.sync):
            screen.left.connect(self.go_to_sale)
        for teller in (self.sale, self.members, self.refund, self.top_up, self.benefits, self.shift, self.settings):
            teller.told.connect(self.tell)
        self.sync.joins.connect(self._join)
        self.members.chosen.connect(self._use_member)
        self.members.top_up_asked.connect(self._top_up)
        # On the sale F11 stands on the bar; whoever has to go finds it working everywhere else too.
        for place in (self.tender, self.members, self.refund, self.top_up, self.benefits, self.shift, self.settings):
            lock = QShortcut(QKeySequence("F11"), place)
            lock.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            lock.activated.connect(self.sign_on)

    def _connect_news(self, bridge: Bridge) -> None:
        self._route = ScanRoute(self, lambda: self.front, self.sale, self._use_cases.look_up.codes)
        self._news.connect_to(bridge)
        self._news.printer_changed.connect(self._note_printer)
        self._news.pole_gone.connect(self._pole_gone)
        self._news.office_changed.connect(self._office_changed)
        bridge.scanned.connect(self._scanned)
        bridge.lease_came.connect(self._lease_came)
        bridge.fed.connect(self._fed)
        look_up, asking = self._use_cases.look_up, (self._asking_elsewhere, self._asked_too_often)
        elsewhere = Elsewhere(self, self._office, Relay(self), lambda: look_up.rules, *asking)
        self.sale.presenter.elsewhere = self.members.seeker.elsewhere = elsewhere
        self._rules = RulesKeeper(self, self._use_cases, self.tasks, self._session, self._is_between_customers)
        self._rules.began.connect(self.sale.presenter.look_at_rights)
        self.sale.presenter.watch(lambda _: self._rules.swap())
        for tasks in (self.tasks, self._pricing):
            tasks.troubled.connect(self._troubled)
        retry = self._bench.retry_printing if self._bench else lambda: None
        self._remedies = Remedies(self, self, self._use_cases, self.tasks, self._session, retry)
        self.strip.asked.connect(self._explain)
        self._session.watch(self._session_changed)

    def _signed_on(self) -> None:
        self.sale.start()
        if self._session.shift is None:
            self.go_to(self.shift)
        else:
            self.go_to(self.sale)
        if not self._unfinished.begin():
            # With a basket they are asked for when it is paid, and can go into it.
            self.tender.presenter.look_for_payments()
            self.refund.paybacks.flow.look()

    def _pay(self) -> None:
        self.tender.begin(self.sale.presenter.priced)
        self.go_to(self.tender)

    def _posted(self, sale: Sale) -> None:
        self.sale.show_last_sale(sale)
        self.customer_news.show_sale(sale)
        self._sounds.paid()
        self._note_printer()

    def _next_customer(self, scans: tuple[ScanEvent, ...]) -> None:
        self.sale.presenter.next_customer()
        self.go_to(self.sale)
        for event in scans:
            self.sale.take_scan(event)

    def _basket_changed(self, priced: PricedBasket) -> None:
        self._welcome(priced.basket.member)
        # News of the member are priced as well, and put nothing in.
        is_other, self._lines = priced.basket.lines != self._lines, priced.basket.lines
        if self.front is self.tender and not priced.basket.is_empty:
            if self.tender.presenter.sale is None and not self.tender.presenter.is_posting:
                self.tender.begin(priced)
        elif self.front is not self.sale and self._session.operator and is_other and not priced.basket.is_empty:
            self.tell(self.tr("In the basket now: {amount}").format(amount=money(priced.total_minor)), tone=Tone.ACCENT)

    def _welcome(self, view: MemberView | None) -> None:
        """Once for each member who comes: this till should hold a usual share of what they have."""
        wallet = view.wallet if view else None
        if wallet == self._welcomed:
            return
        self._welcomed = wallet
        if view and self._office.status.line is Line.ONLINE:
            # Head office makes a member's counted rights when a till first asks for them; no directory knows them.
            rights = rights_of_everyone(self._session.programme, self._session.day())
            elsewhere = {unit: each.elsewhere for unit, each in view.holdings.items()}
            self._office.welcome(view.wallet, {**rights, **elsewhere})

    def _top_up(self, view: object) -> None:
        self.top_up.begin(view)  # type: ignore[arg-type]  # a signal carries any object
        self.go_to(self.top_up)

    def _serve(self, view: object) -> None:
        self.benefits.begin(view)  # type: ignore[arg-type]  # a signal carries any object
        self.go_to(self.benefits)

    def _served(self, _deal: ServiceDeal) -> None:
        self.sale.presenter.refresh_member()
        self._note_printer()

    def _topped_up(self, _top_up: TopUp) -> None:
        self.sale.presenter.refresh_member()
        self._note_printer()

    def _use_member(self, view: object) -> None:
        self.go_to(self.sale)
        self.sale.presenter.use_member(view)  # type: ignore[arg-type]  # a signal carries any object

    def _refund(self, receipt_number: str) -> None:
        self.go_to(self.refund)
        if receipt_number:
            self.refund.open_receipt(receipt_number)

    def _scanned(self, event: ScanEvent) -> None:
        self._idle.touch()
        event = self._route.mend(event)
        if self._session.operator is None:
            self.tell(
                self.tr("The till is locked; this scan was not taken"), self.tr("Sign on, then scan again."), Tone.WARN
            )
            return
        self._route.send(event)

    def _office_changed(self, status: OfficeStatus) -> None:
        if self.front is self.sync:
            self.sync.show_status(status)
        if status.line is Line.ONLINE and self._session.clock_in_doubt:
            self.tasks.run(self._use_cases.confirm_clock.in_doubt, self._clock_looked_at)

    def _clock_looked_at(self, in_doubt: bool) -> None:
        if self._session.clock_in_doubt and not in_doubt:
            self._session.set_clock_in_doubt(in_doubt=False)
            self.clock_confirmed()

    def _lease_came(self, wallet: str) -> None:
        view = self.sale.presenter.basket.member
        if view and view.wallet == wallet:
            self.sale.presenter.refresh_member()
        elif wallet == programme_wallet(self._session.programme.id):
            self.sale.presenter.look_at_rights()
        if wallet == self.benefits.presenter.wallet:
            self.benefits.presenter.look_again()

    def _asking_elsewhere(self) -> None:
        self.tell(self.tr("Not known here: head office is asked"), tone=Tone.ACCENT)

    def _asked_too_often(self) -> None:
        words = refusal_words(Refused(Why.LOOKED_UP_TOO_OFTEN))
        self.tell(words.what, words.remedy, Tone.WARN)

    def _fed(self, streams: object) -> None:
        assert isinstance(streams, Set)  # a signal carries any object
        self._rules.fed(streams)
        if "catalogue" in streams:
            self.sale.start()
        if "staff" in streams and self.front is self.sign_on_screen:
            self.sign_on_screen.presenter.load()

    def _is_between_customers(self) -> bool:
        """Nothing lies on the counter, and nothing is being bought that the programme has a say in."""
        return self.sale.presenter.basket.is_empty and self.front not in {self.tender, self.top_up, self.benefits}

    def _note_printer(self) -> None:
        if self._status.printer_needs_help:
            self.tender.set_printer_note(
                self.tr("The printer needs a hand; the receipt waits and prints by itself."), Tone.WARN
            )

    def _session_changed(self) -> None:
        settings = self._session.settings
        self._idle.set_minutes(settings.lock_after_minutes)
        if self.isVisible():
            self._customer.follow()
        self.setWindowTitle(settings.shop_name)
        if settings.full_screen != self._full:
            self._full = settings.full_screen
            if self.isVisible() and self.isFullScreen() != self._full:
                self.toggle_full_screen()
        self._news.settings_changed(settings)

    def _lock_if_idle(self) -> None:
        if self._session.operator:
            self.sign_on()

    def _troubled(self, error: BaseException) -> None:
        words = trouble_words(error)
        dialog = Dialog(self, words.what, width=560)
        dialog.set_intro(words.remedy)
        dialog.add_main(self.tr("Understood")).clicked.connect(dialog.accept)
        dialog.open()

    def _explain(self, name: str) -> None:
        self._remedies.explain(name, self.strip.sign(name))

    def _close_now(self, done: bool) -> None:
        if done:
            self._may_close = True
            self.close()
