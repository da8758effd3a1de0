"""A card is swiped online: the till asks head office and may spend; also while ten other tills upload."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from time import perf_counter_ns
from typing import TypeVar

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.devices.clock import SystemClock, SystemRandomness
from app.domain.ids import MerchantId, TillId, WalletId
from app.domain.ledger import PRINCIPAL
from app.services.stamp import Recorder
from app.storage.keys import open_key
from app.storage.till.store import TillStore
from app.storage.worker import DatabaseWorker
from benchmarks.bare_lender import BareLender
from benchmarks.chain_offices import Site, engines_here, office_on
from benchmarks.figures import Figure, Goal, Pairs, percentile
from benchmarks.shop import ROOT
from sync.client.session import Outcome, Session
from sync.client.transport import Transport
from sync.protocol.messages import Enrol, Granted
from tests.chain.processes import Founder, free_port

ROUNDS, WALLETS = 500, 100
UPLOADED, UPLOADERS = 60_000, 10
LIMIT_IS = (
    "one guarded UPDATE … RETURNING over loopback HTTPS, same server and certificate; "
    "what was lent kept in one row and one append, each synced"
)
_WARM_UP = 20
_WANT_MINOR = 10
_ALONE = {0.5: (2.0, Goal.RATIO_AT_MOST), 0.99: (50.0, Goal.VALUE_AT_MOST)}
_BUSY = {0.5: (None, Goal.NONE), 0.99: (50.0, Goal.VALUE_AT_MOST)}
T = TypeVar("T")


class NotLentError(Exception):
    """Head office did not lend what lies there."""


def run(rounds: int = ROUNDS, wallets: int = WALLETS, uploaded: int = UPLOADED) -> Iterator[Figure]:
    """On every engine there is here: alone, then while others upload."""
    for engine in engines_here():
        with office_on(engine) as site, _asking(site, wallets) as ask, _bare(site) as bare:
            _taken(ask, bare, _WARM_UP)
            bare.asking_ms.clear()
            alone = _taken(ask, bare, rounds)
            context = {"limit_without_keeping": round(percentile(bare.asking_ms, 0.5), 3)}
            yield from alone.figures("lease", LIMIT_IS, _ALONE, context, f"{engine}_")
            with _uploads(site, uploaded) as uploading:
                pairs = _taken(ask, bare, rounds, lambda: uploading.poll() is None)
            yield from pairs.figures("lease", LIMIT_IS, _BUSY, {}, f"{engine}_while_uploading_")


def _taken(
    ask: Callable[[int], None], bare: BareLender, rounds: int, counts: Callable[[], bool] = lambda: True
) -> Pairs:
    pairs = Pairs()
    for number in range(rounds):
        began = perf_counter_ns()
        ask(number)
        between = perf_counter_ns()
        bare.lend(number)
        if not counts():
            break
        pairs.add(between - began, perf_counter_ns() - between)
    return pairs


@contextmanager
def _asking(site: Site, wallets: int) -> Iterator[Callable[[int], None]]:
    """A till; what is handed out asks for a little of one of the wallets and has it when it returns."""
    names = [WalletId(f"wallet-{number}") for number in range(wallets)]
    with ExitStack() as stack:
        founder = stack.enter_context(closing(Founder(site.office)))
        for name in names:
            founder.give(name, 10**6)
        session = _till(site, stack)

        def ask(number: int) -> None:
            answer = session.ask(names[number % wallets], PRINCIPAL, _WANT_MINOR, _WANT_MINOR)
            if not isinstance(answer, Granted):
                raise NotLentError(answer)

        yield ask


def _till(site: Site, stack: ExitStack) -> Session:
    folder, name = site.folder / "till", TillId("T01-asks")
    folder.mkdir()
    invitation, private = site.office.invitation(), Ed25519PrivateKey.generate()
    line = Transport(invitation.address, invitation.fingerprint, till=name, epoch=1, key=private)
    public = private.public_key().public_bytes_raw().hex()
    taken = line.enrol(Enrol(code=invitation.code, till=name, epoch=1, public_key=public))
    store = TillStore.open(folder, open_key(folder))
    clock, randomness = SystemClock(), SystemRandomness()
    store.enrol(name, MerchantId(taken.merchant), 1, clock=clock, randomness=randomness)
    worker = DatabaseWorker(store)
    stack.callback(line.close)
    stack.callback(worker.close)

    def run_(work: Callable[[], T]) -> T:
        return worker.submit(work).result()

    session = Session(store, Recorder(clock, randomness), line, run_)
    if session.synchronise() is not Outcome.DONE:
        raise NotLentError
    return session


@contextmanager
def _bare(site: Site) -> Iterator[BareLender]:
    port, place = free_port(), site.spare_url or str(site.folder / "bare.db")
    command = [sys.executable, "-m", "benchmarks.bare_office", str(port), str(site.office.folder), place]
    process = subprocess.Popen(command, cwd=ROOT)
    try:
        with closing(BareLender(port, site.folder)) as bare:
            yield bare
    finally:
        process.kill()
        process.wait()


@contextmanager
def _uploads(site: Site, events: int) -> Iterator["subprocess.Popen[str]"]:
    """Ten tills are at it when this begins."""
    invitations = [site.office.invitation() for _ in range(UPLOADERS)]
    lines = [f"{each.address}#{each.code}#{each.fingerprint}" for each in invitations]
    command = [sys.executable, "-m", "benchmarks.upload_process", json.dumps(lines), str(events)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        process.stdout.readline()
        yield process
    finally:
        process.kill()
        process.communicate()
