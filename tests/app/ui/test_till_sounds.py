"""Each event of a sale has its sound."""

from dataclasses import dataclass, field

from app.domain.basket import Basket
from app.domain.errors import Refused, Why
from app.domain.pricing import price
from app.ports.sounds import Sound
from app.ui.session import Session
from app.ui.till_sounds import TillSounds
from tests.app.ui.memory_shop import TOAST


@dataclass
class Heard:
    played: list[Sound] = field(default_factory=list)
    loudness: str = ""

    def play(self, sound: Sound) -> None:
        self.played.append(sound)

    def set_loudness(self, loudness: str) -> None:
        self.loudness = loudness


def test_each_event_has_its_sound(session: Session) -> None:
    heard = Heard()
    sounds = TillSounds(heard, session)
    basket = Basket().add(TOAST)
    for step in (basket, basket.add(TOAST), basket, Basket()):
        sounds.basket_changed(price(step, session.programme, session.moment()))
    sounds.refused(Refused(Why.CODE_UNKNOWN))
    sounds.refused(Refused(Why.BANK_CARD))
    sounds.paid()
    assert heard.played == [Sound.SCANNED, Sound.SCANNED, Sound.UNKNOWN, Sound.REFUSED, Sound.PAID]


def test_the_loudness_follows_the_settings(session: Session) -> None:
    heard = Heard()
    TillSounds(heard, session)
    assert heard.loudness == "quiet"
    session.set_settings(session.settings.model_copy(update={"sounds": "off"}))
    assert heard.loudness == "off"
