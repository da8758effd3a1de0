"""What happens to members at the counters of a chain: they register, change, merge, are forgotten, buy, get cards."""

from collections.abc import Callable, Sequence
from random import Random

from app.domain.errors import Refused
from app.domain.ids import CardNumber
from app.domain.ledger import PRINCIPAL
from app.domain.member import Consent, Member
from app.domain.staff import Permission
from app.domain.value.facts import CardStep
from app.services.change_card import permission_for
from app.services.register_member import NewMember
from tests.simulation.machine import CASHIER, member_of
from tests.simulation.member_till import MemberTill
from tests.simulation.people_office import NAMES, PHONES

CARDS = tuple(f"88{number:04}" for number in range(12))
BIRTHDAYS = ("", "1990-11-24", "1991-11-25")


class AtCounters:
    """Guests of these tills. `phones_stay`: no phone ever changes hands."""

    def __init__(self, tills: Sequence[MemberTill], chance: Random, *, phones_stay: bool) -> None:
        self._tills, self._chance, self._phones_stay = tills, chance, phones_stay
        self.doings: list[Callable[[], None]] = [self.register] * 8 + [self._edit] * 4 + [self._decide] * 10
        self.doings += [self._card] * 6 + [self._merge, self._forget] + [self._top_up] * 8 + [self._sell] * 4
        self.doings += [self._swipe] * 4 + [self._ask] * 6

    def register(self) -> None:
        """Somebody becomes a member, perhaps once more."""
        till, given = self._till(), self._chance.choice([None, None, True, False])
        new = NewMember(
            self._chance.choice(PHONES),
            self._chance.choice(NAMES),
            birthday=self._chance.choice(BIRTHDAYS),
            consents={} if given is None else {Consent.MESSAGES: given},
            card=self._chance.choice(["", *CARDS]),
        )
        till.try_to(lambda: till.register(new, CASHIER))

    def _till(self) -> MemberTill:
        return self._chance.choice(self._tills)

    def _serve(self, do: Callable[[MemberTill, Member], object]) -> None:
        """Somebody whom a till knows stands at its counter."""
        till, phone = self._till(), self._chance.choice(PHONES)

        def served() -> None:
            for who in till.found(phone)[:1]:
                do(till, who)

        till.try_to(served)

    def _edit(self) -> None:
        own = {"name": self._chance.choice(NAMES), "birthday": self._chance.choice(BIRTHDAYS[1:])}
        if not self._phones_stay:
            own["phone"] = self._chance.choice(PHONES)
        own = {name: text for name, text in own.items() if self._chance.randrange(2)}
        fields = {"size": self._chance.choice(["", "S", "M"])}
        self._serve(lambda till, who: till.change.profile(who.id, own, fields, CASHIER))

    def _decide(self) -> None:
        given, lifts = self._chance.randrange(2) == 0, self._chance.randrange(8) == 0

        def decide(till: MemberTill, who: Member) -> None:
            known = who.consents.get(Consent.MESSAGES)
            if not given or lifts or known is None or known.given:
                till.change.consent(who.id, Consent.MESSAGES, CASHIER, given=given)

        self._serve(decide)

    def _card(self) -> None:
        step = self._chance.choice([CardStep.ISSUE, CardStep.FREEZE, CardStep.FREEZE, CardStep.RELEASE])
        number, which = self._chance.choice(CARDS), self._chance.random()

        def change(till: MemberTill, who: Member) -> None:
            view, own = till.view.by_member(who.id), till.own_cards(who.wallet)
            if isinstance(view, Refused):
                return
            if step is CardStep.ISSUE:
                till.cards.issue(view, number, till.approved(Permission.CHANGE_CARD))
            elif own:
                permission = permission_for(step)
                till.cards.mark(view, own[int(which * len(own))].number, step, till.approved(permission))

        self._serve(change)

    def _merge(self) -> None:
        phone = self._chance.choice(PHONES)

        def merge(till: MemberTill, kept: Member) -> None:
            for gone in till.found(phone)[:1]:
                till.change.merge(gone, kept, till.approved(Permission.MERGE_MEMBERS))

        if self._chance.randrange(2):
            self._serve(merge)

    def _forget(self) -> None:
        self._serve(lambda till, who: till.change.erase(who, till.approved(Permission.MERGE_MEMBERS)))

    def _top_up(self) -> None:
        amount = self._chance.randint(100, 3_000)
        self._serve(lambda till, who: till.desk.top_up(member_of(who.wallet), amount))

    def _sell(self) -> None:
        amount = self._chance.randint(100, 1_500)
        self._serve(lambda till, who: till.sell(who.wallet, amount, min(amount, till.leases(who.wallet))))

    def _swipe(self) -> None:
        """A card is read and pays: never one that this till has heard to be stopped."""
        till, number, amount = self._till(), CardNumber(self._chance.choice(CARDS)), self._chance.randint(100, 1_500)

        def pay() -> None:
            view = till.view.by_card(number)
            if not isinstance(view, Refused):
                assert not till.has_heard_of_a_stop(number), f"{till.name} takes card {number}, which is stopped"
                till.sell(view.wallet, amount, min(amount, till.leases(view.wallet)))

        till.try_to(pay)

    def _ask(self) -> None:
        want = self._chance.randint(100, 3_000)

        def ask(till: MemberTill, who: Member) -> None:
            if not till.is_pulling:
                till.session.ask(who.wallet, PRINCIPAL, want)

        self._serve(ask)
