"""Tills that send their journals to a running head office with the shipped client, all at once."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from benchmarks.journals import Journal
from sync.client.office import BusyError
from sync.client.transport import Invitation, Transport
from sync.protocol.messages import Ack, Enrol, Hello, HelloOk
from sync.protocol.wire import Frame


class NotTakenError(Exception):
    """Head office did not take what it must take."""


class Uploader:
    """One enrolled till; its customers have topped up."""

    def __init__(self, invitation: Invitation, journal: Journal) -> None:
        key = Ed25519PrivateKey.generate()
        self._line = Transport(invitation.address, invitation.fingerprint, till=journal.till, epoch=1, key=key)
        public = key.public_key().public_bytes_raw().hex()
        taken = self._line.enrol(Enrol(code=invitation.code, till=journal.till, epoch=1, public_key=public))
        hello = Hello(
            till=journal.till, epoch=1, server_epoch=taken.server_epoch, last_seq=0, last_hash="0" * 64, acked=0,
            granted=(),
        )  # fmt: skip
        if not isinstance(self._line.hello(hello), HelloOk):
            raise NotTakenError
        self.send(journal.opening)

    def send(self, frames: Sequence[Frame]) -> None:
        """Send these frames, one after the other."""
        for frame in frames:
            self._send(frame)

    def close(self) -> None:
        """Let go of the line."""
        self._line.close()

    def _send(self, frame: Frame) -> None:
        while True:
            try:
                answer = self._line.push(frame)
            except BusyError:
                continue
            if not isinstance(answer, Ack) or answer.last_seq != frame.links[-1].seq:
                raise NotTakenError(answer)
            return


def send_all(uploaders: Sequence[Uploader], frames: Sequence[Sequence[Frame]]) -> None:
    """All tills at once, each its own frames."""
    with ThreadPoolExecutor(len(uploaders)) as pool:
        list(pool.map(lambda pair: pair[0].send(pair[1]), zip(uploaders, frames, strict=True)))
