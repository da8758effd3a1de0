"""Magnetic stripes. Sources: ISO/IEC 7813 (tracks 1 and 2), ISO/IEC 4909 (track 3).

A reader sends each track between its sentinels: `%…?` the first, `;…?` the second, `+…?` or again `;…?` the third.
"""

import re
from dataclasses import dataclass

from app.domain.codes.bank_card import is_of_a_bank
from app.domain.codes.meanings import BankCard, Code, UnreadableCard
from app.domain.codes.own_card import own_card
from app.domain.codes.rules import CardTrack, CodeRules

TRACK_STARTS = frozenset("%;+")

_TRACK = re.compile(r"(?P<start>[%;+])(?P<inside>[^?]*)\?")
# A track of which the end sentinel never came.
_REST = re.compile(r"[%;+][^?]*\d[^?]*$")
# A swipe that broke off, and the next one glued to it: data, no end sentinel, a new start sentinel.
_GLUED = re.compile(r"[%;+][^?]*\d[^?]*[%;]")
# The number stands first, after a letter for the format; an expiry behind it is what only banks put on a card.
_FIELDS = re.compile(r"[A-Z]?(?P<number>\d{1,37})(?:[=^](?P<behind>.*))?")
_BANK_FIRST = re.compile(r"%?B(?P<number>\d{8,19})\^[^^?]{2,26}\^\d{4}")
_BANK_SECOND = re.compile(r"[;+]?(?P<number>\d{8,19})=\d{4}")
_BANK_THIRD = re.compile(r"[;+]\d\d(?P<number>\d{12,19})=")


@dataclass(frozen=True, slots=True)
class _Track:
    which: CardTrack
    inside: str

    @property
    def number(self) -> str:
        found = _FIELDS.fullmatch(self.inside)
        return found["number"] if found else ""


def decode_tracks(text: str, rules: CodeRules) -> Code:
    """Whose card was swiped: one of the shop's, a bank's, or nobody's that can be told."""
    tracks = _tracks(text)
    own = [card for track in tracks if _counts(track, rules) and (card := own_card(track.number, rules))]
    if foreign := _foreign(text, rules):
        return foreign
    # Two cards in one swipe, or half a one before it: nobody can say whose it is.
    if len(set(own)) != 1 or _GLUED.search(text) or _REST.search(text):
        return UnreadableCard()
    return own[0]


def _counts(track: _Track, rules: CodeRules) -> bool:
    return rules.card_track in (CardTrack.ANY, track.which)


def _tracks(text: str) -> list[_Track]:
    """The whole tracks of a swipe; a second `;` is the third track."""
    tracks: list[_Track] = []
    for found in _TRACK.finditer(text):
        second_came = any(track.which is CardTrack.SECOND for track in tracks)
        which = {"%": CardTrack.FIRST, "+": CardTrack.THIRD}.get(
            found["start"], CardTrack.THIRD if second_came else CardTrack.SECOND
        )
        tracks.append(_Track(which, found["inside"]))
    return tracks


def _foreign(text: str, rules: CodeRules) -> Code | None:
    """A card with a bank's fields that is none of ours."""
    verdict: Code | None = None
    for pattern in (_BANK_FIRST, _BANK_SECOND):
        for found in pattern.finditer(text):
            if own_card(found["number"], rules):
                continue
            if is_of_a_bank(found["number"]):
                return BankCard()
            verdict = UnreadableCard()
    if any(is_of_a_bank(found["number"]) for found in _BANK_THIRD.finditer(text)):
        return BankCard()
    return verdict
