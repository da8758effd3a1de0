"""Cards of a wallet: issued, replaced, stopped, let go; asked step by step."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.errors import Refused
from app.domain.member import Card, MemberView
from app.domain.staff import Approval, Permission
from app.domain.value.facts import CardStep
from app.services.change_card import permission_for
from app.services.use_cases import UseCases
from app.ui.approval.approver import Approver
from app.ui.members.words import card_state, card_text
from app.ui.running import Runs
from app.ui.session import Session
from app.ui.tender.wallet_pin_dialog import WalletPinDialog
from app.ui.theme.tokens import Tone
from app.ui.wallet.card_dialog import CardDialog
from app.ui.wallet.list_dialog import Choice, ListDialog
from app.ui.wallet.tell import Tell, tell_refusal


class CardTasks(QObject):
    """`changed` is told when a card is another now."""

    def __init__(
        self, host: QWidget, use_cases: UseCases, tasks: Runs, session: Session, tell: Tell, changed: Callable[[], None]
    ) -> None:
        super().__init__(host)
        self._host, self._use_cases, self._tasks = host, use_cases, tasks
        self._tell, self._changed = tell, changed
        self._approver = Approver(host, use_cases, tasks, session)

    def pick(self, cards: Sequence[Card], then: Callable[[Card], None]) -> None:
        """Which of these cards; not asked where there is one."""
        if len(cards) == 1:
            then(cards[0])
            return
        choices = [Choice(f"{card_text(card.number)} · {card_state(card.state)[0]}") for card in cards]
        dialog = ListDialog(self._host, self.tr("Which card?"), "", choices)
        dialog.chosen.connect(lambda index: then(cards[index]))
        dialog.open()

    def issue(self, view: MemberView) -> None:
        """One more card."""
        dialog = CardDialog(
            self._host, self.tr("Issue a card"), self.tr("Swipe or scan the new card; it opens the same wallet.")
        )
        dialog.read.connect(
            lambda text: self._change(
                CardStep.ISSUE,
                self.tr("Issue card {card}").format(card=text[-4:]),
                lambda approval: self._use_cases.change_card.issue(view, text, approval),
            )
        )
        dialog.open()

    def choose_pin(self, view: MemberView) -> None:
        """The customer types a PIN for the wallet, twice."""
        dialog = WalletPinDialog(
            self._host,
            self.tr("Turn the screen or the keyboard to the customer. It is asked for when much is spent."),
            twice=True,
        )
        dialog.typed.connect(lambda pin: self._allow_pin(view, pin))
        dialog.open()

    def _allow_pin(self, view: MemberView, pin: str) -> None:
        def keep(approval: Approval) -> None:
            self._tasks.run(lambda: self._use_cases.set_wallet_pin(view, pin, approval), kept)

        def kept(refused: Refused | None) -> None:
            if refused:
                tell_refusal(self._tell, refused)
            else:
                self._tell(self.tr("The PIN is kept at this till"), self.tr("It counts from now on."), Tone.ACCENT)

        self._approver.ask(Permission.CHANGE_CARD, self.tr("A PIN for this wallet"), keep, needs_reason=False)

    def replace(self, view: MemberView, old: Card) -> None:
        """A new card in place of this one."""
        title = self.tr("Replace card {card}").format(card=card_text(old.number))
        intro = self.tr("Swipe or scan the new card. The old one opens nothing from then on; the value stays.")
        dialog = CardDialog(self._host, title, intro)
        dialog.read.connect(
            lambda text: self._change(
                CardStep.REPLACE,
                title,
                lambda approval: self._use_cases.change_card.replace(view, old.number, text, approval),
            )
        )
        dialog.open()

    def mark(self, view: MemberView, card: Card, step: CardStep) -> None:
        """Lost, frozen, or good again."""
        words = {
            CardStep.LOSE: self.tr("Report card {card} lost"),
            CardStep.FREEZE: self.tr("Freeze card {card}"),
            CardStep.RELEASE: self.tr("Let card {card} be used again"),
        }
        self._change(
            step,
            words[step].format(card=card_text(card.number)),
            lambda approval: self._use_cases.change_card.mark(view, card.number, step, approval),
        )

    def _change(self, step: CardStep, what: str, work: Callable[[Approval], Card | Refused]) -> None:
        def changed(outcome: Card | Refused) -> None:
            if isinstance(outcome, Refused):
                tell_refusal(self._tell, outcome)
                return
            state = card_state(outcome.state)[0]
            done = self.tr("Card {card}: {state}").format(card=card_text(outcome.number), state=state)
            self._tell(done, "", Tone.ACCENT)
            self._changed()

        self._approver.ask(
            permission_for(step),
            what,
            lambda approval: self._tasks.run(lambda: work(approval), changed),
            needs_reason=False,
        )
