"""The basket on the counter: kept while it is made, and taken up again when the till stopped in the middle of it."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.basket import Basket
from app.services.keep_basket import KeepBasket, KeptBasket
from app.ui.running import Runs
from app.ui.sale.basket_keeper import BasketKeeper
from app.ui.sale.screen import SaleScreen
from app.ui.tender.screen import TenderScreen
from app.ui.theme.tokens import Tone

Tell = Callable[[str, str, Tone], None]


class Unfinished(QObject):
    """Knows what a till that stops now would have to have again: the goods, and the payments taken for them."""

    def __init__(
        self, parent: QObject, tasks: Runs, keep: KeepBasket, sale: SaleScreen, tender: TenderScreen, tell: Tell
    ) -> None:
        super().__init__(parent)
        self._sale, self._tender, self._tell = sale, tender, tell
        self._left_over: KeptBasket | None = None
        self._keeper = BasketKeeper(self, tasks, keep, self._on_the_counter)
        sale.presenter.watch(lambda _: self._keeper.note())
        tender.tenders_changed.connect(self._keeper.note)
        # Asked for before anybody can sign on, so it is there when somebody has.
        tasks.run(keep.kept, self._remember)

    def begin(self) -> bool:
        """Somebody has signed on: from now on the counter is kept. True when a basket of last time was taken up."""
        self._keeper.turn_on()
        left_over, self._left_over = self._left_over, None
        if left_over:
            self._take_up(left_over)
        return left_over is not None

    def write(self) -> None:
        """Keep the counter as it is now."""
        self._keeper.write()

    def _remember(self, left_over: KeptBasket | None) -> None:
        self._left_over = left_over

    def _take_up(self, left_over: KeptBasket) -> None:
        self._sale.presenter.take_up(left_over.basket)
        self._tender.presenter.take_up(left_over.tendered)
        remedy = self.tr("Check it with the customer, then go on. Esc sets it aside or clears it.")
        if left_over.tendered:
            remedy = self.tr("Payments taken for it are kept as well: go on with F12.")
        self._tell(self.tr("The unfinished basket of last time is back"), remedy, Tone.ACCENT)
        # The next customer's first scan must not wipe it: whose goods these are is to be seen.
        self._sale.hold_notice(takes_esc=False)

    def _on_the_counter(self) -> KeptBasket | None:
        tender = self._tender.presenter
        if tender.is_posting:
            return None
        return KeptBasket(Basket()) if tender.sale else KeptBasket(self._sale.presenter.basket, tender.tendered)
