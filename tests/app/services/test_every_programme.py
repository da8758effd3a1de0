"""The demo shop under each programme of the product: it opens, sells to a member, and every service answers."""

from pathlib import Path

import pytest

from app.bootstrap.till import open_till
from app.cli.demo.clock import DemoClock
from app.cli.demo.goods import demo_goods
from app.cli.demo.shop import build_demo_shop
from app.cli.demo.special import ZHANG_SAN
from app.cli.demo.staff import SHOP_MANAGER
from app.domain.basket import Basket
from app.domain.member import MemberView
from app.domain.pricing import price
from app.domain.programme.explain import explain, explain_progress, explain_step
from app.domain.programme.model import TenderType
from app.domain.programme.people import ways_up
from app.domain.programme.scene import moment_at
from app.domain.sale.facts import Sale
from app.domain.tender import Tendered
from app.domain.value.facts import ServiceDeal
from app.paths import resources_dir
from app.services.have_service import ServiceRequest
from app.services.post_sale import SaleRequest
from app.storage.keys import open_key
from app.storage.verify.run import verify_files

TODAY, OPENING_MS = "2026-03-06", 1_772_762_400_000  # 10:00 in Shanghai
PROGRAMMES = sorted(path.stem for path in (resources_dir() / "programmes").glob("*.toml"))
MANAGER = SHOP_MANAGER.operator


@pytest.mark.parametrize("name", PROGRAMMES)
def test_it_sells_and_serves(name: str, tmp_path: Path) -> None:
    data_dir = tmp_path / "shop"
    build_demo_shop(data_dir, members=12, today=TODAY, now_ms=OPENING_MS - 86_400_000, programme=name)
    clock = DemoClock(OPENING_MS)
    till = open_till(data_dir, clock)
    use, programme, words = till.use_cases, till.programme, till.words["zh_CN"]
    try:
        use.open_shift(MANAGER, 30_000)
        view = use.view_member.by_card(ZHANG_SAN)
        assert isinstance(view, MemberView)
        basket = Basket().with_member(view)
        for product in demo_goods()[:6]:
            basket = basket.add(product)
        priced = price(basket, programme, moment_at(clock.local_time(OPENING_MS)))
        said = [explain(reason, programme, words, "zh_CN") for line in priced.lines for reason in line.reasons]
        said += [explain_step(step, programme, words, "zh_CN") for step in priced.next_steps]
        said += [explain_progress(ahead, programme, words, "zh_CN") for ahead in ways_up(view, programme, TODAY)]
        assert all(said)
        cash = next(kind for kind in programme.tender_kinds if kind.type is TenderType.CASH)
        paid = (Tendered(cash.id, cash.type, priced.total_minor),) if priced.total_minor else ()
        sale = use.post_sale(SaleRequest(MANAGER, basket, programme, paid, priced.total_minor))
        assert isinstance(sale, Sale), sale
        for offered in use.have_service.offered(view):
            money = (Tendered(cash.id, cash.type, offered.price_minor),) if offered.price_minor else ()
            if offered.refused is None:
                had = use.have_service(
                    ServiceRequest(
                        MANAGER, view, offered.service, offered.about, offered.price_minor, money, offered.is_trial
                    )
                )
                assert isinstance(had, ServiceDeal), (offered, had)
                view = _again(use.view_member.by_card(ZHANG_SAN))
    finally:
        till.directory.close()
        till.store.close()
    assert verify_files(data_dir, open_key(data_dir)) == []


def _again(view: object) -> MemberView:
    assert isinstance(view, MemberView)
    return view
