"""A second line to the head office inside this shop, to wait on: what its members were given is heard of at once."""

import threading
from collections.abc import Callable

from sync.client.office import UnreachableError
from sync.client.transport import Transport
from sync.protocol.messages import Listen, News


class ShopEar:
    """Fits `app.bootstrap.ear.Listener`. `connect` makes a line to the process as it runs now, None where none does."""

    def __init__(self, connect: Callable[[], Transport | None]) -> None:
        self._connect = connect
        self._guard = threading.Lock()
        self._wire: Transport | None = None

    def listen(self, message: Listen) -> News:
        """Wait for news; UnreachableError where there is nobody to listen to."""
        self.close()
        wire = self._connect()
        with self._guard:
            self._wire = wire
        if wire is None:
            raise UnreachableError("the head office in this shop does not run")
        return wire.listen(message)

    def close(self) -> None:
        """Let go of it; called from another thread at the end."""
        with self._guard:
            wire, self._wire = self._wire, None
        if wire is not None:
            wire.close()
