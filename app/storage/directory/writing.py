"""How members, cards and balances are written into a directory, whole files and single changes alike."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from app.domain.member import Card, Member
from app.storage.directory.facts import facts_text
from app.storage.directory.pinyin import readings, surname_length

PUT_MEMBER = f"INSERT INTO member VALUES ({', '.join('?' * 14)})"
PUT_READING = "INSERT INTO other_reading VALUES (?, ?, ?, ?)"
PUT_CARD = "INSERT OR REPLACE INTO card VALUES (?, ?, ?, ?)"
PUT_BALANCE = "INSERT INTO balance VALUES (?, ?, ?)"
PUT_HOLDER = "INSERT OR REPLACE INTO holder VALUES (?, ?, ?, ?, ?)"
PUT_GUEST = "INSERT OR REPLACE INTO guest VALUES (?, ?, ?)"

Values = tuple[object, ...]


def member_values(pos: int, member: Member, others: list[Values], more: Mapping[str, Any] | None = None) -> Values:
    """The member's row at `pos`; other ways to say the name are added to `others`."""
    ways = readings(member.name)
    initials, pinyin = (ways[0].initials, ways[0].pinyin) if ways else ("", "")
    others.extend((pos, way.initials, way.pinyin, member.last_visit_on) for way in ways[1:])
    return (
        pos,
        member.id,
        member.wallet,
        member.name,
        member.name[surname_length(member.name) :],
        member.phone,
        member.tier,
        member.birthday,
        member.joined_on,
        member.last_visit_on,
        json.dumps(dict(member.measures), separators=(",", ":")) if member.measures else "",
        facts_text(member, more),
        initials,
        pinyin,
    )


def card_values(cards: Iterable[Card]) -> Iterator[Values]:
    """The cards' rows."""
    return ((card.number, card.wallet, card.member, card.state.value) for card in cards)
