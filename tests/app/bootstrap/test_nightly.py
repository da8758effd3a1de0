"""When a till's night is due, and the upload without a window, which a timer starts."""

import io
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pytest

from app.bootstrap.nightly import send_at_night
from app.bootstrap.start import start
from app.bootstrap.till import OpenTill, open_till
from app.bootstrap.till_night import TillNight
from app.domain.night.slot import minute_of
from app.domain.night.verdict import Difference, Finding, Verdict, verdict_text
from app.services.change_settings import CONFIG_NAME
from app.settings import NightSettings
from sync.client.night import CONFIG_NAME as NIGHT
from sync.client.night import KeptNight, NightAudit, last_night
from tests.app.bootstrap.shop_till import demo_shop

EQUAL = Verdict("T", 1, "e", "", 0, "", ())


@dataclass
class Clock:
    """What the wall shows, as a test says."""

    local: str = "2026-11-22 00:30"
    mono: int = 5

    def now_ms(self) -> int:
        return 1_764_000_000_000

    def monotonic_ms(self) -> int:
        return self.mono

    def local_date(self, _at_ms: int) -> str:
        return self.local[:10]

    def local_time(self, _at_ms: int) -> str:
        return f"{self.local}:00"


@dataclass
class Audit:
    """Head office, always of one opinion."""

    finds: tuple[Difference, ...] = ()
    nights: list[str] = field(default_factory=list)
    store: Any = None

    def __call__(self, night: str) -> Verdict:
        self.nights.append(night)
        verdict = replace(EQUAL, night=night, findings=tuple(Finding(kind) for kind in self.finds))
        with self.store.unit_of_work() as uow:
            uow.config.put(NIGHT, KeptNight(night=night, verdict="{}").model_dump_json())
            uow.commit()
        return verdict


@dataclass
class Rig:
    till: OpenTill
    clock: Clock
    audit: Audit
    is_open: bool = True

    def close(self) -> None:
        """As at the end of the day; twice is once."""
        if self.is_open:
            self.is_open = False
            self.till.store.close()
            self.till.directory.close()

    def night(self) -> TillNight:
        """As after a start of the program."""
        return TillNight(self.till, cast("NightAudit", self.audit), lambda work: work())

    def at(self, day: str, minutes_past_slot: int) -> None:
        """Put the wall clock there."""
        minute = minute_of(self.till.store.state.till, "02:00", 120) + minutes_past_slot
        self.clock.local = f"{day} {minute // 60:02d}:{minute % 60:02d}"


@pytest.fixture
def rig(tmp_path: Path) -> Iterator[Rig]:
    demo_shop(tmp_path, members=5)
    clock = Clock()
    till = open_till(tmp_path, clock)
    rig = Rig(till, clock, Audit(store=till.store))
    with closing(rig):
        yield rig


def test_a_new_till_begins_with_the_slot_to_come(rig: Rig) -> None:
    night = rig.night()
    rig.at("2026-11-22", -1)
    assert not night.is_due()
    rig.at("2026-11-22", 0)
    assert night.is_due()
    night.audit()
    assert rig.audit.nights == ["2026-11-22"]
    assert not night.is_due()


def test_a_missed_night_is_due_after_the_start_and_once(rig: Rig) -> None:
    rig.at("2026-11-22", -1)
    assert not rig.night().is_due()
    rig.at("2026-11-24", 300)
    night = rig.night()
    assert night.is_due()
    night.audit()
    assert rig.audit.nights == ["2026-11-24"]
    assert not night.is_due()
    assert not rig.night().is_due(), "also after the next start"


@pytest.mark.parametrize(("kind", "rests"), [(Difference.Z_DIFFERS, True), (Difference.NOT_ALL_PUSHED, False)])
def test_a_difference_is_looked_at_again(rig: Rig, kind: Difference, rests: bool) -> None:
    rig.audit.finds = (kind,)
    night = rig.night()
    assert not night.is_due()
    rig.at("2026-11-22", 0)
    assert night.is_due()
    night.audit()
    with rig.till.store.unit_of_work() as uow:
        kept = KeptNight(night="2026-11-22", verdict=_text(kind))
        uow.config.put(NIGHT, kept.model_dump_json())
        uow.commit()
    assert night.is_due() is not rests
    rig.clock.mono += 60 * 60 * 1000 + 1
    assert night.is_due()
    with rig.till.store.unit_of_work() as uow:
        assert last_night(uow.config).night == "2026-11-22"


def test_the_window_is_a_setting(rig: Rig) -> None:
    night = rig.night()
    rig.at("2026-11-22", -1)
    assert not night.is_due()
    with rig.till.store.unit_of_work() as uow:
        settings = rig.till.settings.model_copy(update={"night": NightSettings(begins="00:00", minutes=1)})
        uow.config.put(CONFIG_NAME, settings.model_dump_json())
        uow.commit()
    assert night.is_due()


def test_where_the_till_is_open_it_does_it_by_itself(rig: Rig) -> None:
    said = io.StringIO()
    assert send_at_night(rig.till.data_dir, said, _never, rig.clock) == 0
    assert said.getvalue() == ""


def test_a_night_that_is_done_is_waited_out_and_a_till_without_a_chain_is_told_so(
    rig: Rig, capsys: pytest.CaptureFixture[str]
) -> None:
    rig.at("2026-11-22", -10)
    rig.night().is_due()
    folder, slept, said = rig.till.data_dir, list[float](), io.StringIO()
    rig.close()

    def sleep(seconds: float) -> None:
        slept.append(seconds)
        rig.at("2026-11-22", 0)

    assert send_at_night(folder, said, sleep, rig.clock) == 2
    assert slept == [600]
    assert "the night of 2026-11-21 is done; the next begins in 10 minute(s)" in said.getvalue()
    assert "has its head office inside" in said.getvalue()
    assert start(["sync", "--nightly", "--data-dir", str(folder / "nowhere")]) == 2
    assert "membertill enrol" in capsys.readouterr().out


def _text(kind: Difference) -> str:
    return verdict_text(replace(EQUAL, night="2026-11-22", findings=(Finding(kind, {"shift": 1}),)))


def _never(_seconds: float) -> None:
    raise AssertionError("nothing to wait for")
