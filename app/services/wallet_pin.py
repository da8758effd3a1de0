"""The PIN of a wallet: chosen by the customer at this till, asked for above the programme's limit.

Only a hash is kept, here and nowhere in the journal; five wrong ones lock it for 15 minutes, also across a restart. A
till that knows none (the customer chose none, or chose it at another till) needs somebody who may allow it.
"""

import json
from dataclasses import dataclass

from app.domain.errors import Refused, Why
from app.domain.ids import WalletId
from app.domain.journal import Kind
from app.domain.member import MemberView
from app.domain.sale.body import approval_to_json
from app.domain.staff import PIN_DIGITS, PIN_LOCK_MS, PIN_TRIES, Approval, Permission
from app.ports.pins import PinHasher
from app.ports.store import Config, Store, UnitOfWork
from app.services.check_approval import check_approval
from app.services.stamp import Recorder

_SLOT = "wallet_pin:"


@dataclass(frozen=True, slots=True)
class _Known:
    pin_hash: str
    failures: int = 0
    locked_until: int = 0


@dataclass(frozen=True, slots=True)
class SetWalletPin:
    """Keep another PIN for a wallet; whoever may issue cards allows it."""

    store: Store
    recorder: Recorder
    hasher: PinHasher

    def __call__(self, view: MemberView, pin: str, approval: Approval) -> Refused | None:
        """Why it was not kept; None when it is."""
        if len(pin) < PIN_DIGITS or not pin.isdecimal():
            return Refused(Why.PIN_TOO_SHORT, {"digits": PIN_DIGITS})
        with self.store.unit_of_work() as uow:
            if refused := check_approval(uow, approval, Permission.CHANGE_CARD):
                return refused
            _keep(uow.config, view.wallet, _Known(self.hasher.hash(pin)))
            body = {"wallet": view.wallet, "approval": approval_to_json(approval)}
            self.recorder.record(uow, Kind.WALLET_PIN_SET, body, self.recorder.stamp(uow))
            uow.commit()
            return None


def why_not_so_much(
    uow: UnitOfWork,
    hasher: PinHasher | None,
    wallet: WalletId,
    given: "str | Approval | None",
    now_ms: int,
    limit_minor: int,
) -> Refused | None:
    """Why a wallet may not spend more than the limit; `given` is the PIN that was typed, or who allowed it without."""
    if isinstance(given, Approval):
        return check_approval(uow, given, Permission.VALUE_WITHOUT_PIN)
    known = _known(uow.config, wallet)
    if known is None or hasher is None:
        return Refused(Why.VALUE_NEEDS_APPROVAL, {"limit_minor": limit_minor})
    if now_ms < known.locked_until <= now_ms + PIN_LOCK_MS:
        return Refused(Why.PIN_LOCKED, {"minutes": -(-(known.locked_until - now_ms) // 60_000)})
    if not given:
        return Refused(Why.VALUE_NEEDS_PIN, {"limit_minor": limit_minor})
    if hasher.verify(known.pin_hash, given):
        _keep(uow.config, wallet, _Known(known.pin_hash))
        return None
    failures = known.failures + 1
    if failures >= PIN_TRIES:
        _keep(uow.config, wallet, _Known(known.pin_hash, 0, now_ms + PIN_LOCK_MS))
        return Refused(Why.PIN_LOCKED, {"minutes": PIN_LOCK_MS // 60_000})
    _keep(uow.config, wallet, _Known(known.pin_hash, failures))
    return Refused(Why.PIN_WRONG, {"tries_left": PIN_TRIES - failures})


def _known(config: Config, wallet: WalletId) -> _Known | None:
    text = config.get(_SLOT + wallet)
    return _Known(*json.loads(text)) if text else None


def _keep(config: Config, wallet: WalletId, known: _Known) -> None:
    config.put(_SLOT + wallet, json.dumps([known.pin_hash, known.failures, known.locked_until]))
