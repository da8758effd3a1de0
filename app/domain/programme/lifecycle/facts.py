"""What happens to a member, as the engine hears of it: at the counter, online, or from head office."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.domain.ledger import Unit
from app.domain.programme.scene import Moment


@dataclass(frozen=True, slots=True)
class SoldLine:
    """One line of a purchase: its product (`id`), what kind of goods it is, its price in minor units, a note."""

    id: str
    list_minor: int
    net_minor: int
    category: str = ""
    goods_class: str = "regular"
    brand: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Paid:
    """So much of a purchase (or of what is paid back) by one tender kind."""

    kind: str
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Bought:
    """A purchase. `number` names it (the sale's id); `coupons` are the ids of coupons it used, one each.

    `points` went off the bill; `rights` are the counted rights it used, the member's own and (`shared`) those for all.
    """

    number: str
    moment: Moment
    lines: tuple[SoldLine, ...]
    paid: tuple[Paid, ...]
    coupons: tuple[str, ...] = ()
    points: int = 0
    rights: Mapping[Unit, int] = field(default_factory=dict)
    shared: Mapping[Unit, int] = field(default_factory=dict)

    @property
    def net_minor(self) -> int:
        """What the goods cost in all."""
        return sum(line.net_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class ReturnedLine:
    """So much of line `index` (from 0) of the purchase went back."""

    index: int
    amount_minor: int


@dataclass(frozen=True, slots=True)
class Returned:
    """Goods of the purchase `sale` came back."""

    number: str
    moment: Moment
    sale: str
    lines: tuple[ReturnedLine, ...]

    @property
    def amount_minor(self) -> int:
        """What they had cost."""
        return sum(line.amount_minor for line in self.lines)


@dataclass(frozen=True, slots=True)
class Acted:
    """The member did one of the programme's actions; `amount` where the action carries its own."""

    number: str
    moment: Moment
    action: str
    amount: int = 0
    reverts: str = ""


@dataclass(frozen=True, slots=True)
class Joined:
    """The member registered."""

    number: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class CardTaken:
    """The member took a card."""

    number: str
    moment: Moment


@dataclass(frozen=True, slots=True)
class ToppedUp:
    """Stored value was topped up by `paid_minor`."""

    number: str
    moment: Moment
    paid_minor: int


@dataclass(frozen=True, slots=True)
class MembershipBought:
    """A paid membership was bought or renewed (`trial`: its first period at the low price)."""

    number: str
    moment: Moment
    membership: str
    trial: bool = False


@dataclass(frozen=True, slots=True)
class MembershipEnded:
    """The unused part of a paid membership was paid back: its tier ends at once; with reason and approver."""

    number: str
    moment: Moment
    membership: str
    reason: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True)
class FriendCame:
    """A friend did what the referral asks for; `as_friend`: this member is the friend, else who brought them.

    `friend` names the other of the two, so that one friend counts once.
    """

    number: str
    moment: Moment
    referral: str
    as_friend: bool = False
    friend: str = ""


@dataclass(frozen=True, slots=True)
class TierSet:
    """A person put the member into a tier, or (`tier` empty) took the ladder's tier away; with reason and approver."""

    number: str
    moment: Moment
    ladder: str
    tier: str
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class Adjusted:
    """A person corrected points or growth by `amount` (may be negative), with reason and approver."""

    number: str
    moment: Moment
    unit: str
    amount: int
    reason: str
    approver: str


@dataclass(frozen=True, slots=True)
class Spent:
    """So much of a unit was used: an entitlement ticked off, stored value, points."""

    number: str
    moment: Moment
    unit: str
    amount: int


@dataclass(frozen=True, slots=True)
class PaidOut:
    """Principal was paid out; the till that did it has taken `bonus_minor` of what it held back with it."""

    number: str
    moment: Moment
    amount_minor: int
    bonus_minor: int = 0


@dataclass(frozen=True, slots=True)
class Received:
    """So much of a unit came from another wallet."""

    number: str
    moment: Moment
    unit: str
    amount: int


@dataclass(frozen=True, slots=True)
class Undone:
    """A top-up, a service or a friend who came was a mistake and is taken back whole; `what` is its number."""

    number: str
    moment: Moment
    what: str


@dataclass(frozen=True, slots=True)
class Redeemed:
    """Points were given for a thing of the mall (a redemption's id) or for a tier (the tier's id)."""

    number: str
    moment: Moment
    redemption: str


@dataclass(frozen=True, slots=True)
class Spun:
    """One spin of a draw and the prize it won; empty = nothing was left to win."""

    number: str
    moment: Moment
    draw: str
    prize: str


@dataclass(frozen=True, slots=True)
class RaffleWon:
    """A raffle was drawn and this member won the prize; their entries are used up with it."""

    number: str
    moment: Moment
    draw: str
    prize: str


@dataclass(frozen=True, slots=True)
class PassBought:
    """A pass was bought."""

    number: str
    moment: Moment
    pass_id: str


@dataclass(frozen=True, slots=True)
class FollowedUp:
    """The member was asked about a follow-up that was due; `key` names it (`DueFollowUp.key`)."""

    number: str
    moment: Moment
    key: str


@dataclass(frozen=True, slots=True)
class PassUsed:
    """A visit on a pass."""

    number: str
    moment: Moment
    pass_id: str


Fact = (
    Bought
    | Returned
    | Acted
    | Joined
    | CardTaken
    | ToppedUp
    | MembershipBought
    | MembershipEnded
    | FriendCame
    | TierSet
    | Adjusted
    | Spent
    | PaidOut
    | Received
    | Undone
    | Redeemed
    | Spun
    | RaffleWon
    | PassBought
    | PassUsed
    | FollowedUp
)
