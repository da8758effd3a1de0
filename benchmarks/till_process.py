"""The whole till in a process of its own with somebody quick at the counter; a child of `start` and `memory`.

It imports nothing that `membertill` does not, and prints one JSON object.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QListView, QWidget

from app.bootstrap import window as till_window
from app.cli.demo.staff import CASHIER
from app.domain.errors import Refused
from app.domain.ledger import PRINCIPAL
from app.domain.member import MemberView
from app.domain.programme.model import TenderType
from app.domain.tender import Tendered
from app.ports.scanner import ScanEvent
from app.ports.worker import Worker
from app.services.look_up import FoundProduct
from app.services.post_sale import SaleRequest
from app.services.use_cases import UseCases
from app.ui import start as ui_start
from app.ui.session import Session
from app.ui.window import MainWindow


class WhenPainted(QObject):
    """Calls once, behind the first paint of a widget for which `is_it` holds."""

    def __init__(self, widget: QWidget, then: Callable[[], None], is_it: Callable[[], bool] = lambda: True) -> None:
        super().__init__(widget)
        self._then: Callable[[], None] | None = then
        self._is_it = is_it
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Never keeps an event back."""
        if event.type() == QEvent.Type.Paint and self._then is not None and self._is_it():
            QTimer.singleShot(0, self._then)
            self._then = None
        return False


class _Counter:
    """Signs on as soon as there is a window, scans, and sells as many baskets as asked for."""

    def __init__(self, plan: dict[str, Any], window: MainWindow, use_cases: UseCases, worker: Worker, session: Session):
        self._plan, self._window, self._use_cases = plan, window, use_cases
        self._worker, self._session = worker, session
        self._told: dict[str, Any] = {}
        WhenPainted(window.sign_on_screen, self._sign_on)

    def _sign_on(self) -> None:
        self._told["sign_on_ns"] = time.monotonic_ns()
        window = self._window
        self._session.sign_on(CASHIER.operator)
        self._session.set_shift(self._worker.submit(self._use_cases.open_shift.current).result())
        window.sale.start()
        window.go_to(window.sale)
        basket = next(view for view in window.sale.findChildren(QListView) if view.model().rowCount() == 0)
        WhenPainted(basket.viewport(), self._scanned, lambda: basket.model().rowCount() > 0)
        window.sale.take_scan(ScanEvent(self._plan["codes"][0], "bench", 0))

    def _scanned(self) -> None:
        self._told["scan_ns"] = time.monotonic_ns()
        self._told["rss"] = [[0, _resident_mb()]]
        marks = self._plan["marks"]
        for number in range(1, max(marks, default=0) + 1):
            self._sell(number)
            QApplication.processEvents()
            if number in marks:
                self._told["rss"].append([number, _resident_mb()])
        print(json.dumps(self._told), flush=True)
        QApplication.exit(0)

    def _sell(self, number: int) -> None:
        presenter, ask = self._window.sale.presenter, self._worker.submit
        presenter.next_customer()
        cards, codes = self._plan["cards"], self._plan["codes"]
        view = ask(lambda: self._use_cases.look_up(cards[number % len(cards)])).result()
        presenter.use_member(view if isinstance(view, MemberView) else None)
        for place in range(5):
            code = codes[(7 * number + place) % len(codes)]
            found = ask(lambda code=code: self._use_cases.look_up(code)).result()  # type: ignore[misc]
            if isinstance(found, FoundProduct):
                presenter.add_product(found.product)
        QApplication.processEvents()
        request = SaleRequest(
            CASHIER.operator,
            presenter.basket,
            self._session.programme,
            _tendered(presenter.priced.total_minor, view),
            presenter.priced.total_minor,
        )
        answer = ask(lambda: self._use_cases.post_sale(request)).result()
        if isinstance(answer, Refused):
            raise RuntimeError(str(answer.why))  # noqa: TRY004
        self._window.sale.show_last_sale(answer)


def _tendered(total_minor: int, view: object) -> Sequence[Tendered]:
    usable = view.usable(PRINCIPAL) if isinstance(view, MemberView) else 0
    from_card = min(usable, total_minor // 4)
    card = (Tendered("stored_value", TenderType.STORED_VALUE, from_card),) if from_card else ()
    return (*card, Tendered("cash", TenderType.CASH, total_minor - from_card))


def _resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def main(data_dir: Path, plan: dict[str, Any]) -> int:
    """Run the till until the plan is done."""
    build_window = ui_start.build_window
    kept: list[_Counter] = []

    def watched(*parts: Any) -> MainWindow:
        window: MainWindow = build_window(*parts)
        use_cases, worker, _, session, *_ = parts
        kept.append(_Counter(plan, window, use_cases, worker, session))
        return window

    # The way in is the real one; only the window is looked at as it comes.
    vars(till_window)["build_window"] = watched
    return till_window.run_till(data_dir)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), json.loads(Path(sys.argv[2]).read_text(encoding="utf-8"))))
