"""The messages that wait, in words: from the programme's templates, with the member's own facts filled in."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete, select

from app.domain.ids import WalletId
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Lot
from app.domain.money import format_minor
from app.domain.programme.model import Message, Programme, name_in
from sync.office.services.life.lives import Lives
from sync.office.services.programmes import programme_now
from sync.office.services.world import World
from sync.office.storage.life import Life
from sync.office.storage.people import Registered, registered
from sync.office.storage.schema import members, messages

OPT_OUT = {"zh_CN": "退订回T", "en": "Reply T to stop"}


@dataclass(frozen=True, slots=True)
class Written:
    """One message as it goes out. `phone` is empty where none is known."""

    wallet: WalletId
    message: str
    about: str
    day: str
    phone: str
    text: str


@dataclass(frozen=True, slots=True)
class WriteMessages:
    """Whoever opted out is not in the queue; a message whose template is gone is left out."""

    world: World
    shop: str = ""

    def waiting(self, language: str = "zh_CN", at_most: int = 1_000) -> Sequence[Written]:
        """The oldest that wait."""
        return self.world.database.read(lambda connection: self._written(connection, language, at_most))

    def sent(self, written: Sequence[Written]) -> None:
        """These went out: they wait no longer."""

        def work(connection: Connection) -> None:
            for each in written:
                connection.execute(
                    delete(messages).where(
                        messages.c.wallet == each.wallet,
                        messages.c.message == each.message,
                        messages.c.about == each.about,
                    )
                )

        self.world.database.write(work)

    def _written(self, connection: Connection, language: str, at_most: int) -> Sequence[Written]:
        programme = programme_now(connection, self.world)
        templates = {each.id: each for each in programme.messages} if programme else {}
        # Whom nobody has registered, and what has no template any more, does not stand in the way of the others.
        query = (
            select(messages)
            .join(members, members.c.wallet == messages.c.wallet)
            .where(messages.c.message.in_(templates))
            .order_by(messages.c.queued_at, messages.c.wallet)
        )
        queued = connection.execute(query.limit(at_most)).all()
        wallets = [WalletId(row.wallet) for row in queued]
        people, lives = registered(connection, wallets), Lives(connection, self.world, wallets)
        written = []
        for row in queued if programme else ():
            assert programme is not None
            life, who = lives.life(WalletId(row.wallet)), people[WalletId(row.wallet)]
            text = self._filled(templates[row.message], programme, life, who, row.about, row.day, language)
            written.append(Written(life.wallet, row.message, row.about, row.day, who.member.phone, text))
        return written

    def _filled(
        self, template: Message, programme: Programme, life: Life, who: Registered, about: str, day: str, language: str
    ) -> str:
        standing, lot = life.standing, _lot_in(about)
        held = standing.tiers.get("main")
        tier = programme.tier(held.tier) if held else None
        coupon = programme.offer_names(about.removeprefix("coupon:").partition(":")[0])
        balance = standing.usable(PRINCIPAL, day) + standing.usable(BONUS, day)
        facts = {
            "name": who.member.name,
            "points": f"{standing.usable(POINTS, day):,}",
            "shop": self.shop or name_in(programme.names, language),
            "expires_on": lot.expires_on if lot else about.rpartition(":")[2],
            "tier": name_in(tier.names, language) if tier else "",
            "coupon": name_in(coupon, language) if coupon else "",
            "balance": format_minor(balance),
        }
        text = name_in(template.text, language)
        for name, fact in facts.items():
            text = text.replace(f"{{{name}}}", fact)
        opt_out = OPT_OUT.get(language, OPT_OUT["en"])
        return text if opt_out.casefold() in text.casefold() else f"{text} {opt_out}"


def _lot_in(about: str) -> Lot | None:
    """The lot that an expiry is about: `points:origin|from|to`, `coupon:id:origin|from|to`."""
    if about.count("|") != 2:
        return None
    head, first, last = about.rsplit("|", 2)
    return Lot(head.rpartition(":")[2], first, last)
