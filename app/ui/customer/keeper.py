"""Opens the customer's window where the shop wants it, and closes it when the screen is unplugged."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.ports.device_bench import DeviceBench
from app.ui.customer.state import CustomerNews, CustomerState, Phase
from app.ui.customer.window import CustomerWindow
from app.ui.relay import Relay
from app.ui.session import Session

_WINDOW_SIZE = (1024, 768)
_TRIAL_MS = 5_000
_TRIAL = CustomerState(Phase.PAYING, total_minor=8_888, saving_minor=800, code="membertill", code_minor=8_888)


class CustomerKeeper(QObject):
    """Lives beside the till's window. Screens may come and go at any time."""

    def __init__(self, till: QWidget, session: Session, news: CustomerNews, bench: DeviceBench | None) -> None:
        super().__init__(till)
        self._till, self._session, self._bench = till, session, bench
        self._news = news
        self._relay = Relay(self)
        self._place: tuple[str, str] | None = None
        self.window: CustomerWindow | None = None
        news.watch(self._show)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.screenAdded.connect(lambda _: self.follow())
            app.screenRemoved.connect(lambda _: self.follow())

    def follow(self) -> None:
        """As the settings and the screens are now."""
        wanted = self._session.settings.customer_window
        screen = self._second_screen() if wanted == "second" else None
        is_wanted = wanted == "window" or screen is not None
        place = (wanted, screen.name() if screen else "") if is_wanted else None
        if place != self._place:
            self.close()
            self._place = place
            if place:
                self._open(screen)
        if self.window:
            self.window.show_shop(self._session.settings.shop_name)

    def try_out(self) -> bool:
        """Show a test for some seconds; whether there is a window to show it in."""
        if self.window is None:
            return False
        self.window.show_state(_TRIAL)
        QTimer.singleShot(_TRIAL_MS, self, lambda: self._show(None))
        return True

    def close(self) -> None:
        """Close it with the till."""
        window, self.window, self._place = self.window, None, None
        if window:
            window.close()
            window.deleteLater()

    def _open(self, screen: QScreen | None) -> None:
        self.window = CustomerWindow(framed=screen is None)
        if screen:
            self.window.setGeometry(screen.geometry())
        else:
            self.window.resize(*_WINDOW_SIZE)
        self.window.show()
        self._show(self._news.state)
        if self._bench:
            self._relay.follow(self._bench.shop_pictures(), self._pictures_came, lambda _: None)

    def _pictures_came(self, pictures: object) -> None:
        if self.window and isinstance(pictures, tuple):
            self.window.show_shop(self._session.settings.shop_name, pictures)
            self._show(self._news.state)

    def _show(self, state: object) -> None:
        if self.window:
            self.window.show_state(self._news.state)

    def _second_screen(self) -> QScreen | None:
        others = [screen for screen in QGuiApplication.screens() if screen is not self._till.screen()]
        return others[0] if others else None
