"""What not every member has, in one column: kind, gender, tags, fields, further tiers, due follow-ups, consents."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.domain.ids import TierId
from app.domain.member import Consent, Decision, DueFollowUp, Member, TierHeld


def facts_text(member: Member, more: Mapping[str, Any] | None = None) -> str:
    """The facts of the member that are out of the ordinary, as JSON; empty for none. `more`: what nobody here knows."""
    facts: dict[str, Any] = {
        "kind": member.kind if member.kind != "person" else "",
        "gender": member.gender,
        "colleague": member.colleague,
        "identified": member.identified,
        "tags": sorted(member.tags),
        "fields": dict(member.fields),
        "tier_until": member.tier_until,
        "more_tiers": [[held.tier, held.until] for held in member.more_tiers],
        "follow_ups": [[due.follow_up, due.due_on, due.about, due.sale, due.pet] for due in member.follow_ups],
        "consents": {name.value: [said.given, said.told_by] for name, said in member.consents.items()},
        "measured_on": member.measured_on,
        "drops": {name: [on, value] for name, (on, value) in member.drops.items()},
        "more": dict(more or {}),
    }
    told = {name: fact for name, fact in facts.items() if fact}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")) if told else ""


def with_facts(member: Member, text: str) -> Member:
    """The member with the facts that such a text holds; what a newer build has added is let through."""
    facts = json.loads(text)
    return replace(
        member,
        kind=facts.get("kind", "person"),
        gender=facts.get("gender", ""),
        colleague=facts.get("colleague", ""),
        identified=facts.get("identified", False),
        tags=frozenset(facts.get("tags", ())),
        fields=facts.get("fields", {}),
        tier_until=facts.get("tier_until", ""),
        more_tiers=tuple(TierHeld(TierId(tier), until) for tier, until in facts.get("more_tiers", ())),
        consents=_consents(facts.get("consents", {})),
        follow_ups=tuple(DueFollowUp(*row) for row in facts.get("follow_ups", ())),
        measured_on=facts.get("measured_on", ""),
        drops={name: (on, value) for name, (on, value) in facts.get("drops", {}).items()},
    )


def _consents(told: Mapping[str, Any]) -> Mapping[Consent, Decision]:
    return {Consent(name): Decision(given, by) for name, (given, by) in told.items() if name in set(Consent)}
