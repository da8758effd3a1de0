"""`membertill enrol`: what it makes, what it refuses and in which words, and an enrolment that was interrupted."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

import app.bootstrap.new_till
from app.bootstrap.start import start
from app.bootstrap.till import open_till
from app.devices.clock import SystemClock, SystemRandomness
from app.domain.ids import MerchantId, TillId
from app.domain.staff import Role
from app.storage.keys import open_key
from app.storage.places import DRAFT_FILE
from app.storage.till.store import TillStore
from tests.app.bootstrap.chain_till import enrol
from tests.chain.processes import OfficeProcess, serving


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeProcess]:
    with serving(tmp_path_factory.mktemp("office")) as running:
        yield running


def test_a_new_till_can_be_opened_and_somebody_can_sign_on(
    tmp_path: Path, office: OfficeProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enrol(tmp_path / "till", office, "--till", "T07", "--manager", "王店长") == 0
    told = capsys.readouterr().out
    assert f"certificate: {office.fingerprint}" in told
    assert "enrolled as till T07 of 人民路店" in told
    till = open_till(tmp_path / "till")
    with closing(till.store), closing(till.directory):
        manager = next(iter(till.use_cases.sign_on.operators()))
        pin = told.partition("PIN ")[2][:6]
        assert till.use_cases.sign_on(manager.id, pin) == manager
        assert (manager.name, manager.role) == ("王店长", Role.MANAGER)
        assert till.settings.shop_name == "人民路店"
        assert till.placement is not None
        assert "seed" not in repr(till.placement)
        assert not (till.data_dir / DRAFT_FILE).exists()


def test_an_enrolled_till_and_one_with_a_history_are_left_as_they_are(
    tmp_path: Path, office: OfficeProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    assert enrol(tmp_path / "chain", office) == 0
    assert enrol(tmp_path / "chain", office) == 2
    assert "enrolled already" in capsys.readouterr().out
    alone = tmp_path / "alone"
    alone.mkdir()
    with closing(TillStore.open(alone, open_key(alone))) as store:
        store.enrol(TillId("T01"), MerchantId("m"), 1, clock=SystemClock(), randomness=SystemRandomness())
    assert enrol(alone, office) == 2
    assert "a till of its own" in capsys.readouterr().out
    with closing(TillStore.open(alone, open_key(alone))) as store:
        assert store.head.seq == 1


@pytest.mark.parametrize("code", ["7K4M-Q2XD-93FT", "https://127.0.0.1:1#7K4M-Q2XD-93FT", "#", ""])
def test_a_code_without_a_certificate_is_refused(tmp_path: Path, code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert start(["enrol", "--code", code, "--data-dir", str(tmp_path / "till")]) == 2
    assert "no whole code" in capsys.readouterr().out
    assert not (tmp_path / "till").exists()


def test_a_wrong_code_another_certificate_and_nobody_there(
    tmp_path: Path, office: OfficeProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = str(tmp_path / "till")
    wrong = f"2222-3333-4444#{office.fingerprint}"
    assert start(["enrol", "--office", office.address, "--code", wrong, "--data-dir", folder]) == 1
    assert "this code is not known" in capsys.readouterr().out
    invitation = office.invitation()
    pinned = f"{invitation.code}#{'0' * 64}"
    assert start(["enrol", "--office", office.address, "--code", pinned, "--data-dir", folder]) == 1
    assert "SSLError" in capsys.readouterr().out
    nobody = f"{invitation.code}#{office.fingerprint}"
    assert start(["enrol", "--office", "https://127.0.0.1:1", "--code", nobody, "--data-dir", folder]) == 1
    assert "cannot be reached" in capsys.readouterr().out
    assert start(["enrol", "--office", office.address, "--code", nobody, "--data-dir", folder]) == 0


def test_an_enrolment_that_was_interrupted_goes_on_with_the_same_till(
    tmp_path: Path, office: OfficeProcess, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class PowerCutError(Exception):
        pass

    def cut(*_: object) -> None:
        raise PowerCutError

    invitation, folder = office.invitation(), tmp_path / "till"
    code = f"{invitation.address}#{invitation.code}#{invitation.fingerprint}"
    arguments = ["enrol", "--code", code, "--data-dir", str(folder)]
    with monkeypatch.context() as patch:
        patch.setattr(app.bootstrap.new_till, "use_directory", cut)
        with pytest.raises(PowerCutError):
            start(arguments)
    assert (folder / DRAFT_FILE).exists()
    assert start(arguments) == 0
    name = capsys.readouterr().out.partition("enrolled as till ")[2].split()[0]
    assert sum(name in line for line in office.command("tills")[1].splitlines()) == 1
