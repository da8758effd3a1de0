"""Head office inside this shop as the sync thread speaks to it: the same messages on the same wire as a chain's."""

import logging
from collections.abc import Callable
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.bootstrap.membership import ShopOfficeKeys
from app.bootstrap.shop_office.child import ForWhom, OfficeChild
from sync.client.office import UnreachableError
from sync.client.transport import Transport
from sync.protocol.inside import Announcement
from sync.protocol.messages import (
    Ack,
    Again,
    Audit,
    AuditAgain,
    Audited,
    Changes,
    Denied,
    Enrol,
    EpochChanged,
    Fenced,
    Gap,
    Granted,
    Hello,
    HelloOk,
    LeaseRequest,
    Pull,
    PushFenced,
    ResendFrom,
    Upgrade,
)
from sync.protocol.streams import Rows, TooFar
from sync.protocol.wire import Frame

_log = logging.getLogger(__name__)
T = TypeVar("T")


class ShopOffice:
    """Fits `sync.client.office.Office`. A HELLO starts the process where it does not run; who calls sets the pace."""

    def __init__(self, child: OfficeChild, keys: ShopOfficeKeys, whom: ForWhom) -> None:
        self._child, self._whom = child, whom
        self._key = Ed25519PrivateKey.from_private_bytes(keys.seed)
        self._wire: Transport | None = None
        self._heard: Announcement | None = None

    def second_wire(self) -> Transport | None:
        """Another line to the same process, to wait on; None where it does not run."""
        heard = self._heard
        return self._wire_to(heard) if heard and self._child.is_running else None

    def hello(self, message: Hello) -> HelloOk | ResendFrom | Fenced | EpochChanged | Again | Upgrade:
        """Say where this till stands."""
        if self._wire is None or not self._child.is_running:
            self._wire = self._connected()
        return self._said(lambda wire: wire.hello(message))

    def push(self, frame: Frame) -> Ack | Gap | PushFenced:
        """Send events."""
        return self._said(lambda wire: wire.push(frame))

    def lease(self, message: LeaseRequest) -> Granted | Denied:
        """Ask for value."""
        return self._said(lambda wire: wire.lease(message))

    def pull(self, message: Pull) -> Changes:
        """Ask for changes."""
        return self._said(lambda wire: wire.pull(message))

    def rows(self, message: Pull) -> Rows | TooFar:
        """Ask for the rows of a stream that changed."""
        return self._said(lambda wire: wire.rows(message))

    def audit(self, message: Audit) -> Audited | AuditAgain:
        """Say what this till has, at night."""
        return self._said(lambda wire: wire.audit(message))

    def sign(self, text: bytes) -> bytes:
        """Sign with the till's key."""
        return self._key.sign(text)

    def close(self) -> None:
        """Let go of the connection and end the process."""
        if self._wire:
            self._wire.close()
        self._child.end()

    def _said(self, say: Callable[[Transport], T]) -> T:
        # Somebody may be waiting: only a greeting takes the time that a start needs.
        if self._wire is None or not self._child.is_running:
            raise UnreachableError("the head office in this shop does not run")
        return say(self._wire)

    def _connected(self) -> Transport:
        if self._wire:
            self._wire.close()
        heard, whom = self._child.announced(), self._whom
        wire = self._wire_to(heard)
        if heard.code:
            public = self._key.public_key().public_bytes_raw().hex()
            wire.enrol(Enrol(code=heard.code, till=whom.till, epoch=whom.epoch, public_key=public))
            _log.info("taken in by the head office in this shop")
        self._heard = heard
        return wire

    def _wire_to(self, heard: Announcement) -> Transport:
        whom = self._whom
        return Transport(heard.address, heard.fingerprint, till=whom.till, epoch=whom.epoch, key=self._key)
