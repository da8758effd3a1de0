"""Settings are kept by who may, devices are tried before, and scans are shown without a card's digits."""

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import TypeVar

import pytest

from app.domain.codes import BankCard, Gtin, MemberCard
from app.domain.errors import Refused, Why
from app.domain.staff import Operator
from app.ports.device_bench import PrinterModel, PrinterPlace, PrinterTrial, SerialPort, StoreFacts
from app.ports.payment import Answer
from app.ports.printer import PrinterCondition
from app.ports.scanner import ScanEvent
from app.settings import PrinterSettings, ShopSettings
from app.ui.settings.presenter import Heard, SettingsDesk, describe
from tests.app.ui.memory_bench import MemoryBench
from tests.app.ui.memory_shop import CASHIER, GOLD_CARD, MANAGER, TEA, AtOnce, MemoryShop, memory_shop

Result = TypeVar("Result")


class Straight:
    """Follows a future by asking it."""

    def follow(
        self, future: "Future[Result]", then: Callable[[Result], None], failed: Callable[[BaseException], None]
    ) -> None:
        error = future.exception()
        if error:
            failed(error)
        else:
            then(future.result())


@dataclass
class Screen:
    """Remembers what it was told."""

    settings: ShopSettings | None = None
    may_change: bool = False
    models: Sequence[PrinterModel] = ()
    ports: Sequence[SerialPort] = ()
    places: Sequence[PrinterPlace] = ()
    facts: StoreFacts | None = None
    trials: list[PrinterTrial] = field(default_factory=list)
    heard: list[Heard] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    refusals: list[Why] = field(default_factory=list)
    saved: int = 0
    opened: int = 0
    paid: list[str] = field(default_factory=list)

    def show_settings(self, settings: ShopSettings, *, may_change: bool) -> None:
        self.settings, self.may_change = settings, may_change

    def show_models(self, models: Sequence[PrinterModel]) -> None:
        self.models = models

    def show_ports(self, ports: Sequence[SerialPort]) -> None:
        self.ports = ports

    def show_places(self, places: Sequence[PrinterPlace]) -> None:
        self.places = places

    def show_store(self, facts: StoreFacts) -> None:
        self.facts = facts

    def show_trying(self) -> None:
        pass

    def show_trial(self, trial: PrinterTrial) -> None:
        self.trials.append(trial)

    def show_payment_trying(self) -> None:
        self.paid.append("trying")

    def show_payment_trial(self, answer: Answer) -> None:
        self.paid.append(answer.outcome.value)

    def show_heard(self, heard: Heard) -> None:
        self.heard.append(heard)

    def show_device_trouble(self, detail: str) -> None:
        self.troubles.append(detail)

    def show_drawer_opened(self) -> None:
        self.opened += 1

    def show_saved(self) -> None:
        self.saved += 1

    def show_refusal(self, refused: Refused) -> None:
        self.refusals.append(refused.why)


@dataclass
class Room:
    """A desk and everything around it."""

    shop: MemoryShop = field(default_factory=memory_shop)
    screen: Screen = field(default_factory=Screen)
    bench: MemoryBench = field(default_factory=MemoryBench)
    changed: list[ShopSettings] = field(default_factory=list)

    def desk(self, operator: Operator = MANAGER) -> SettingsDesk:
        use_cases, changed = self.shop.use_cases, self.changed.append
        return SettingsDesk(self.screen, self.screen, AtOnce(), Straight(), use_cases, self.bench, operator, changed)


@pytest.fixture
def room() -> Room:
    return Room()


def test_everything_is_shown(room: Room) -> None:
    room.desk().load()
    assert room.screen.settings is not None
    assert room.screen.settings.shop_name == "小满生活"
    assert room.screen.may_change
    assert room.screen.models
    assert room.screen.ports
    assert {place.connection for place in room.screen.places} == {"file", "usb", "system"}
    assert room.screen.facts is not None


def test_a_cashier_looks_but_changes_nothing(room: Room) -> None:
    desk = room.desk(CASHIER)
    desk.load()
    desk.save(ShopSettings(shop_name="别的店"))
    assert not room.screen.may_change
    assert room.screen.refusals == [Why.NOT_PERMITTED]
    assert (room.changed, room.bench.applied) == ([], [])


def test_kept_settings_are_in_force(room: Room) -> None:
    wanted = ShopSettings(shop_name="小满二店", theme="dark")
    room.desk().save(wanted)
    assert (room.screen.saved, room.changed, room.bench.applied) == (1, [wanted], [wanted])
    assert room.shop.use_cases.change_settings.read() == wanted


def test_a_printer_is_tried_before_it_is_kept(room: Room) -> None:
    desk = room.desk()
    desk.try_printer(PrinterSettings(connection="tcp", address="10.0.0.9"))
    room.bench.trial = OSError("no route to host")
    desk.try_printer(PrinterSettings(connection="tcp", address="10.0.0.9"))
    assert [trial.condition for trial in room.screen.trials] == [PrinterCondition.READY]
    assert room.screen.troubles == ["no route to host"]


def test_scans_are_shown_with_their_gap(room: Room) -> None:
    desk = room.desk()
    desk.hear(ScanEvent(TEA.gtin, "wedge", 1_000, b"~" + TEA.gtin.encode()))
    desk.hear(ScanEvent(GOLD_CARD + "\x1d", "serial:/dev/ttyUSB0", 1_240))
    first, second = room.screen.heard
    assert (first.code, first.gap_ms) == (Gtin(TEA.gtin), None)
    assert isinstance(second.code, MemberCard)
    assert first.sent.startswith("7E 36 ")
    assert (second.shown, second.gap_ms) == (GOLD_CARD + "␝", 240)


@pytest.mark.parametrize("text", [";4111111111111111=30121010000000000000?", "4111111111111111", "4111111111111112"])
def test_no_digit_of_a_bank_card_reaches_the_screen(room: Room, text: str) -> None:
    heard = describe(ScanEvent(text, "wedge", 0, text.encode()), room.shop.use_cases.look_up.rules)
    assert "4111" not in repr(heard)
    assert heard.sent == ""
    assert isinstance(heard.code, BankCard) or heard.shown == "••••••••"
