"""Asking head office for value: for a customer who waits, or ahead of time when a card is read."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set

from app.bootstrap.till import OpenTill
from app.domain.ids import WalletId
from app.domain.lease.share import MONEY, batches, wants
from app.domain.ledger import Unit
from app.ports.head_office import Lending, Lent
from sync.client.office import OfficeError
from sync.client.session import Session
from sync.client.till import Run
from sync.protocol.messages import Denied

_DENIED = {
    "short": Lending.SHORT,
    "cap": Lending.CAP,
    "recovery": Lending.RECOVERY,
    "fenced": Lending.FENCED,
    "other_epoch": Lending.RECOVERY,
}
# Asking for the other unit would be answered alike.
_FINAL = {Lending.RECOVERY, Lending.FENCED}


class Lender:
    """Asks through a session. `broke_off` is told why an answer did not come, and passes the error on."""

    def __init__(self, till: OpenTill, session: Session, run: Run, broke_off: Callable[[OfficeError], None]) -> None:
        self._till, self._session, self._run, self._broke_off = till, session, run, broke_off

    def ask(self, wallet: WalletId, missing: int, units: Sequence[Unit] = MONEY) -> Lent:
        """So much more of these units of a wallet: all of it, else what there is."""
        before, outcomes = self._held(wallet, units), set[Lending]()
        try:
            for unit in units:
                wanted = missing - (self._held(wallet, units) - before)
                if wanted > 0 and not outcomes & _FINAL:
                    outcomes.add(self._ask_for(wallet, unit, wanted))
        except OfficeError as error:
            self._broke_off(error)
            outcomes.add(Lending.OFFLINE)
        came = self._held(wallet, units) - before
        return Lent(Lending.LENT if came >= missing else _worst(outcomes), came)

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> bool:
        """Fill this till's share of every unit of a wallet up where little is left; whether anything came."""
        rules = self._run(self._till.use_cases.change_settings.read).leases
        held = self._holds(wallet)
        asked = wants(held, elsewhere, ticket_minor=rules.ticket_minor, share_minor=rules.share_minor)
        return bool(self._fill(wallet, asked))

    def stock(self, wallet: WalletId, shares: Mapping[Unit, int]) -> Set[Unit]:
        """Fill up what all members share, in batches, out of a wallet that is nobody's; of what there was none."""
        asked = batches(self._holds(wallet), shares)
        return {unit for unit, _ in asked} - self._fill(wallet, asked)

    def _fill(self, wallet: WalletId, asked: Sequence[tuple[Unit, int]]) -> Set[Unit]:
        came: set[Unit] = set()
        try:
            for unit, want in asked:
                outcome = self._request(wallet, unit, want, least=0)
                if outcome is Lending.LENT:
                    came.add(unit)
                if outcome in _FINAL:
                    break
        except OfficeError as error:
            self._broke_off(error)
        return came

    def _ask_for(self, wallet: WalletId, unit: Unit, want: int) -> Lending:
        # All of it first: only where that is refused do other tills hear that somebody needs it.
        outcome = self._request(wallet, unit, want, least=want)
        if outcome in {Lending.SHORT, Lending.CAP}:
            self._request(wallet, unit, want, least=0)
        return outcome

    def _request(self, wallet: WalletId, unit: Unit, want: int, *, least: int) -> Lending:
        answer = self._session.ask(wallet, unit, want, least)
        if answer is None:  # it was restored meanwhile: only a HELLO adopts its new epoch
            self._session.synchronise()
            answer = self._session.ask(wallet, unit, want, least)
        if answer is None:
            return Lending.RECOVERY
        return _DENIED[answer.why] if isinstance(answer, Denied) else Lending.LENT

    def _held(self, wallet: WalletId, units: Sequence[Unit]) -> int:
        held = self._holds(wallet)
        return sum(held[unit] for unit in units)

    def _holds(self, wallet: WalletId) -> Counter[Unit]:
        def look() -> Counter[Unit]:
            held = Counter[Unit]()
            with self._till.store.unit_of_work() as uow:
                for lease in uow.ledger.leases(wallet):
                    held[lease.unit] += lease.held
            return held

        return self._run(look)


def _worst(outcomes: set[Lending]) -> Lending:
    """What the cashier should know first."""
    for outcome in (Lending.OFFLINE, Lending.FENCED, Lending.RECOVERY, Lending.CAP):
        if outcome in outcomes:
            return outcome
    return Lending.SHORT
