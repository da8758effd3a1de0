"""The members: the same for the same seed, plausible, and the special ones as documented."""

import hashlib
from collections import Counter
from functools import cache

from app.cli.demo import special
from app.cli.demo.holders import Holder
from app.cli.demo.people import people
from app.domain.ids import CardNumber
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from app.domain.member import CardState, Member
from app.domain.programme.file import read_programme
from app.domain.programme.model import Programme
from app.domain.programme.scene import Person
from app.domain.programme.tiers import tier_of
from app.paths import resources_dir

TODAY = "2026-11-22"


@cache
def programme() -> Programme:
    return read_programme((resources_dir() / "programmes" / "demo.toml").read_text(encoding="utf-8"))


@cache
def crowd() -> tuple[Holder, ...]:
    return tuple(people(5_000, seed=1, today=TODAY, programme=programme()))


@cache
def members() -> tuple[Member, ...]:
    return tuple(holder.member for holder in crowd() if holder.member)


def fingerprint(seed: int, today: str = TODAY) -> str:
    lines = "\n".join(map(repr, people(800, seed=seed, today=today, programme=programme())))
    return hashlib.sha256(lines.encode()).hexdigest()


def by_card(number: CardNumber) -> Holder:
    return next(holder for holder in crowd() if any(card.number == number for card in holder.cards))


def named(number: CardNumber) -> Member:
    member = by_card(number).member
    assert member is not None
    return member


def test_the_same_seed_makes_the_same_people_and_another_seed_others() -> None:
    assert fingerprint(1) == fingerprint(1)
    assert fingerprint(1) != fingerprint(2)
    assert fingerprint(1) != fingerprint(1, "2026-11-23")


def test_the_count_is_that_of_members_and_anonymous_cards_come_on_top() -> None:
    assert len(members()) == 5_000
    assert len(crowd()) - 5_000 == 102


def test_ids_cards_and_telephones_are_unique() -> None:
    cards = [card.number for holder in crowd() for card in holder.cards]
    for keys in (cards, [member.id for member in members()], [member.phone for member in members()]):
        assert len(keys) == len(set(keys))
    assert len({holder.wallet for holder in crowd()}) == len(crowd())


def test_wallet_member_and_cards_belong_together() -> None:
    for holder in crowd():
        owner = holder.member.id if holder.member else None
        assert holder.member is None or holder.member.wallet == holder.wallet
        assert {(card.wallet, card.member) for card in holder.cards} == {(holder.wallet, owner)}


def test_dates_are_in_order() -> None:
    for member in members():
        assert member.joined_on <= member.last_visit_on <= TODAY
        assert member.birthday < "2011"
    joined = [member.joined_on for member in members()[special.SPECIAL_MEMBERS :]]
    assert joined == sorted(joined)


def test_tiers_are_those_of_the_measures_and_all_occur() -> None:
    for member in members():
        reached = tier_of(programme(), None, Person(measures=member.measures))
        assert reached is not None
        assert member.tier == reached.id
    spread = Counter(str(member.tier) for member in members())
    assert spread["silver"] > spread["gold"] > spread["black"] > 0


def test_a_few_have_their_birthday_today() -> None:
    assert 1 < sum(member.birthday[5:] == TODAY[5:] for member in members()) < 50


def test_nobody_holds_more_here_than_there_is_nor_more_than_the_law_allows() -> None:
    for holder in crowd():
        assert all(0 <= owned.leased <= owned.total and owned.total > 0 for owned in holder.lots)
        assert all(owned.lot.usable_on(TODAY) for owned in holder.lots)
        assert len({(owned.unit, owned.lot) for owned in holder.lots}) == len(holder.lots)
        assert holder.total(PRINCIPAL) <= (500_000 if holder.member else 100_000)


def test_balances_of_every_kind_occur_also_elsewhere() -> None:
    for unit in (PRINCIPAL, BONUS, POINTS):
        assert sum(holder.total(unit) > 0 for holder in crowd()) > 200
    assert sum(holder.leased(PRINCIPAL) < holder.total(PRINCIPAL) for holder in crowd()) > 20
    assert sum(len([o for o in holder.lots if o.unit == POINTS]) == 2 for holder in crowd()) > 200


def test_cards_of_every_state_occur() -> None:
    assert {card.state for holder in crowd()[20:] for card in holder.cards} == set(CardState)


def test_zhang_san_is_gold_with_principal_bonus_and_points() -> None:
    holder, member = by_card(special.ZHANG_SAN), named(special.ZHANG_SAN)
    assert (member.name, member.phone, member.tier) == ("张三", "13800001111", "gold")
    assert (holder.total(PRINCIPAL), holder.total(BONUS), holder.total(POINTS)) == (50_000, 5_000, 1_280)
    assert holder.leased(PRINCIPAL) == 50_000


def test_most_of_what_li_si_owns_lies_elsewhere() -> None:
    holder = by_card(special.LI_SI)
    assert named(special.LI_SI).name == "李四"
    assert (holder.total(PRINCIPAL), holder.leased(PRINCIPAL)) == (50_000, 12_000)


def test_cards_that_open_nothing() -> None:
    states = {card.number: card.state for holder in crowd() for card in holder.cards}
    assert states[special.WANG_WU_FROZEN] is CardState.FROZEN
    assert states[special.QIAN_QI_LOST] is CardState.LOST
    assert states[special.ZHAO_LIU_REPLACED] is CardState.REPLACED
    assert states[special.ZHAO_LIU] is CardState.ACTIVE
    assert by_card(special.ZHAO_LIU) is by_card(special.ZHAO_LIU_REPLACED)


def test_the_other_special_members() -> None:
    assert named(special.SHAN_XIONG).name == "单雄"
    assert named(special.SUN_YUE_BIRTHDAY).birthday[5:] == TODAY[5:]
    assert named(special.WU_JING_DORMANT).last_visit_on < "2025-11-22"
    assert by_card(special.WU_JING_DORMANT).total(PRINCIPAL) == 86_000
    assert named(special.LONG_NAME).tier == "black"


def test_anonymous_cards_belong_to_nobody() -> None:
    holder = by_card(special.ANONYMOUS_100)
    assert holder.member is None
    assert (holder.total(PRINCIPAL), holder.leased(PRINCIPAL)) == (10_000, 10_000)
    assert by_card(special.ANONYMOUS_EMPTY).lots == ()


def test_a_leap_day_does_no_harm() -> None:
    first = next(iter(people(10, seed=1, today="2028-02-29", programme=programme())))
    assert [owned.lot.expires_on for owned in first.lots if owned.unit == BONUS] == ["2028-12-31"]
