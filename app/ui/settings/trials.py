"""The buttons of the devices page: each kind of device is tried its own way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.staff import Permission
from app.settings import ShopSettings
from app.ui.approval import Approver
from app.ui.settings.device_facts import DeviceFacts, Trial
from app.ui.settings.devices_presenter import DevicesDesk
from app.ui.settings.presenter import SettingsDesk


class Trials(QObject):
    """Over the settings in force. `customer_wanted`: the customer's window is not this screen's to show."""

    customer_wanted = Signal()

    def __init__(
        self,
        host: QObject,
        desk: Callable[[], SettingsDesk],
        devices: DevicesDesk,
        approver: Approver,
        settings: Callable[[], ShopSettings],
    ) -> None:
        super().__init__(host)
        self._desk, self._devices, self._approver, self._settings = desk, devices, approver, settings

    def try_out(self, device: DeviceFacts) -> None:
        """See whether it works."""
        tries: dict[Trial | None, Callable[[], None]] = {
            Trial.PRINT: lambda: self._desk().try_printer(self._settings().printer),
            Trial.DRAWER: self._ask_drawer,
            Trial.PAYMENT: lambda: self._try_payment(device),
            Trial.POLE: self._devices.try_pole,
            Trial.CUSTOMER: self.customer_wanted.emit,
        }
        tries.get(device.trial, lambda: self._devices.try_scan(device))()

    def _ask_drawer(self) -> None:
        """It is opened as from the shift screen: allowed by somebody, on record."""
        what = self.tr("Open the drawer without a sale")
        self._approver.ask(Permission.OPEN_DRAWER, what, self._desk().open_drawer)

    def _try_payment(self, device: DeviceFacts) -> None:
        for payment in self._settings().payments:
            if payment.tender == device.source:
                self._desk().try_payment(payment)
