"""A member in full: who it is, the way to the next tier, the wallet, the cards and what was bought here."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QProgressBar, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.member import Card as MemberCard
from app.domain.member import Member
from app.domain.pets import pets_of
from app.ports.store import SaleSummary
from app.services.view_member import MemberProfile
from app.ui.members.portrait import Portrait
from app.ui.members.profile_presenter import TierStanding, holdings_in_order
from app.ui.members.wallet_tiles import WalletTiles
from app.ui.members.words import (
    card_state,
    card_text,
    consent_facts,
    declared_facts,
    pet_fact,
    phone_text,
    progress_words,
)
from app.ui.refusals import refusal_words
from app.ui.session import Session
from app.ui.theme.icons import Icon
from app.ui.theme.tokens import Space, Tone
from app.ui.widgets.amount import money
from app.ui.widgets.badge import Badge
from app.ui.widgets.header import EmptyState, IconLabel
from app.ui.widgets.panel import Card, clear, column, row, rule
from app.ui.widgets.text import ElidedText, Role, Text, unbroken

_PURCHASES_SHOWN = 8
_GAP = "     "


class MemberProfileView(QWidget):
    """The right-hand side of the members screen."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: tuple[MemberProfile, TierStanding | None] | None = None
        self._build_pages()
        self._build_person()
        self._build_tier()
        self._build_lists()
        self.retranslate()

    def show_profile(self, profile: MemberProfile, standing: TierStanding | None) -> None:
        """Everything there is of one wallet."""
        self._shown = (profile, standing)
        member = profile.view.member
        self._show_person(member, profile, standing)
        self._show_tier(standing)
        self._wallet.set_holdings(holdings_in_order(profile.view))
        self._show_cards(profile.cards)
        self._show_purchases(profile.purchases)
        self._pages.setCurrentIndex(1)
        self._scroll.verticalScrollBar().setValue(0)

    def show_nobody(self) -> None:
        """No member is chosen."""
        self._shown = None
        self.retranslate()
        self._pages.setCurrentIndex(0)

    def show_refusal(self, refused: Refused) -> None:
        """Why nobody can be shown."""
        words = refusal_words(refused)
        self._empty.set_words(words.what, words.remedy)
        self._pages.setCurrentIndex(0)

    def retranslate(self) -> None:
        """Every text again."""
        self._empty.set_words(
            self.tr("No member chosen"),
            self.tr("Search on the left, or scan a card. Each look at a profile is recorded."),
        )
        self._cards_title.setText(self.tr("Cards"))
        self._purchases_title.setText(self.tr("Bought at this till"))
        if self._shown:
            self.show_profile(*self._shown)

    def _build_pages(self) -> None:
        self._pages = QStackedLayout(self)
        self._empty = EmptyState(Icon.MEMBER)
        frame = Card(margin=0)
        frame.inside.addWidget(self._empty)
        self._pages.addWidget(frame)
        inside = QWidget()
        inside.setProperty("scrolled", "true")
        self._inside = column(inside, spacing=Space.M)
        self._inside.setContentsMargins(0, 0, Space.XS, 0)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(inside)
        self._pages.addWidget(self._scroll)

    def _build_person(self) -> None:
        self._person = Card(margin=Space.L, spacing=Space.M)
        line = row(spacing=Space.L)
        self._portrait = Portrait()
        self._name = ElidedText("", Role.TITLE)
        self._tier_badge, self._note_badge = Badge("", Tone.ACCENT), Badge("", Tone.WARN)
        self._facts = Text("", Role.BODY, Tone.SOFT, wraps=True)
        words, names = column(spacing=Space.XS), row(spacing=Space.S)
        names.addWidget(self._name, 1)
        names.addWidget(self._note_badge)
        names.addWidget(self._tier_badge)
        words.addLayout(names)
        words.addWidget(self._facts)
        line.addWidget(self._portrait)
        line.addLayout(words, 1)
        self._person.inside.addLayout(line)
        self._inside.addWidget(self._person)

    def _build_tier(self) -> None:
        self._tier = QWidget()
        inside = column(self._tier, spacing=Space.S)
        inside.addWidget(rule())
        self._tier_words = Text("", Role.BODY, Tone.SOFT)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        inside.addWidget(self._tier_words)
        inside.addWidget(self._bar)
        self._person.inside.addWidget(self._tier)

    def _build_lists(self) -> None:
        self._wallet = WalletTiles()
        self._inside.addWidget(self._wallet)
        self._cards_title, self._cards = self._list_card()
        self._purchases_title, self._purchases = self._list_card()
        self._inside.addStretch(1)

    def _list_card(self) -> tuple[Text, QVBoxLayout]:
        card = Card(margin=Space.L, spacing=Space.S)
        title = Text("", Role.LABEL)
        lines = column(spacing=Space.S)
        card.inside.addWidget(title)
        card.inside.addLayout(lines)
        self._inside.addWidget(card)
        return title, lines

    def _show_person(self, member: Member | None, profile: MemberProfile, standing: TierStanding | None) -> None:
        number = card_text(profile.view.card.number) if profile.view.card else ""
        self._name.setText(member.name if member else self.tr("Card without a name"))
        self._portrait.set_name(member.name if member else "¥")
        held = [each for each in (standing.tier, *standing.more) if each] if standing else []
        colour = next((tier.colour for tier in held if tier.colour), "")
        self._tier_badge.show_word(" · ".join(self._session.name(tier.names) for tier in held), colour=colour)
        self._note_badge.show_word(self._birthday_word(member), icon=Icon.CAKE)
        if member is None:
            self._facts.setText(number)
            return
        facts = [phone_text(member.phone)]
        if member.joined_on:
            facts.append(self.tr("joined {day}").format(day=member.joined_on))
        if member.last_visit_on:
            facts.append(self.tr("last here {day}").format(day=member.last_visit_on))
        if member.birthday:
            facts.append(self.tr("birthday {day}").format(day=member.birthday[5:]))
        if member.tier_until:
            facts.append(self.tr("tier until {day}").format(day=member.tier_until))
        if member.identified:
            facts.append(self.tr("identified"))
        if profile.colleague:
            facts.append(self.tr("looked after by {name}").format(name=profile.colleague))
        facts += [*declared_facts(member, self._session), *consent_facts(member), *sorted(member.tags)]
        facts += [pet_fact(pet, self._session) for pet in pets_of(member.fields)]
        # Chinese breaks anywhere: a line ends between two facts, not within one, and no mark dangles at its end.
        self._facts.setText(_GAP.join(unbroken(fact) for fact in facts if fact))

    def _birthday_word(self, member: Member | None) -> str:
        day = self._session.day()
        if member is None or not member.birthday or member.birthday[5:7] != day[5:7]:
            return ""
        return self.tr("Birthday today") if member.birthday[5:] == day[5:] else self.tr("Birthday this month")

    def _show_tier(self, standing: TierStanding | None) -> None:
        says_something = standing is not None and (standing.ahead is not None or standing.is_highest)
        self._tier.setVisible(says_something)
        if standing is None:
            return
        words = progress_words(standing.ahead, self._session) if standing.ahead else self.tr("The highest tier")
        self._tier_words.setText(words)
        self._bar.setValue(standing.percent)

    def _show_cards(self, cards: Sequence[MemberCard]) -> None:
        clear(self._cards)
        for card in cards:
            line = row(spacing=Space.M)
            line.addWidget(IconLabel(Icon.CARD, 20, Tone.FAINT))
            line.addWidget(Text(card_text(card.number)))
            line.addStretch(1)
            line.addWidget(Badge(*card_state(card.state)))
            self._cards.addLayout(line)
        if not cards:
            self._cards.addWidget(Text(self.tr("No card; the phone number is enough."), tone=Tone.FAINT))

    def _show_purchases(self, purchases: Sequence[SaleSummary]) -> None:
        clear(self._purchases)
        for sale in purchases[:_PURCHASES_SHOWN]:
            self._purchases.addWidget(self._purchase(sale))
        if not purchases:
            self._purchases.addWidget(Text(self.tr("Nothing yet."), tone=Tone.FAINT))

    def _purchase(self, sale: SaleSummary) -> QWidget:
        line = QWidget()
        inside = row(line, spacing=Space.M)
        inside.addWidget(Text(self._session.time_of(sale.at)[:16], tone=Tone.SOFT))
        inside.addWidget(Text(sale.receipt_number, tone=Tone.FAINT))
        inside.addWidget(Text(self.tr("{count} lines").format(count=sale.line_count), tone=Tone.FAINT))
        inside.addStretch(1)
        if sale.refunded_minor:
            inside.addWidget(Badge(self.tr("refunded {amount}").format(amount=money(sale.refunded_minor)), Tone.WARN))
        inside.addWidget(Text(money(sale.total_minor), Role.LABEL))
        return line
