"""The register of members: how each fact changes it. One wallet for one phone, whatever comes in whichever order."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sqlalchemy import Connection

from app.domain.ids import MemberId, TillId, WalletId
from app.domain.lease.office import Rule
from app.domain.member import Card, CardState, Member
from app.domain.people import facts as people
from app.domain.people.facts import ConsentChange, Erasure, Merge, PeopleFact, ProfileChange, Registration
from app.domain.value.facts import CardChange
from sync.office.services.ledger.recall import recall_whole_wallet
from sync.office.services.people.merge import merge_wallets
from sync.office.services.world import World
from sync.office.storage.cards import cards_by_number, cards_of_wallet, is_blocked, keep_cards
from sync.office.storage.chains import Chain
from sync.office.storage.consents import forget_consents
from sync.office.storage.erased import erased_of, note_erased
from sync.office.storage.life import silence
from sync.office.storage.member_feed import announce_members
from sync.office.storage.member_keys import drop_key, drop_keys, note_whose
from sync.office.storage.merges import survivors
from sync.office.storage.people import (
    Registered,
    claim_phone,
    forget_registered,
    free_phone,
    keep_registered,
    lock_registered,
)
from sync.office.storage.state import read_state

# What a person has to look at, and whose wallet it is about.
Broken = Sequence[tuple[Rule, WalletId]]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact comes from: the event's id, its business date, and its till."""

    told_by: str
    day: str
    till: TillId


@dataclass(slots=True)
class Register:
    """The register in one transaction; `announce` tells the tills, as its last thing."""

    connection: Connection
    world: World
    touched: set[WalletId] = field(default_factory=set)

    def take(self, fact: PeopleFact, source: Source) -> Broken:
        """What a till, or a person here, has told of a member; of one who is forgotten nothing is heard any more."""
        if isinstance(fact, Registration | ProfileChange | ConsentChange) and self._is_forgotten(fact.wallet):
            return ()
        match fact:
            case Registration():
                return self._registered(fact, source)
            case ProfileChange():
                return self._changed(fact, source)
            case ConsentChange():
                return self._decided(fact, source)
            case Merge():
                self.merge(fact.gone, fact.kept[1], fact.approval.reason)
            case Erasure():
                self.erase(fact.wallet)
        return ()

    def keep_key(self, chain: Chain, seq: int, wallet: WalletId) -> None:
        """The event at `seq` tells of this wallet's member; of one who is forgotten its words are not kept either."""
        note_whose(self.connection, chain, seq, self._end(wallet))
        if self._is_forgotten(wallet):
            drop_key(self.connection, chain, seq)

    def take_cards(self, change: CardChange) -> Broken:
        """Cards as they are now. A card that is somebody else's stays theirs."""
        known = cards_by_number(self.connection, (card.number for card in change.cards))
        ends = survivors(self.connection, {card.wallet for card in (*change.cards, *known.values())})
        kept: list[Card] = []
        broken: list[tuple[Rule, WalletId]] = []
        for card in change.cards:
            before, wallet = known.get(card.number), ends[card.wallet]
            if before is not None and ends[before.wallet] != wallet:
                broken.append((Rule.CARD_TAKEN, wallet))
                self.touched.add(wallet)
            else:
                kept.append(self._card(card, before, wallet))
        keep_cards(self.connection, kept)
        for wallet in sorted({card.wallet for card in kept}):
            self._recall_where_blocked(wallet)
        return broken

    def merge(self, gone: tuple[MemberId, WalletId], kept: WalletId, reason: str) -> None:
        """Two are one: `gone` ends in `kept`. Told twice, or of two that are one already, nothing happens."""
        member, wallet = gone
        ends = survivors(self.connection, {wallet, kept})
        if ends[wallet] != ends[kept]:
            known = lock_registered(self.connection, ends[wallet])
            whom = known.member.id if known else member
            self.touched |= {ends[wallet], ends[kept]}
            merge_wallets(self.connection, self.world, (whom, ends[wallet]), ends[kept], reason)

    def erase(self, wallet: WalletId) -> None:
        """Nothing here says any more who this was; value and cards stay, without a name."""
        end = self._end(wallet)
        note_erased(self.connection, end, self.world.clock.now_ms())
        drop_keys(self.connection, end)
        known = lock_registered(self.connection, end)
        if known is None:
            return
        free_phone(self.connection, known.member.phone, end)
        forget_registered(self.connection, end)
        forget_consents(self.connection, end)
        silence(self.connection, end)
        keep_cards(self.connection, [replace(card, member=None) for card in cards_of_wallet(self.connection, end)])
        self.touched.add(end)

    def announce(self) -> None:
        """Tell the tills; the last thing the transaction does."""
        announce_members(self.connection, self.touched)

    def _registered(self, fact: Registration, source: Source) -> Broken:
        wallet = self._end(fact.wallet)
        told = people.registered(replace(fact, wallet=wallet), source.told_by, source.day)
        known = lock_registered(self.connection, wallet)
        if known is not None:
            # Something of them was heard before: what came later by their own till stands.
            told = _filled(known.member, told)
        held_by = claim_phone(self.connection, fact.phone, wallet) if fact.phone else wallet
        self._keep(Registered(told, fact.referrer or "", source.till, self.world.clock.now_ms()))
        if self._end(held_by) != wallet:
            self.merge((told.id, wallet), held_by, "phone")
        return ()

    def _changed(self, fact: ProfileChange, source: Source) -> Broken:
        known = self._known(fact.member, fact.wallet, source)
        wallet, own = known.member.wallet, dict(fact.own)
        broken: Broken = ()
        phone = own.get("phone")
        if phone and self._end(claim_phone(self.connection, phone, wallet)) != wallet:
            broken = [(Rule.PHONE_TAKEN, wallet)]
            del own["phone"]
        elif phone is not None and phone != known.member.phone:
            free_phone(self.connection, known.member.phone, wallet)
        self._keep(replace(known, member=people.changed(known.member, replace(fact, own=own))))
        return broken

    def _decided(self, fact: ConsentChange, source: Source) -> Broken:
        known = self._known(fact.member, fact.wallet, source)
        self._keep(replace(known, member=people.decided(known.member, fact, source.told_by)))
        return ()

    def _known(self, member: MemberId, wallet: WalletId, source: Source) -> Registered:
        """Who lives in this wallet by now; somebody of whom nothing else was ever told is taken in without a name."""
        end = self._end(wallet)
        found = lock_registered(self.connection, end)
        return found or Registered(Member(member, end, "", ""), "", source.till, self.world.clock.now_ms())

    def _keep(self, one: Registered) -> None:
        keep_registered(self.connection, one)
        self.touched.add(one.member.wallet)

    def _card(self, card: Card, before: Card | None, wallet: WalletId) -> Card:
        self.touched.add(wallet)
        known = lock_registered(self.connection, wallet)
        is_replaced = before is not None and before.state is CardState.REPLACED
        state = CardState.REPLACED if is_replaced else card.state
        nobody = None if self._is_forgotten(wallet) else card.member
        return replace(card, wallet=wallet, member=known.member.id if known else nobody, state=state)

    def _recall_where_blocked(self, wallet: WalletId) -> None:
        """Nobody may spend from a wallet whose cards are all stopped: what tills hold of it comes back."""
        if is_blocked(self.connection, wallet):
            recall_whole_wallet(self.connection, read_state(self.connection), wallet)

    def _is_forgotten(self, wallet: WalletId) -> bool:
        return bool(erased_of(self.connection, (wallet, self._end(wallet))))

    def _end(self, wallet: WalletId) -> WalletId:
        return survivors(self.connection, [wallet])[wallet]


def _filled(known: Member, told: Member) -> Member:
    """What was known, and where nothing was known what is told now."""
    return replace(
        told,
        id=known.id,
        name=known.name or told.name,
        phone=known.phone or told.phone,
        birthday=known.birthday or told.birthday,
        gender=known.gender or told.gender,
        colleague=known.colleague or told.colleague,
        fields={**told.fields, **known.fields},
        consents=people.stricter(known.consents, told.consents),
        joined_on=min(filter(None, (known.joined_on, told.joined_on)), default=""),
    )
