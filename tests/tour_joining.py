"""The tour's stops where a single shop joins a chain: what it is told, the code, the way, and the till in the chain."""

import time
from pathlib import Path

from app.bootstrap.demo import DAY_MS
from app.cli.demo.clock import midnight_ms
from app.cli.demo.shop import build_demo_shop
from app.devices.clock import SystemClock
from tests.chain.processes import OfficeProcess
from tests.e2e.running_till import RunningTill
from tests.tour_counter import PIN, Stops

MEMBERS = 200
_TITLES = "^(Join a chain with everything this shop has|带上本店全部数据加入连锁)$"
_JOINED = "^(This shop belongs to the chain|本店已加入连锁)$"


def build_lone_shop(place: Path) -> None:
    """A demo shop with its head office inside, set up yesterday."""
    clock = SystemClock()
    now = clock.now_ms()
    today, eve = clock.local_date(now), clock.local_date(now - DAY_MS)
    build_demo_shop(place, members=MEMBERS, today=today, now_ms=midnight_ms(eve))


def walk_joining(tour: Stops, till: RunningTill, office: OfficeProcess, size: str) -> None:
    """The manager signs on, opens no shift, and takes the shop into the chain."""
    _sign_on(till)
    till.press("Escape")
    time.sleep(4.0)
    # The strip has no key of its own: its signs are touched.
    touch = ["mousemove", "60", str(int(size.partition("x")[2]) - 22), "click", "1"]
    till.display.keys(touch)
    time.sleep(1.0)
    till.press("Return")
    tour.shoot("own-head-office", 1.2)
    till.press("F10")
    tour.shoot("join-dialog", 1.0)
    till.press("Return")
    _wait_for(till, _TITLES)
    invitation = office.invitation()
    till.type_text(f"{invitation.address}#{invitation.code}#{invitation.fingerprint}")
    tour.shoot("join-code", 1.0)
    till.press("F2", "Return")
    tour.shoot("joining", 0.5)
    _wait_for(till, _JOINED)
    tour.shoot("joined", 1.0)
    till.press("Return")
    time.sleep(4.0)
    _sign_on(till)
    till.press("Escape")
    time.sleep(3.0)
    till.display.keys(touch)
    time.sleep(1.0)
    till.press("Return")
    tour.shoot("in-the-chain", 1.5)


def _sign_on(till: RunningTill) -> None:
    till.press("Down", "Down")
    till.type_text(PIN)
    till.press("Return")
    time.sleep(1.5)


def _wait_for(till: RunningTill, title: str) -> None:
    till.display.keys(["search", "--sync", "--onlyvisible", "--name", title])
    # The window manager may still be at work for the first stroke.
    time.sleep(1.5)
