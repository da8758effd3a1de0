"""The drills of docs/operations.md, run with real programs; the amounts are read from the document."""

import re
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url, select

from app.bootstrap.start import start
from app.domain.errors import Refused
from app.domain.ledger import DISPUTED, POINTS, REDEEMED, RESERVE, is_members
from app.domain.sale.facts import Sale
from app.ports.head_office import Lending, Says
from app.storage.keys import open_key
from app.storage.verify.run import verify_files
from sync.office.storage.schema import accounts
from tests.app.bootstrap.chain_till import MANAGER, ChainTill, enrol, furnish
from tests.chain.books import assert_office_is_clean, assert_they_agree, assert_till_is_clean, office_books, read_till
from tests.chain.conftest import on_server
from tests.chain.processes import Founder, OfficeProcess, TillProcess
from tests.chain.proxy import Proxy

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "operations.md"
WALLET = "w-zhang"
WRITE_OFF = ("--by", "wang", "--by", "li")


class Chain:
    """A head office and its tills in the hands of a drill; 张三's card is worth 500.00."""

    def __init__(self, folder: Path, database: str = "", card: int = 50_000) -> None:
        self.folder = folder
        self.office = OfficeProcess(folder / "office", database)
        self.office.start()
        self._tills: list[TillProcess] = []
        self.founder = Founder(self.office)
        if card:
            self.founder.give(WALLET, card)

    def till(self, name: str = "T01", *, folder: str = "", epoch: int = 1, enrol: bool = True) -> TillProcess:
        """A till, switched on."""
        till = TillProcess(self.folder / (folder or f"{name}-{epoch}"), name, self.office, epoch=epoch)
        self._tills.append(till)
        till.start(enrol=enrol)
        if enrol:
            assert till.ask("sync") == {"outcome": "done"}
        return till

    def with_lease(self, name: str, amount: int) -> TillProcess:
        """A till that holds so much of the card."""
        till = self.till(name)
        assert "granted" in till.ask("ask", WALLET, "principal", amount, amount)
        return till

    def money(self, unit: str = "principal") -> dict[str, str]:
        """What the document has a table for."""
        sums = {"the card is worth": 0, "taken in goods": 0, "the house's loss": 0}
        query = select(accounts).where(accounts.c.wallet == WALLET, accounts.c.unit == unit)
        with office_books(self.office) as connection:
            for row in connection.execute(query):
                if is_members(row.place):
                    sums["the card is worth"] += row.balance
                elif row.place == REDEEMED:
                    sums["taken in goods"] += row.balance
                elif row.place in {RESERVE, DISPUTED} or row.place.startswith("house:suspense:"):
                    sums["the house's loss"] -= row.balance
        assert_office_is_clean(self.office)
        return {label: str(amount) if unit == POINTS else f"{amount / 100:.2f}" for label, amount in sums.items()}

    def rules_broken(self) -> set[str]:
        """What `suspense` says, by its rules."""
        return set(re.findall(r"event \d+: (\w+)", self.office.command("suspense")[1]))

    def standing(self, till: str) -> str:
        """The line of `tills` about one till."""
        found = re.search(rf"^{till} .*$", self.office.command("tills")[1], re.MULTILINE)
        assert found is not None
        return found.group()

    def mode(self) -> str:
        """normal or recovery."""
        return self.office.command("tills")[1].splitlines()[0].removeprefix("mode: ")

    def close(self) -> None:
        """Everything off."""
        self.founder.close()
        for till in self._tills:
            till.close()
        self.office.stop()
        self.office.assert_nothing_broke()


@pytest.fixture
def chain(tmp_path: Path) -> Iterator[Chain]:
    with closing(Chain(tmp_path)) as opened:
        yield opened


def sold(till: TillProcess, amount: int) -> None:
    """In several sales: from 100.00 on the programme gives a discount."""
    for done in range(0, amount, 5_000):
        part = min(5_000, amount - done)
        assert till.ask("sell", WALLET, part)["sold"] == part


def sync(till: TillProcess) -> str:
    return str(till.ask("sync")["outcome"])


# --- the drills


@pytest.mark.slow
def test_drill_restore(tmp_path: Path, database: str) -> None:
    with closing(Chain(tmp_path, database)) as chain:
        one, two = chain.with_lease("T01", 20_000), chain.with_lease("T02", 10_000)
        sold(one, 2_000)
        assert sync(one) == "done"
        _back_up(chain)
        # What last night's copy does not know: sales, a further lease, a new till with a lease and a sale.
        assert "granted" in one.ask("ask", WALLET, "principal", 10_000)
        for till, amount in ((one, 6_000), (one, 2_000), (two, 5_000)):
            sold(till, amount)
            assert sync(till) == "done"
        new = chain.with_lease("T03", 8_000)
        sold(new, 5_000)
        assert sync(new) == "done"
        assert chain.money() == expected("restore")

        _lose_the_machine(chain)
        assert chain.mode() == "recovery"
        assert "not heard" in chain.standing("T01/1")
        sync(one)
        assert one.ask("ask", WALLET, "principal", 100) == {"denied": "recovery"}
        assert one.ask("sell", WALLET, 1_000)["sold"] == 1_000  # a sale does not wait for any of this
        assert one.ask("refund_last") == {"refunded": 1_000}
        chain.founder.come_back()
        assert sync(two) == "done"
        assert new.ask("sync")["error"] == "NotEnrolledError"
        assert new.ask("enrol", chain.office.invitation().code)["enrolled"] == "T03"
        for till in (one, two, new):
            assert sync(till) == "done"
        assert chain.mode() == "normal"
        assert chain.money() == expected("restore")
        assert chain.rules_broken() == set()
        assert "granted" in two.ask("ask", WALLET, "principal", 1_000)
        assert sync(two) == "done"
        for till in (one, two, new):
            till.stop()
            assert_till_is_clean(till.folder)
        assert_they_agree(chain.office, [read_till(till.folder) for till in (one, two, new)])


def test_drill_lost_office_db(tmp_path: Path) -> None:
    with closing(Chain(tmp_path, card=0)) as chain:
        till = chain.till()
        assert till.ask("sell_cash", WALLET, 9_000)["total"] == 9_000
        assert till.ask("return") == {"returned": 1}
        assert sync(till) == "done"
        assert "granted" in till.ask("ask", WALLET, POINTS, 50)
        assert chain.money(POINTS) == expected("lost-office-db")
        chain.office.kill()
        for part in chain.office.folder.glob("office.db*"):
            part.unlink()
        chain.office.start()
        assert till.ask("sync")["error"] == "NotEnrolledError"
        assert till.ask("enrol", chain.office.invitation().code)["enrolled"] == "T01"
        assert sync(till) == "done"
        assert chain.mode() == "normal"
        assert chain.money(POINTS) == expected("lost-office-db")
        assert "granted" in till.ask("ask", WALLET, POINTS, 10)


def test_drill_lost_till(chain: Chain) -> None:
    _lose_till(chain)
    assert chain.money() == expected("lost-till")
    assert chain.rules_broken() == set()
    # The member is whole at once, at another till and at the new one of the old name.
    other = chain.till("T02")
    assert "granted" in other.ask("ask", WALLET, "principal", 42_000, 42_000)
    sold(other, 1_000)
    assert other.ask("refund_last") == {"refunded": 1_000}
    again = chain.till("T01", epoch=2)
    assert other.ask("return") == {"returned": 1}
    assert sync(other) == "done"
    assert "granted" in again.ask("ask", WALLET, "principal", 100)
    assert chain.money() == expected("lost-till")


def test_drill_found_till(chain: Chain) -> None:
    lost = _lose_till(chain)
    lost.proxy.mend()
    lost.start()
    assert sync(lost) == "fenced"
    assert lost.ask("ask", WALLET, "principal", 1) == {"denied": "fenced"}
    assert chain.money() == expected("found-till")
    assert chain.rules_broken() == {"late_spend"}
    # Asked again and again it says the same, and nothing is counted twice.
    assert sync(lost) == "fenced"
    assert chain.money() == expected("found-till")


def test_drill_stolen_till(chain: Chain) -> None:
    stolen = chain.with_lease("T01", 30_000)
    stolen.proxy.cut()
    assert "300.00" in chain.standing("T01/1")
    assert chain.office.command("fence", "T01", "--reason", "stolen")[0] == 0
    assert chain.office.command("write-off", "T01", "--reason", "stolen", *WRITE_OFF)[0] == 0
    sold(stolen, 12_000)
    stolen.proxy.mend()
    assert stolen.ask("ask", WALLET, "principal", 10_000) == {"denied": "fenced"}
    assert sync(stolen) == "fenced"
    assert chain.rules_broken() == {"late_spend"}
    assert chain.money() == expected("stolen-till")
    # The card works everywhere else, to the last cent.
    assert "granted" in chain.till("T02").ask("ask", WALLET, "principal", 50_000, 50_000)


def test_drill_cloned_till(chain: Chain) -> None:
    shops = chain.with_lease("T01", 30_000)
    shops.stop()
    copy = chain.folder / "copy"
    shutil.copytree(shops.folder, copy)
    shops.start()
    clone = chain.till("T01", folder="copy", enrol=False)
    for till in (shops, clone):
        till.proxy.cut()
    sold(shops, 10_000)
    sold(clone, 20_000)
    for till in (shops, clone):
        till.proxy.mend()
    assert sync(shops) == "done"
    assert sync(clone) == "fenced"
    assert "fork" in chain.standing("T01/1")
    assert sync(shops) == "fenced"
    assert clone.ask("ask", WALLET, "principal", 1) == {"denied": "fenced"}
    assert shops.ask("ask", WALLET, "principal", 1) == {"denied": "fenced"}
    assert chain.rules_broken() == {"stray"}
    assert chain.office.command("write-off", "T01", "--reason", "copied disk", *WRITE_OFF)[0] == 0
    assert chain.money() == expected("cloned-till")
    again = chain.till("T01", epoch=2)
    assert "granted" in again.ask("ask", WALLET, "principal", 40_000, 40_000)
    assert chain.money() == expected("cloned-till")


def test_drill_put_back_till(chain: Chain) -> None:
    till = chain.with_lease("T01", 30_000)
    till.stop()
    shutil.copytree(till.folder, chain.folder / "image")
    till.start()
    sold(till, 10_000)
    assert sync(till) == "done"
    till.stop()
    shutil.rmtree(till.folder)
    shutil.copytree(chain.folder / "image", till.folder)
    till.start()
    assert sync(till) == "fenced"
    assert "restored" in chain.standing("T01/1")
    assert till.ask("ask", WALLET, "principal", 1) == {"denied": "fenced"}
    assert chain.office.command("write-off", "T01", "--reason", "old image", *WRITE_OFF)[0] == 0
    assert chain.money() == expected("put-back-till")
    assert "granted" in chain.till("T01", epoch=2).ask("ask", WALLET, "principal", 40_000, 40_000)


def test_drill_enrol_restored(chain: Chain) -> None:
    with closing(Proxy(chain.office.port)) as line:
        folder = _real_till(chain, line)
        with closing(ChainTill(folder)) as till:
            assert till.ask(30_000).outcome is Lending.LENT
            _close_shift(till)
            till.until_all_is_sent()
        shutil.copytree(folder, chain.folder / "image")
        with closing(ChainTill(folder)) as till:
            _sell(till, 10_000)
            till.until_all_is_sent()
        shutil.rmtree(folder)
        shutil.copytree(chain.folder / "image", folder)
        _fenced_and_enrolled_again(chain, folder)
    assert chain.money() == expected("enrol-restored")


def test_drill_enrol_cloned(chain: Chain) -> None:
    with closing(Proxy(chain.office.port)) as line:
        folder = _real_till(chain, line)
        with closing(ChainTill(folder)) as till:
            assert till.ask(30_000).outcome is Lending.LENT
            _close_shift(till)
            till.until_all_is_sent()
        copy = chain.folder / "copy"
        shutil.copytree(folder, copy)
        line.cut()
        with closing(ChainTill(copy)) as clone:
            _sell(clone, 20_000)
        with closing(ChainTill(folder)) as till:
            _sell(till, 10_000)
            line.mend()
            till.until_all_is_sent()
            _close_shift(till)
        with closing(ChainTill(copy)) as clone:
            clone.until(lambda status: status.says is Says.FENCED and status.waiting == 0)
        _fenced_and_enrolled_again(chain, folder)
    assert chain.rules_broken() == {"stray"}
    assert chain.money() == expected("enrol-cloned")


def _real_till(chain: Chain, line: Proxy) -> Path:
    """T01 as the command enrols it, with the card in its directory."""
    folder, invitation = chain.folder / "T01", chain.office.invitation()
    code = f"{line.address}#{invitation.code}#{invitation.fingerprint}"
    assert start(["enrol", "--till", "T01", "--code", code, "--data-dir", str(folder)]) == 0
    furnish(folder)
    return folder


def _sell(till: ChainTill, amount_minor: int) -> None:
    for _ in range(amount_minor // 5_000):
        assert isinstance(till.sell(5_000), Sale)


def _close_shift(till: ChainTill) -> None:
    assert isinstance(till.do(lambda: till.till.use_cases.close_shift(MANAGER, 30_000)), tuple)


def _fenced_and_enrolled_again(chain: Chain, folder: Path) -> None:
    """Fenced it takes cash; written off it is enrolled again on its own files, and sells for 70.00 from the card."""
    with closing(ChainTill(folder)) as till:
        till.until(lambda status: status.says is Says.FENCED)
        assert isinstance(till.sell(1_000), Refused)
        assert isinstance(till.sell(0), Sale)
        _close_shift(till)
    assert enrol(folder, chain.office, "--again") == 1
    assert chain.office.command("write-off", "T01", "--reason", "enrolled again", *WRITE_OFF)[0] == 0
    assert enrol(folder, chain.office, "--again") == 0
    with closing(ChainTill(folder)) as till:
        assert till.ask(7_000).outcome is Lending.LENT
        assert isinstance(till.sell(7_000), Sale)
        till.until(lambda status: status.waiting == 0)
    assert verify_files(folder, open_key(folder)) == []


def _lose_till(chain: Chain) -> TillProcess:
    lost = chain.with_lease("T01", 30_000)
    sold(lost, 8_000)
    assert sync(lost) == "done"
    lost.proxy.cut()
    sold(lost, 5_000)
    lost.kill()
    status, said = chain.office.command("write-off", "T01", "--reason", "disk dead", "--by", "wang")
    assert (status, "two different persons" in said) == (2, True)
    status, said = chain.office.command("write-off", "T01", "--reason", "disk dead", *WRITE_OFF)
    assert (status, "principal: 22000" in said) == (0, True)
    return lost


def _back_up(chain: Chain) -> None:
    if chain.office.database:
        # What pg_dump would give: the database as of this moment.
        chain.office.kill()  # a template may have no visitors
        name = str(make_url(chain.office.database).database)
        on_server(chain.office.database, f"CREATE DATABASE {name}_copy TEMPLATE {name}")
        chain.office.start()
    else:
        assert chain.office.command("backup", str(chain.folder / "backup.db"))[0] == 0


def _lose_the_machine(chain: Chain) -> None:
    chain.office.cut_power()
    old = chain.office.folder
    new = old.with_name("office-new")
    new.mkdir()
    for name in ("office.key", "office.pem", "office-tls.key"):
        if (old / name).exists():
            shutil.copy(old / name, new / name)
    chain.office.move_to(new)
    if chain.office.database:
        name = str(make_url(chain.office.database).database)
        drop = f"DROP DATABASE {name} WITH (FORCE)"
        on_server(chain.office.database, drop, f"ALTER DATABASE {name}_copy RENAME TO {name}")
        assert chain.office.command("restore")[0] == 0
    else:
        shutil.rmtree(old)
        assert chain.office.command("restore", str(chain.folder / "backup.db"))[0] == 0
    chain.office.start()


# --- the document


def drills() -> dict[str, str]:
    """The drills of the document: the text of each, by name."""
    parts = re.split(r"<!-- drill: ([a-z-]+) -->", DOCUMENT.read_text(encoding="utf-8"))
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def expected(drill: str) -> dict[str, str]:
    """The drill's table of money."""
    rows = re.findall(r"^\| ([^|]+) \| ([\d.]+) \|$", drills()[drill], re.MULTILINE)
    assert len(rows) == 3
    return dict(rows)


def test_each_drill_of_the_document_is_run_by_its_test() -> None:
    tests = {name.removeprefix("test_drill_") for name in globals() if name.startswith("test_drill_")}
    assert tests == {name.replace("-", "_") for name in drills()}
