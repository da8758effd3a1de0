"""Accept the rolling code on a member's phone: signed, fresh by a clock that can be trusted, and not used here before.

Nothing but the till's own store is asked, so it works offline. What it cannot know is whether another till has taken
the same code a moment ago: that is what the short validity is for.
"""

import hashlib
import json
from dataclasses import dataclass

from app.domain.codes import MemberCode
from app.domain.codes.member_code import LONGEST_VALID_S
from app.domain.errors import Refused, Why
from app.ports.member_codes import SignedByOffice
from app.ports.store import Store, UnitOfWork
from app.services.stamp import Recorder

CONFIG_NAME = "member_codes_used"

# How far this till's clock and head office's may be apart.
TOLERANCE_S = 120
# A scanner that reads a screen twice, or a cashier who is not sure: that is the same showing.
SAME_SHOWING_S = 5


@dataclass(frozen=True, slots=True)
class AcceptMemberCode:
    """Each code opens a wallet at this till once."""

    store: Store
    recorder: Recorder
    is_signed: SignedByOffice

    def __call__(self, code: MemberCode) -> Refused | None:
        """Why the code is not taken; None where it is, and from then on it is used up."""
        with self.store.unit_of_work() as uow:
            signed = self.is_signed(uow.config, code.signed, code.signature)
            if not signed:
                return Refused(Why.MEMBER_CODE_NO_KEY if signed is None else Why.MEMBER_CODE_FORGED)
            stamp = self.recorder.look(uow)
            if stamp.frozen:
                return Refused(Why.MEMBER_CODE_CLOCK)
            return self._fresh(uow, code, stamp.corrected_at // 1000)

    def _fresh(self, uow: UnitOfWork, code: MemberCode, now_s: int) -> Refused | None:
        age_s = now_s - code.issued_s
        if age_s < -TOLERANCE_S:
            return Refused(Why.MEMBER_CODE_CLOCK)
        valid_s = min(code.valid_s, LONGEST_VALID_S) + TOLERANCE_S
        if age_s > valid_s:
            return Refused(Why.MEMBER_CODE_EXPIRED)
        used = _used(uow, now_s)
        name = hashlib.sha256(code.signed).hexdigest()[:32]
        if name in used:
            return None if now_s - used[name][0] <= SAME_SHOWING_S else Refused(Why.MEMBER_CODE_USED)
        used[name] = (now_s, code.issued_s + valid_s)
        uow.config.put(CONFIG_NAME, json.dumps(used))
        uow.commit()
        return None


def _used(uow: UnitOfWork, now_s: int) -> dict[str, tuple[int, int]]:
    """The codes taken here that have not run out yet: when they came, and until when they are good (UTC s)."""
    kept = json.loads(uow.config.get(CONFIG_NAME) or "{}")
    return {name: (came, until) for name, (came, until) in kept.items() if until >= now_s}
