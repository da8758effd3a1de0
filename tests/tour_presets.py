"""The tour's stops under each programme of the product: what it makes of a member, a basket, services and a top-up."""

import time
from pathlib import Path

from app.bootstrap.demo import DAY_MS
from app.cli.demo.clock import midnight_ms
from app.cli.demo.goods import demo_goods
from app.cli.demo.shop import build_demo_shop, demo_programme_text
from app.cli.demo.special import LI_SI, ZHANG_SAN
from app.devices.clock import SystemClock
from app.domain.ids import CardNumber
from app.domain.programme.features import features_of
from app.domain.programme.file import read_programme
from tests.e2e.running_till import RunningTill
from tests.tour_counter import PIN, Stops

MEMBERS = 200
# Who comes under each programme, and what of the demo shop's goods they buy: places in the list, three of the first.
PRESETS: dict[str, tuple[CardNumber, tuple[int, ...]]] = {
    "alliance": (ZHANG_SAN, (0, 3, 4)),
    "bakery": (LI_SI, (0, 3)),
    "beauty-four-cards": (ZHANG_SAN, (0, 3, 4)),
    "club": (ZHANG_SAN, (0, 1, 5)),
    "cosmetics-campaign": (ZHANG_SAN, (0, 3)),
    "hotel-card": (ZHANG_SAN, (0, 3)),
    "mall": (ZHANG_SAN, (0, 3, 4)),
    "marketplace-growth": (LI_SI, (0, 3)),
    "marketplace-rfm": (LI_SI, (0, 3)),
    "pet-shop": (ZHANG_SAN, (0, 4, 6)),
    "pharmacy": (ZHANG_SAN, (0, 2)),
    "salon": (ZHANG_SAN, (0, 3)),
    "spend-tiers-svip": (ZHANG_SAN, (0, 3, 4)),
    "ten-levels": (ZHANG_SAN, (0, 2)),
}


def build_preset(name: str, place: Path) -> None:
    """The demo shop under this programme, set up yesterday."""
    clock = SystemClock()
    now = clock.now_ms()
    today, eve = clock.local_date(now), clock.local_date(now - DAY_MS)
    build_demo_shop(place, members=MEMBERS, today=today, now_ms=midnight_ms(eve), programme=name)


def walk_preset(tour: Stops, till: RunningTill, name: str) -> None:
    """What this programme has: nothing is shot that it knows nothing of."""
    programme, goods = read_programme(demo_programme_text(name)), demo_goods(name)
    card, bought = PRESETS[name]
    till.press("Down", "Down")
    till.sign_on_and_open(PIN)
    time.sleep(1.0)
    if features_of(programme).services:
        till.scan(f";{card}?")
        time.sleep(1.5)
        till.press("shift+F5")
        tour.shoot(f"{name}-services", 1.5)
        till.press("Return")
        tour.shoot(f"{name}-service", 1.5)
        till.press("Escape", "Escape")
    till.type_text("3*")
    for place in bought:
        till.scan(goods[place].gtin)
    till.scan(f";{card}?")
    tour.shoot(f"{name}-member", 2.0)
    if any(field.of == "pet" for field in programme.fields):
        till.press("F5")
        tour.shoot(f"{name}-for-a-pet", 1.0)
        till.press("Escape")
    if programme.coupons:
        till.press("shift+F3")
        tour.shoot(f"{name}-coupons", 1.0)
        till.press("Escape")
    if programme.top_up_offers:
        till.press("shift+F8")
        tour.shoot(f"{name}-top-up", 1.5)
        till.press("Escape")
    till.press("F12")
    tour.shoot(f"{name}-tender", 1.0)
    till.press("Return")
    time.sleep(1.5)
    till.press("Return")
    time.sleep(1.0)
    till.press("F2")
    time.sleep(0.5)
    till.scan(f";{card}?")
    tour.shoot(f"{name}-profile", 1.5)
    if any(field.of == "pet" for field in programme.fields):
        till.press("F9")
        tour.shoot(f"{name}-pets", 1.0)
        till.press("2")
        tour.shoot(f"{name}-pet", 1.0)
