"""How this till reaches its head office, and what is said of it on the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.bootstrap.ear import Listener
from sync.client.feeds import Feeds, RowFeeds
from sync.client.office import Office
from sync.client.sales import Sales


class ClosableOffice(Office, Protocol):
    """Head office with something to let go of at the end; `close` may be called from another thread."""

    def close(self) -> None:
        """Let go of connections, and of a process where there is one."""


@dataclass(frozen=True, slots=True)
class OfficeLine:
    """Head office of a chain at its `address`, or the one inside this shop, whose address is its folder.

    `sign` signs with the till's own key, `key` is its fingerprint. `listener`: a second line to wait on, where one is
    needed. `feeds`: what a chain's head office sends down; a shop's own sends its `standings` alone, for all else is
    here; nor are there `sales` of other tills.
    """

    office: ClosableOffice
    address: str
    shop: str
    sign: Callable[[bytes], bytes]
    is_inside: bool = False
    key: str = ""
    listener: Listener | None = None
    feeds: Feeds | None = None
    standings: RowFeeds | None = None
    sales: Sales | None = None
