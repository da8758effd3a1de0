"""Answer a call at the open door: once, with the same engine as a till's, posted here and remembered under its name."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from pydantic import TypeAdapter
from sqlalchemy import Connection

from app.domain.ids import MerchantId, WalletId
from app.domain.ledger import POINTS
from app.domain.programme.lifecycle.standing import Reaction
from app.domain.programme.publishing import Publication
from app.domain.programme.rights import GROWTH
from app.domain.programme.scene import Moment
from app.domain.programme.spans import add_days
from sync.office.services.door.calls import (
    Call,
    CallRefusedError,
    Refusal,
    check_coverage,
    facts_of,
    others_in,
    own_number,
)
from sync.office.services.ledger.recall import RecallValue
from sync.office.services.life.lives import LentOutError, Lives
from sync.office.services.people.find_member import find_wallet
from sync.office.services.programmes import parsed
from sync.office.services.world import World
from sync.office.storage.life import Life
from sync.office.storage.open_door import Token, answered, keep_answered
from sync.office.storage.people import registered
from sync.office.storage.state import Mode, read_state
from sync.protocol.open_door import Done, Moved, Who

_DONE: TypeAdapter[Done] = TypeAdapter(Done)
_EARLY_MS = 5 * 60 * 1000
_LATE_MS = 92 * 24 * 60 * 60 * 1000


@dataclass(frozen=True, slots=True)
class AnswerCall:
    """Each call is one transaction; CallRefusedError where nothing comes of it, and then nothing is written."""

    world: World

    def __call__(self, token: Token, call: Call) -> Done:
        """What came of the call; of one that was answered before the same answer."""
        try:
            return self.world.database.write(lambda connection: self._answered(connection, token, call))
        except LentOutError as error:
            # It comes back by itself; the caller tries again.
            RecallValue(self.world)(error.wallet, error.unit)
            raise CallRefusedError(Refusal.LENT_OUT) from error

    def _answered(self, connection: Connection, token: Token, call: Call) -> Done:
        name = own_number(token, call.id)
        asked = hashlib.sha256(f"{type(call).__name__} {call.model_dump_json()}".encode()).digest()
        before = answered(connection, name)
        if before is not None:
            if before[0] != asked:
                raise CallRefusedError(Refusal.ID_REUSED)
            return _DONE.validate_json(before[1])
        done = self._done(connection, token, call)
        keep_answered(connection, name, asked, done.model_dump_json(), self.world.clock.now_ms())
        return done

    def _done(self, connection: Connection, token: Token, call: Call) -> Done:
        state = read_state(connection)
        if state.mode is not Mode.NORMAL:
            raise CallRefusedError(Refusal.RECOVERY)
        moment = self._moment(call)
        wallets = [_wallet(connection, who) for who in (call.who, *others_in(call))]
        lives = Lives(connection, self.world, wallets)
        by = lives.publication_on(moment.day)
        if by is None:
            raise CallRefusedError(Refusal.NO_PROGRAMME)
        found = [_met(connection, lives.life(wallet), moment.day) for wallet in wallets]
        merchant = MerchantId(token.merchant) if token.merchant else state.merchant
        reaction = self._happened(lives, found, call, token, moment, by, merchant)
        lives.keep()
        return _told(own_number(token, call.id), found[0], reaction, moment.day)

    def _happened(
        self,
        lives: Lives,
        found: Sequence[Life],
        call: Call,
        token: Token,
        moment: Moment,
        by: Publication,
        merchant: MerchantId,
    ) -> Reaction:
        programme = parsed(by.text)
        facts = facts_of(call, token, moment, programme, [life.standing for life in found], [m.member for m in found])
        check_coverage(call, programme, found[0].standing, moment.day)
        reactions = [lives.happened(life, fact, by, merchant) for life, fact in zip(found, facts, strict=True)]
        return reactions[0]

    def _moment(self, call: Call) -> Moment:
        now = self.world.clock.now_ms()
        at = call.at or now
        if not now - _LATE_MS <= at <= now + _EARLY_MS:
            raise CallRefusedError(Refusal.TIME)
        local = self.world.local_time(at)
        return Moment(local[:10], local[11:16], call.shop, getattr(call, "channel", "online"))


def _wallet(connection: Connection, who: Who) -> WalletId:
    wallet = find_wallet(connection, who)
    if wallet is None:
        raise CallRefusedError(Refusal.UNKNOWN_MEMBER)
    return wallet


def _met(connection: Connection, life: Life, day: str) -> Life:
    """A member of the register whose life has not begun here yet is taken as they registered."""
    if not life.is_known:
        known = registered(connection, [life.wallet]).get(life.wallet)
        if known is None:
            raise CallRefusedError(Refusal.UNKNOWN_MEMBER)
        life.member, life.is_known, life.due_on = known.member.id, True, day
        life.standing = replace(
            life.standing, joined_on=known.member.joined_on or day, nights_through=add_days(day, -1)
        )
    return life


def _told(number: str, life: Life, reaction: Reaction, day: str) -> Done:
    moved: dict[str, int] = {}
    for change in reaction.changes:
        moved[change.unit] = moved.get(change.unit, 0) + change.amount
    standing = life.standing
    return Done(
        number=number,
        moved=tuple(Moved(unit=unit, amount=amount) for unit, amount in sorted(moved.items()) if amount),
        withheld=reaction.withheld,
        points=standing.usable(POINTS, day),
        growth=max(0, standing.total(GROWTH)),
        tiers={ladder: held.tier for ladder, held in sorted(standing.tiers.items())},
    )
