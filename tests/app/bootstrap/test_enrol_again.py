"""A till that was restored, copied or forgotten is enrolled again on the files it has, and sells again."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from zlib import crc32

import pytest

from app.bootstrap.enrol_again import AGAIN_FILE, EnrolAgain
from app.bootstrap.start import start
from app.domain.errors import Refused
from app.domain.ledger import BONUS
from app.domain.receipt.page import QrCode
from app.domain.sale.facts import Sale
from app.domain.value.facts import TopUp
from app.ports.head_office import Joining, Lending, Line, Says
from app.ports.store import SlipKind
from app.services.top_up_card import TopUpRequest
from app.storage.keys import open_key
from app.storage.verify.run import verify_files
from tests.app.bootstrap.chain_till import MANAGER, WALLET, ChainTill, enrol, furnish
from tests.app.domain.builders import cash
from tests.chain.processes import Founder, OfficeProcess, serving

CARD = 50_000
TWO = ("--by", "wang", "--by", "li")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeProcess]:
    with serving(tmp_path_factory.mktemp("office")) as running:
        with closing(Founder(running)) as founder:
            founder.give(WALLET, 10 * CARD)
        yield running


@pytest.fixture
def folder(tmp_path: Path, office: OfficeProcess, request: pytest.FixtureRequest) -> Path:
    """An enrolled till of the test's own name, with a card in its directory."""
    name = f"T{crc32(request.node.name.encode()) % 100_000:05}"
    assert enrol(tmp_path / name, office, "--till", name) == 0
    furnish(tmp_path / name, 10 * CARD)
    return tmp_path / name


def again(folder: Path, office: OfficeProcess) -> int:
    return enrol(folder, office, "--again")


def code(office: OfficeProcess) -> str:
    invitation = office.invitation()
    return f"{invitation.address}#{invitation.code}#{invitation.fingerprint}"


def write_off(office: OfficeProcess, till: str, epoch: int = 1) -> None:
    assert office.command("write-off", till, "--epoch", str(epoch), "--reason", "again", *TWO)[0] == 0


def close_shift(till: ChainTill) -> None:
    closed = till.do(lambda: till.till.use_cases.close_shift(MANAGER, 30_000))
    assert isinstance(closed, tuple)


def sell_some(till: ChainTill, lent_minor: int = 10_000, spent_minor: int = 3_000) -> None:
    till.until(lambda status: status.says is Says.OK)
    assert till.ask(lent_minor).outcome is Lending.LENT
    assert isinstance(till.sell(spent_minor), Sale)


def top_up(till: ChainTill, paid_minor: int) -> str:
    """Value is bought for cash; the code on its slip."""
    use, view = till.till.use_cases, till.view()
    quote = till.do(lambda: use.top_up_card.quote(view, paid_minor))
    assert not isinstance(quote, Refused)
    request = TopUpRequest(MANAGER, view, paid_minor, [cash(paid_minor)], quote.total(BONUS))
    made = till.do(lambda: use.top_up_card(request))
    assert isinstance(made, TopUp)
    page = till.do(lambda: use.print_slips.preview(SlipKind.VALUE, made.id))
    return next(part.data for part in page.elements if isinstance(part, QrCode))


def test_a_fenced_till_goes_on_in_a_new_epoch_on_its_own_files(
    folder: Path, office: OfficeProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    name = folder.name
    with closing(ChainTill(folder)) as till:
        sell_some(till)
        assert office.command("fence", name, "--reason", "stolen")[0] == 0
        till.until(lambda status: status.says is Says.FENCED)
        # What is sold meanwhile belongs to the old epoch, and reaches head office before the new one begins.
        assert isinstance(till.sell(0), Sale)
    assert again(folder, office) == 2
    assert "a shift is open" in capsys.readouterr().out
    with closing(ChainTill(folder)) as till:
        close_shift(till)
    assert again(folder, office) == 1
    assert "write it off first" in capsys.readouterr().out
    write_off(office, name)
    assert again(folder, office) == 0
    told = capsys.readouterr().out
    assert "enrolled again, epoch 2" in told
    assert told.partition("this till's key: ")[2][:19] in office.command("tills")[1]
    with closing(ChainTill(folder)) as till:
        assert till.till.store.state.epoch == 2
        assert till.held() == 0
        sell_some(till, 5_000, 1_000)
        sale = till.sell(500)
        assert isinstance(sale, Sale)
        assert (sale.origin.epoch, sale.origin.receipt) == (2, 2)
        # What the directory believes and what was done since, through both epochs.
        assert sum(each.total for each in till.view().holdings.values()) >= 10 * CARD - 4_500
        till.until(lambda status: status.waiting == 0)
    assert verify_files(folder, open_key(folder)) == []
    assert office.command("verify")[0] == 0
    assert office.command("suspense")[1] == "0 in suspense\n"


def test_a_restored_till_is_enrolled_again_from_its_screen(folder: Path, office: OfficeProcess) -> None:
    with closing(ChainTill(folder)) as till:
        close_shift(till)
    image = folder.with_name("image")
    shutil.copytree(folder, image)
    with closing(ChainTill(folder)) as till:
        sell_some(till)
        till.until(lambda status: status.waiting == 0)
    shutil.rmtree(folder)
    shutil.copytree(image, folder)
    with closing(ChainTill(folder)) as till:
        till.until(lambda status: status.says is Says.FENCED)
        assert till.status.reason in {"restored", "fork"}
        close_shift(till)
        assert till.sync.enrol_again("no code").result(20).outcome is Joining.NO_CODE
        write_off(office, folder.name)
        old_key = till.status.key
        joined = till.sync.enrol_again(code(office)).result(20)
        assert (joined.outcome, joined.epoch) == (Joining.JOINED, 2)
        till.until(lambda status: status.says is Says.OK and status.line is Line.ONLINE)
        assert till.status.key != old_key
        till.do(lambda: till.till.use_cases.open_shift(MANAGER, 30_000))
        sell_some(till, 2_000, 1_000)
        till.until(lambda status: status.waiting == 0)
        assert not (folder / AGAIN_FILE).exists()
    assert verify_files(folder, open_key(folder)) == []


def test_a_head_office_of_before_the_new_epoch_gets_that_epoch_and_what_slips_prove_of_the_old(tmp_path: Path) -> None:
    folder, copy = tmp_path / "T44", str(tmp_path / "copy.db")
    with serving(tmp_path / "office") as office:
        with closing(Founder(office)) as founder:
            founder.give(WALLET, CARD // 2)
        assert enrol(folder, office, "--till", "T44") == 0
        furnish(folder)
        assert office.command("backup", copy)[0] == 0
        with closing(ChainTill(folder)) as till:
            sell_some(till)
            proof = top_up(till, 20_000)
            close_shift(till)
            till.until(lambda status: status.waiting == 0)
        assert office.command("fence", "T44", "--reason", "again")[0] == 0
        write_off(office, "T44")
        assert again(folder, office) == 0
        office.stop()
        assert office.command("restore", copy)[0] == 0
        office.start()
        assert office.command("write-off", "T-old", "--reason", "gone", *TWO)[0] == 0
        with closing(ChainTill(folder)) as till:
            till.until(lambda status: status.says is Says.UNKNOWN_TILL)
            write_off(office, "T44")
            joined = till.sync.enrol_again(code(office)).result(20)
            assert (joined.outcome, joined.epoch) == (Joining.JOINED, 2)
            till.until(lambda status: status.says is Says.OK and status.line is Line.ONLINE and not status.waiting)
            # The old epoch's sale is lost to these books, at the house's cost; its top-up is not.
            assert till.ask(CARD).amount_minor == CARD // 2
            assert office.command("post-top-up", proof)[0] == 0
            assert till.ask(20_000).amount_minor == 20_000
        assert office.command("verify")[0] == 0


def test_a_till_in_good_standing_is_left_as_it_is(
    folder: Path, office: OfficeProcess, capsys: pytest.CaptureFixture[str]
) -> None:
    assert again(folder, office) == 2
    assert "lends to it; nothing was changed" in capsys.readouterr().out
    nobody = f"https://127.0.0.1:1#2222-3333-4444#{office.fingerprint}"
    assert start(["enrol", "--again", "--code", nobody, "--data-dir", str(folder)]) == 1
    assert "cannot be reached" in capsys.readouterr().out
    assert start(["enrol", "--again", "--code", code(office), "--data-dir", str(folder.with_name("none"))]) == 2


def test_an_answer_that_was_lost_is_given_again(
    folder: Path, office: OfficeProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PowerCutError(Exception):
        pass

    def cut(*_: object, **__: object) -> bool:
        raise PowerCutError

    assert office.command("fence", folder.name, "--reason", "test")[0] == 0
    write_off(office, folder.name)
    with monkeypatch.context() as patch:
        patch.setattr(EnrolAgain, "_switched", cut)
        with pytest.raises(PowerCutError):
            again(folder, office)
    assert (folder / AGAIN_FILE).exists()
    # Even with another code: head office knows the key, and no third epoch comes of it.
    assert again(folder, office) == 0
    assert f"{folder.name}/3" not in office.command("tills")[1]
    assert f"{folder.name}/2" in office.command("tills")[1]
