"""What is asked about the basket and its lines: how many, at what price, which coupons."""

from collections.abc import Callable, Sequence
from typing import ParamSpec

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.basket import BasketLine
from app.domain.catalogue import Product
from app.domain.pets import pets_of
from app.domain.staff import Approval
from app.services.use_cases import UseCases
from app.ui.running import Runs
from app.ui.sale.coupons_dialog import CouponsDialog
from app.ui.sale.line_dialogs import NoteDialog, PriceDialog, QuantityDialog
from app.ui.sale.points_dialog import PointsDialog
from app.ui.sale.presenter import SalePresenter
from app.ui.sale.search_dialog import SearchDialog
from app.ui.session import Session
from app.ui.widgets.amount import money

Asked = ParamSpec("Asked")
AskApproval = Callable[[str, Callable[[Approval], None]], None]


class BasketTasks(QObject):
    """`ask_price_approval(what, then)` is the approval dialog; `stopped()` says so where payments were taken."""

    def __init__(
        self,
        host: QWidget,
        presenter: SalePresenter,
        use_cases: UseCases,
        tasks: Runs,
        session: Session,
        ask_price_approval: AskApproval,
        stopped: Callable[[], bool],
    ) -> None:
        super().__init__(host)
        self._host, self._presenter, self._session = host, presenter, session
        self._use_cases, self._tasks = use_cases, tasks
        self._ask_price_approval, self._stopped = ask_price_approval, stopped

    def ask_coupons(self) -> None:
        """Which of them are used."""
        if self._presenter.priced.coupons and not self._stopped():
            dialog = CouponsDialog(self._host, lambda: self._presenter.priced, self._session)
            dialog.turned.connect(self._presenter.turn_coupon)
            dialog.open()

    def ask_points(self) -> None:
        """How many go off the bill."""
        rule, basket = self._session.programme.points_off, self._presenter.basket
        if rule and basket.member and not basket.is_empty and not self._stopped():
            dialog = PointsDialog(self._host, self._presenter.priced, rule, self._session)
            dialog.decided.connect(self._presenter.use_points)
            dialog.open()

    def search(self) -> None:
        """A product by name, initials or code."""
        dialog = SearchDialog(self._host, self._find_products)
        dialog.product_chosen.connect(self._presenter.add_product)
        dialog.open()

    def _find_products(self, text: str, then: Callable[[Sequence[Product]], None]) -> None:
        self._tasks.run(lambda: self._use_cases.list_products.search(text), then)

    def ask_quantity(self) -> None:
        """How many of the chosen line."""
        line = self._presenter.selected
        if line:
            dialog = QuantityDialog(self._host, line)
            dialog.decided.connect(self._about(line, self._presenter.set_quantity))
            dialog.open()

    def ask_price(self) -> None:
        """Another price for it, which somebody allows."""
        line = self._presenter.selected
        if line:
            dialog = PriceDialog(self._host, line)
            dialog.decided.connect(lambda price: self._approve_price(line, price))
            dialog.reset.connect(self._about(line, self._presenter.reset_price))
            dialog.open()

    def _approve_price(self, line: BasketLine, price_minor: int) -> None:
        what = self.tr("{name} at {price}").format(name=line.product.name, price=money(price_minor))
        set_price = self._about(line, self._presenter.set_price)
        self._ask_price_approval(what, lambda approval: set_price(price_minor, approval))

    def ask_note(self) -> None:
        """A word about it."""
        line = self._presenter.selected
        if line:
            view = self._presenter.basket.member
            pets = pets_of(view.member.fields) if view and view.member else ()
            dialog = NoteDialog(self._host, line, pets)
            dialog.decided.connect(self._about(line, self._presenter.set_note))
            dialog.open()

    def _about(self, line: BasketLine, action: Callable[Asked, None]) -> Callable[Asked, None]:
        """Whatever was scanned while a dialog was open: its answer is about the line it was opened for."""

        def act(*args: Asked.args, **kwargs: Asked.kwargs) -> None:
            if self._presenter.basket.line(line.id):
                self._presenter.select(line.id)
                action(*args, **kwargs)

        return act
