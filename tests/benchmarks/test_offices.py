"""The benchmarks with a head office of their own, in small."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from benchmarks import bootstrap, chain_offices, feed, journals, lease, shop, upload
from tests.sync.office import postgres


@pytest.fixture(autouse=True)
def _place(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    # A folder that PostgreSQL's own user can look into as well.
    place = Path(tempfile.mkdtemp(prefix="mt-bench-"))
    place.chmod(0o755)
    monkeypatch.setattr(shop, "PLACE", place)
    monkeypatch.setattr(journals, "_MEMBERS", 150)
    yield
    shutil.rmtree(place)


@pytest.mark.parametrize("engine", [chain_offices.SQLITE, chain_offices.POSTGRES])
def test_upload_writes_the_same_rows_on_both_sides(engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if engine == chain_offices.POSTGRES and postgres.missing():
        pytest.skip(postgres.missing())
    monkeypatch.setattr(upload, "engines_here", lambda: (engine,))
    (figure,) = upload.run(events=1_000, tills=2, rounds=1, samples=10, customers=40)
    assert figure.figure == f"events_per_s_{engine}"
    assert figure.value > 0
    assert figure.context["same_rows"] is True
    # Some forty; row by row they would be thousands.
    assert figure.context["statements_a_push"] < 60


def test_lease_is_measured_alone_and_while_others_upload(monkeypatch: pytest.MonkeyPatch) -> None:
    @contextmanager
    def uploads(_site: chain_offices.Site, _events: int) -> Iterator["subprocess.Popen[str]"]:
        with subprocess.Popen(["cat"], stdin=subprocess.PIPE, text=True) as process:
            yield process

    monkeypatch.setattr(lease, "engines_here", lambda: (chain_offices.SQLITE,))
    monkeypatch.setattr(lease, "_uploads", uploads)
    figures = list(lease.run(rounds=3, wallets=2))
    assert [figure.figure for figure in figures] == [
        "sqlite_p50", "sqlite_p99", "sqlite_while_uploading_p50", "sqlite_while_uploading_p99",
    ]  # fmt: skip
    assert all(figure.value > 0 and (figure.limit or 0) > 0 for figure in figures)
    # Both ask head office and wait for two disks; to ask alone takes less.
    assert 0 < figures[0].context["limit_without_keeping"] < (figures[0].limit or 0)


def test_a_till_is_fed_and_sells_meanwhile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "setswitchinterval", lambda _seconds: None)
    figures = list(feed.run(changes=300, quiet_seconds=0.2))
    assert [figure.figure for figure in figures] == [
        "applied", "scan_p50_while_fed", "scan_p99_while_fed", "commit_p50_while_fed", "commit_p99_while_fed",
    ]  # fmt: skip
    assert figures[0].value > 0


@pytest.mark.long
def test_a_new_till_gets_its_members_as_a_file() -> None:
    (total, built, *_) = bootstrap.run(count=6_000)
    assert total.figure == "total"
    assert total.value > 0
    assert (total.limit or 0) > 0
    assert built.value > 0
