"""Real processes in the hands of a test: head office and tills, started, asked, killed."""

import contextlib
import io
import json
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.ids import TillId
from app.domain.ledger import PRINCIPAL, Lot, Unit
from sync.client.transport import Invitation, Transport
from sync.office.cli import main as office_main
from sync.office.web.certificate import fingerprint
from sync.protocol.messages import Ack, Enrol, EpochChanged, Hello, HelloOk, ResendFrom
from sync.protocol.wire import Frame, links_of
from tests.chain.nursery import Talking, start_office, start_till
from tests.chain.proxy import Proxy, Weather
from tests.sync.protocol.chains import LOT, Chain

PATIENCE_S = 30.0
_ONE_COMMAND = threading.Lock()


class KilledError(Exception):
    """The process is gone; whether it did what it was asked is not known."""


class OfficeProcess:
    """`membertill-office` over one folder, and PostgreSQL where a URL is given."""

    def __init__(self, folder: Path, database: str = "") -> None:
        self.folder, self.database = folder, database
        self.port = free_port()
        self._log = folder.with_name("office.log")
        self._process: BaseProcess | None = None
        folder.mkdir(parents=True, exist_ok=True)

    def move_to(self, folder: Path) -> None:
        """From now on it is a machine with this folder, under the old address."""
        self.folder = folder

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"https://127.0.0.1:{self.port}"

    @property
    def pid(self) -> int:
        """The process that serves."""
        assert self._process is not None
        assert self._process.pid is not None
        return self._process.pid

    def start(self) -> None:
        """Serve, and wait until it listens."""
        self._process = start_office([*self._where(), "serve", "--port", str(self.port)], self._log)
        deadline = time.monotonic() + PATIENCE_S
        while not self._listens():
            assert self._process.is_alive(), self.log()[-2_000:]
            assert time.monotonic() < deadline, "head office does not listen"
            time.sleep(0.02)

    def kill(self) -> None:
        """The server dies; its follower ends a moment later."""
        assert self._process is not None
        self._process.kill()
        self._process.join()
        self._process = None

    def cut_power(self) -> None:
        """Both die at once."""
        os.killpg(self.pid, signal.SIGKILL)
        self.kill()

    def stop(self) -> None:
        """As a person would."""
        if self._process is not None:
            self._process.terminate()
            self._process.join(PATIENCE_S)
            assert not self._process.is_alive(), "head office does not stop"
            self._process = None

    def command(self, *words: str) -> tuple[int, str]:
        """Run another command of the program; its exit status and what it said."""
        said = io.StringIO()
        # The output that is caught is the whole process's.
        with _ONE_COMMAND, contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            status = office_main([*self._where(), *words])
        return status, said.getvalue()

    @property
    def fingerprint(self) -> str:
        """Of the certificate that it has made."""
        return fingerprint((self.folder / "office.pem").read_bytes())

    def invitation(self) -> Invitation:
        """A code for one more till."""
        status, said = self.command("enrol-code", "--shop", "人民路店", "--address", self.address)
        assert status == 0, said
        return Invitation.read(said.splitlines()[1])

    def log(self) -> str:
        """What it has written to its log."""
        return self._log.read_text(encoding="utf-8") if self._log.exists() else ""

    def assert_nothing_broke(self) -> None:
        """No answer 500, no traceback, in any of its lives."""
        log = self.log()
        assert "Traceback" not in log, log[log.index("Traceback") :][:3_000]
        assert '"status": 500' not in log

    def _listens(self) -> bool:
        try:
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _where(self) -> list[str]:
        return ["--folder", str(self.folder), *(["--database", self.database] if self.database else [])]


class TillProcess:
    """One till, reached through a proxy of its own."""

    def __init__(
        self,
        folder: Path,
        name: str,
        office: OfficeProcess,
        *,
        weather: Weather | None = None,
        seed: int = 0,
        epoch: int = 1,
        options: Sequence[str] = (),
    ) -> None:
        self.folder, self.name, self.epoch, self.options = folder, name, epoch, list(options)
        self._office = office
        self.proxy = Proxy(office.port, weather, seed)
        self._life: Talking | None = None

    def start(self, *, enrol: bool = False) -> None:
        """Start it; with `enrol` it is taken in first."""
        words = [
            *("--folder", str(self.folder), "--name", self.name, "--epoch", str(self.epoch)),
            *("--address", self.proxy.address, "--fingerprint", self._office.fingerprint, *self.options),
        ]
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._life = start_till(words, self.folder / "till.err")
        ready = self._read()
        if enrol and not ready["ready"]:
            assert self.ask("enrol", self._office.invitation().code).get("enrolled") == self.name

    def ask(self, *words: object) -> dict[str, Any]:
        """Give a command and wait for its answer; KilledError where the till is gone."""
        life = self._life
        if life is None:
            raise KilledError
        try:
            life.to.write(" ".join(map(str, words)) + "\n")
            life.to.flush()
        except (OSError, ValueError) as error:
            raise KilledError from error
        return self._read()

    def strike(self) -> None:
        """Kill -9 from beside; whoever asks next is told that it is gone."""
        if self._life is not None:
            self._life.process.kill()

    def kill(self) -> None:
        """As a power cut would."""
        if self._life is not None:
            self._life.process.kill()
            self._gone()

    def stop(self) -> None:
        """As at closing time."""
        if self._life is not None:
            with contextlib.suppress(KilledError):
                assert self.ask("stop") == {"stopped": True}
            self._life.process.join(PATIENCE_S)
            assert not self._life.process.is_alive(), "the till does not stop"
            self._gone()

    def close(self) -> None:
        """The till and its line, however it is."""
        self.kill()
        self.proxy.close()

    def errors(self) -> str:
        """What it wrote to its error output."""
        return (self.folder / "till.err").read_text(encoding="utf-8")

    def _read(self) -> dict[str, Any]:
        assert self._life is not None
        try:
            line = self._life.said.readline()
        except (OSError, ValueError) as error:
            raise KilledError from error
        if not line.endswith("\n"):
            killed = KilledError()
            killed.add_note(self.errors())
            raise killed
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _gone(self) -> None:
        life, self._life = self._life, None
        assert life is not None
        life.process.join()
        life.hang_up()


class Founder:
    """A till of old: members have topped up there, and it has returned everything to head office."""

    def __init__(self, office: OfficeProcess, name: str = "T-old") -> None:
        invitation = office.invitation()
        key = Ed25519PrivateKey.generate()
        self._chain = Chain(TillId(name))
        self._transport = Transport(invitation.address, invitation.fingerprint, till=name, epoch=1, key=key)
        public = key.public_key().public_bytes_raw().hex()
        taken = self._transport.enrol(Enrol(code=invitation.code, till=name, epoch=1, public_key=public))
        assert isinstance(self._hello(taken.server_epoch), HelloOk)

    @property
    def events(self) -> int:
        """How many events it has."""
        return self._chain.head.seq

    def give(self, wallet: str, amount: int, unit: Unit = PRINCIPAL, lot: Lot = LOT) -> None:
        """So much lies at head office from now on."""
        seq = self._chain.head.seq
        self._chain.top_up(amount, wallet=wallet, unit=unit, lot=lot)
        self._chain.give_back(amount, wallet=wallet, unit=unit, lot=lot)
        head = self._chain.head
        answer = self._transport.push(Frame(head.till, 1, links_of(self._chain.since(seq))))
        assert isinstance(answer, Ack)

    def come_back(self) -> None:
        """Say HELLO after a restore, with everything it knows, and send what is missing."""
        answer = self._hello("an older one")
        assert isinstance(answer, EpochChanged)
        answer = self._hello(answer.server_epoch)
        if isinstance(answer, ResendFrom):
            head = self._chain.head
            links = links_of(self._chain.since(answer.seq - 1))
            assert isinstance(self._transport.push(Frame(head.till, 1, links)), Ack)

    def close(self) -> None:
        """Let go of the line."""
        self._transport.close()

    def _hello(self, server_epoch: str) -> object:
        head = self._chain.head
        granted: Mapping[str, Any] = {"granted": ()}
        return self._transport.hello(
            Hello(
                till=head.till,
                epoch=1,
                server_epoch=server_epoch,
                last_seq=head.seq,
                last_hash=head.hash.hex(),
                acked=0,
                **granted,
            )
        )


@contextmanager
def serving(folder: Path, database: str = "") -> Iterator[OfficeProcess]:
    """A head office that runs until the end of the block."""
    office = OfficeProcess(folder, database)
    office.start()
    try:
        yield office
    finally:
        office.stop()


def free_port() -> int:
    """A port nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])
