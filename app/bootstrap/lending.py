"""Asking head office for value: for a customer who waits, or ahead of time when a card is read."""

from collections.abc import Callable, Mapping

from app.bootstrap.till import OpenTill
from app.domain.ids import WalletId
from app.domain.ledger import BONUS, PRINCIPAL, Unit
from app.ports.head_office import Lending, Lent
from sync.client.office import OfficeError
from sync.client.session import Session
from sync.client.till import Run
from sync.protocol.messages import Denied

_MONEY = (PRINCIPAL, BONUS)
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

    def ask(self, wallet: WalletId, missing_minor: int) -> Lent:
        """So much more of a wallet: all of it, else what there is."""
        before, outcomes = self._held(wallet), set[Lending]()
        try:
            for unit in _MONEY:
                wanted = missing_minor - (self._held(wallet) - before)
                if wanted > 0 and not outcomes & _FINAL:
                    outcomes.add(self._ask_for(wallet, unit, wanted))
        except OfficeError as error:
            self._broke_off(error)
            outcomes.add(Lending.OFFLINE)
        came = self._held(wallet) - before
        return Lent(Lending.LENT if came >= missing_minor else _worst(outcomes), came)

    def welcome(self, wallet: WalletId, elsewhere: Mapping[Unit, int]) -> bool:
        """Fill this till's share of a wallet up where it is below one ticket; whether anything came."""
        rules = self._run(self._till.use_cases.change_settings.read).leases
        before = self._held(wallet)
        if before >= rules.ticket_minor:
            return False
        missing = rules.share_minor - before
        try:
            for unit in _MONEY:
                want = min(missing - (self._held(wallet) - before), elsewhere.get(unit, 0))
                if want > 0:
                    self._request(wallet, unit, want, least=0)
        except OfficeError as error:
            self._broke_off(error)
        return self._held(wallet) > before

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

    def _held(self, wallet: WalletId) -> int:
        def look() -> int:
            with self._till.store.unit_of_work() as uow:
                return sum(lease.held for lease in uow.ledger.leases(wallet) if lease.unit in _MONEY)

        return self._run(look)


def _worst(outcomes: set[Lending]) -> Lending:
    """What the cashier should know first."""
    for outcome in (Lending.OFFLINE, Lending.FENCED, Lending.RECOVERY, Lending.CAP):
        if outcome in outcomes:
            return outcome
    return Lending.SHORT
