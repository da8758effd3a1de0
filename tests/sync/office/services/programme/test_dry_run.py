"""A dry run's figures are those of publishing the draft and playing on, and nothing is written."""

import json
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.catalogue import Product
from app.domain.programme.file import read_programme
from app.domain.programme.lifecycle.standing import Standing
from app.domain.programme.scene import Moment
from app.domain.rehearsal.counter import REST, Wanted, buy
from app.domain.rehearsal.dry_run import DryRun, Margin
from app.domain.rehearsal.shop import Shop
from app.domain.sale.facts import Sale
from sync.office.cli import main
from sync.office.cli.office import DATABASE
from sync.office.services.programme.dry_run import DryRunDraft
from sync.office.services.streams.import_catalogue import ImportCatalogue
from sync.office.storage.engines import open_sqlite
from sync.office.storage.journal import count_events
from sync.office.storage.keys import KeyFile
from sync.office.storage.migrate import migrate
from tests.sync.office.desk import Desk
from tests.sync.office.services.life.test_react import CLUB, Office, sale_of

DRAFT = CLUB.replace("500.00", "300.00").replace("version = 1", "version = 2")
# Recorded sales use no coupon that only the draft would have given: here the gift is growth.
PLAIN, PLAIN_DRAFT = (text.replace('coupon = "thanks", count = 2', "growth = 2") for text in (CLUB, DRAFT))
WITH_OFFER = (
    DRAFT
    + """
[[promotions]]
id = "tea"
kind = "amount_off"
name = { en = "Tea" }
steps = [{ at_least = "100.00", off = "10.00" }]
"""
)


@contextmanager
def office_of(path: Path, programme: str, sales: list[Sale]) -> Iterator[Office]:
    """A new head office that has heard of these sales."""
    for old in path.parent.glob(f"{path.name}*"):
        old.unlink()
    database = open_sqlite(path, bytes(32))
    database.write(migrate)
    office = Office(Desk(database), programme)
    office.sell(*sales)
    office.react()
    try:
        yield office
    finally:
        database.close()


def tiers(office: Office, wallets: str) -> dict[str, str]:
    return {wallet: office.tier(wallet) for wallet in wallets}


@given(bought=st.lists(st.tuples(st.sampled_from("abc"), st.integers(100, 60_000)), min_size=1, max_size=8))
@settings(deadline=None)
def test_it_is_the_shop_under_the_draft_coupons_and_all(bought: list[tuple[str, int]]) -> None:
    draft, moment = read_programme(WITH_OFFER), Moment("2026-11-22")
    shop, run, given_minor = Shop(draft), DryRun(draft), 0
    for who in "abc":
        standing = Standing(joined_on="2026-11-01", nights_through="2026-11-22")
        run.meet(who, standing)
        shop = shop.with_standing(who, standing)
    for number, (who, paid) in enumerate(bought, start=1):
        sale = sale_of(number, paid, who)
        run.sold(sale, moment)
        line = sale.lines[0]
        product = Product(line.product, line.name, paid, category=line.category)
        shop, outcome = buy(shop, who, [Wanted(product)], {"cash": REST}, moment)
        assert outcome.priced is not None
        given_minor += paid - outcome.priced.goods_minor
    figures = run.figures(dict.fromkeys("abc", ""))
    assert figures.discount_minor == given_minor
    held = Counter(str(shop.standing(who).tiers["main"].tier) for who in "abc" if "main" in shop.standing(who).tiers)
    assert figures.moved == {("", tier): count for tier, count in sorted(held.items())}


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bought=st.lists(st.tuples(st.sampled_from("abc"), st.integers(100, 60_000)), min_size=1, max_size=8))
def test_the_figures_are_those_of_publishing_and_playing_on(tmp_path: Path, bought: list[tuple[str, int]]) -> None:
    sales: list[Sale] = [sale_of(number, paid, wallet) for number, (wallet, paid) in enumerate(bought, start=1)]
    wallets = "".join(sorted({wallet for wallet, _ in bought}))
    with office_of(tmp_path / "true.db", PLAIN, sales) as office:
        true = tiers(office, wallets)
        figures = DryRunDraft(office.desk.world)(read_programme(PLAIN_DRAFT), "2026-11-01")
    with office_of(tmp_path / "draft.db", PLAIN_DRAFT.replace("version = 2", "version = 1"), sales) as office:
        draft = tiers(office, wallets)
    moved = Counter((true[wallet], draft[wallet]) for wallet in true if true[wallet] != draft[wallet])
    assert (figures.sales, figures.members) == (len(sales), len(true))
    assert figures.moved == dict(sorted(moved.items()))
    assert figures.discount_minor == 0


def test_an_offer_costs_what_it_takes_off_and_nothing_is_written(desk: Desk) -> None:
    office = Office(desk)
    office.sell(sale_of(1, 30_000), sale_of(2, 5_000), sale_of(3, 12_000, "b"))
    office.react()
    before = desk.database.read(count_events), office.life().standing
    heard: list[tuple[int, int]] = []
    figures = DryRunDraft(desk.world)(read_programme(WITH_OFFER), "2026-11-01", lambda *way: heard.append(way))
    assert figures.discount_minor == 2_000
    assert [(each.sale, each.would_be_minor) for each in figures.baskets] == [("sale1", 29_000), ("sale3", 11_000)]
    assert figures.moved == {("basic", "gold"): 1}
    assert heard[-1] == (3, 3)
    assert (desk.database.read(count_events), office.life().standing) == before
    assert DryRunDraft(desk.world)(read_programme(WITH_OFFER), "2027-01-01").sales == 0
    desk.check()


def test_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    database = open_sqlite(tmp_path / DATABASE, KeyFile(tmp_path / "office.key").key())
    office = Office(Desk(database))
    office.sell(sale_of(1, 30_000))
    database.close()
    file = tmp_path / "draft.toml"
    file.write_text(WITH_OFFER, encoding="utf-8")
    words = ["--folder", str(tmp_path), "dry-run", str(file), "--since", "2026-11-01"]
    assert main([*words, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["discount_minor"] == 1_000
    assert main(words) == 0
    assert "sale sale1: 300.00 -> 290.00" in capsys.readouterr().out
    file.write_text(WITH_OFFER.replace("amount_off", "amount_of"), encoding="utf-8")
    assert main(words) == 2


def test_the_margin_is_of_goods_whose_cost_is_known(tmp_path: Path) -> None:
    sold = [sale_of(1, 20_000, tier=None), sale_of(2, 5_000, tier=None)]
    with office_of(tmp_path / "office.db", WITH_OFFER.replace("version = 2", "version = 1"), sold) as office:
        dry = DryRunDraft(office.desk.world)
        draft = read_programme(WITH_OFFER)
        assert dry(draft, "2026-11-01").margin is None
        ImportCatalogue(office.desk.world)(b"id,name,price,cost\np1,tea,200,15\n")
        assert dry(draft, "2026-11-01").margin == Margin(25_000, 24_000, 3_000, 25_000)
        ImportCatalogue(office.desk.world)(b"id,name,price,cost\nother,x,2,1\n", is_whole=True)
        assert dry(draft, "2026-11-01").margin == Margin(0, 0, 0, 25_000)
