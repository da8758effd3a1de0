"""The demo shop with any number of members: built once into `build/bench`, handed out as copies."""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from app.cli.demo.shop import build_demo_shop
from app.cli.demo.staff import CASHIER
from app.devices.clock import SystemClock
from app.domain.errors import Refused
from app.domain.staff import Operator

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "build" / "bench"
Result = TypeVar("Result")
OPERATOR: Operator = CASHIER.operator
# What a shop is made of; when one of these changes, it is built again.
_SOURCES = ("app/cli/demo", "app/storage/directory", "app/storage/till", "app/storage/migrations", "resources/demo")
_MAKERS = (
    "build.py", "pinyin.py", "surnames.py", "tables.py", "schema.py", "triggers.py", "v*.py", "goods.*",
    "belongings.py", "lots.py", "names.py", "numbers.py", "openings.py", "people.py", "shop.py", "special.py",
)  # fmt: skip


class RefusedHereError(Exception):
    """A use case refused what a benchmark asked rightly: a mistake of the benchmark."""


def demo_shop(members: int) -> Path:
    """A folder with a till and so many members, to be read only. A million take a few minutes, once."""
    place = PLACE / f"shop-{members}-{_fingerprint()}"
    if not (place / "till.db").exists():
        for old in PLACE.glob(f"shop-{members}-*"):
            shutil.rmtree(old)
        PLACE.mkdir(parents=True, exist_ok=True)
        now = SystemClock().now_ms()
        build_demo_shop(place, members=members, today=SystemClock().local_date(now), now_ms=now)
    return place


@contextmanager
def copied_shop(members: int) -> Iterator[Path]:
    """A copy of the shop that may be written to, on the same disk; gone afterwards."""
    source = demo_shop(members)
    with scratch() as folder:
        copy = folder / "shop"
        shutil.copytree(source, copy)
        yield copy


@contextmanager
def scratch() -> Iterator[Path]:
    """An empty folder on the disk of the checkout, gone afterwards; /tmp may be memory, where a sync costs nothing."""
    PLACE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=PLACE, prefix="run-") as folder:
        yield Path(folder)


def accepted(answer: Result | Refused) -> Result:
    """The answer of a use case that cannot refuse here."""
    if isinstance(answer, Refused):
        raise RefusedHereError(answer)
    return answer


def _fingerprint() -> str:
    """Of everything a shop is made of, and of the month, because leases and lots run out."""
    digest = hashlib.sha256(time.strftime("%Y-%m").encode())
    for source in _SOURCES:
        for file in sorted((ROOT / source).rglob("*")):
            if any(file.match(maker) for maker in _MAKERS):
                digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
