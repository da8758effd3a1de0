"""Rows of the stream of members as the directory keeps them: member, cards and balances of one wallet."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.domain.ids import CardNumber, MemberId, TierId, WalletId
from app.domain.ledger import Unit
from app.domain.member import Card, CardState, Consent, Decision, DueFollowUp, Member, TierHeld

MAIN_LADDER = "main"
_KNOWN = frozenset(
    {
        "wallet", "member", "name", "phone", "birthday", "gender", "kind", "fields", "joined_on", "tiers", "consents",
        "cards", "balances", "follow_ups", "last_visit_on", "measures", "measured_on", "drops", "colleague",
        "identified", "tags",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class WalletRow:
    """One wallet; `more` is what a newer head office says of the member."""

    wallet: WalletId
    member: Member | None
    cards: tuple[Card, ...]
    balances: Mapping[Unit, int]
    more: Mapping[str, Any]


def wallet_row(row_id: str, content: Mapping[str, Any]) -> WalletRow:
    """The row in its parts; an anonymous card's has no member."""
    wallet, member_id = WalletId(row_id), content.get("member")
    named = _member(wallet, content) if member_id and content.get("name") else None
    return WalletRow(
        wallet=wallet,
        member=named,
        cards=tuple(_card(wallet, member_id, number, state) for number, state in content.get("cards", ())),
        balances={Unit(unit): int(amount) for unit, amount in content.get("balances", {}).items()},
        more={name: value for name, value in content.items() if name not in _KNOWN},
    )


def _member(wallet: WalletId, content: Mapping[str, Any]) -> Member:
    tiers = dict(content.get("tiers", {}))
    tier, until = tiers.pop(MAIN_LADDER, (None, ""))
    return Member(
        id=MemberId(content["member"]),
        wallet=wallet,
        name=content["name"],
        phone=content.get("phone", ""),
        tier=TierId(tier) if tier else None,
        birthday=content.get("birthday", ""),
        joined_on=content.get("joined_on", ""),
        last_visit_on=content.get("last_visit_on", ""),
        measures=content.get("measures", {}),
        kind=content.get("kind", "person"),
        gender=content.get("gender", ""),
        colleague=content.get("colleague", ""),
        identified=content.get("identified", False),
        tags=frozenset(content.get("tags", ())),
        fields=content.get("fields", {}),
        tier_until=until,
        more_tiers=tuple(TierHeld(TierId(held), to) for held, to in tiers.values()),
        follow_ups=tuple(DueFollowUp(*row) for row in content.get("follow_ups", ())),
        consents=_consents(content.get("consents", {})),
        measured_on=content.get("measured_on", ""),
        drops={name: (on, int(value)) for name, (on, value) in content.get("drops", {}).items()},
    )


def _consents(told: Mapping[str, Any]) -> Mapping[Consent, Decision]:
    return {Consent(name): Decision(bool(given), by) for name, (given, by) in told.items() if name in set(Consent)}


def _card(wallet: WalletId, member_id: str | None, number: str, state: str) -> Card:
    return Card(CardNumber(number), wallet, MemberId(member_id) if member_id else None, CardState(state))
