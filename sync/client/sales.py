"""Head office of a chain as it finds sales of other tills; in a single shop there are none."""

from typing import Protocol

from sync.protocol.sales import SaleAsk, SaleFound, SaleUnknown


class Sales(Protocol):
    """What can be asked; every call may raise `sync.client.office.OfficeError`."""

    def sale(self, message: SaleAsk) -> SaleFound | SaleUnknown:
        """Find a sale by its receipt number; a customer is waiting, so not for long."""
