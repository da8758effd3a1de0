"""What the wizard makes: a whole till or none, alone or in a chain, and every refusal of a real head office."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

import app.bootstrap.first_shop
import app.bootstrap.new_till
from app.bootstrap.first_shop import FirstShop
from app.bootstrap.new_till import Beginning, make_till
from app.bootstrap.till import has_shop, open_till
from app.domain.programme.file import read_programme
from app.ports.set_up import Hitch, OfficeAddress, Plan, Ready, Stuck
from app.ports.store import StoreFullError
from app.settings import ShopSettings
from app.storage.keys import StoreKey, open_key
from app.storage.verify.run import verify_files
from tests.chain.processes import OfficeProcess, serving

PLAN = Plan(ShopSettings(shop_name="拐角小店", language="en"), manager="林", pin="24680", preset="demo")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeProcess]:
    """One head office for all."""
    with serving(tmp_path_factory.mktemp("chain") / "office") as running:
        yield running


def line_of(office: OfficeProcess) -> str:
    """What head office prints for one more till."""
    read = office.invitation()
    return f"{read.address}#{read.code}#{read.fingerprint}"


def signs_on(folder: Path, pin: str = PLAN.pin) -> str:
    """The name of who signs on first."""
    till = open_till(folder)
    try:
        person = till.use_cases.sign_on.operators()[0]
        assert till.use_cases.sign_on(person.id, pin) == person
        return person.name
    finally:
        till.directory.close()
        till.store.close()


def is_ready(built: Ready | Stuck) -> bool:
    """Made, under a name that no other till has."""
    return isinstance(built, Ready) and len(built.till) == 6 and built.shop == "拐角小店"


def test_a_single_shop_can_be_opened_and_verified(tmp_path: Path) -> None:
    folder = tmp_path / "till"
    assert is_ready(FirstShop(folder).build(PLAN))
    assert has_shop(folder)
    assert signs_on(folder) == "林"
    assert verify_files(folder, open_key(folder)) == []
    assert [path.name for path in tmp_path.iterdir()] == ["till"]


@pytest.mark.parametrize("error", [StoreFullError(), OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_what_breaks_in_between_leaves_no_half_shop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    def broken(*_: object) -> None:
        raise error

    folder = tmp_path / "till"
    with monkeypatch.context() as patch:
        patch.setattr(app.bootstrap.new_till, "use_directory", broken)
        if isinstance(error, Exception):
            stuck = FirstShop(folder).build(PLAN)
            assert isinstance(stuck, Stuck)
            assert stuck.hitch is Hitch.DISK_FULL
        else:
            with pytest.raises(KeyboardInterrupt):
                FirstShop(folder).build(PLAN)
    assert not has_shop(folder)
    assert not (folder / "till.db").exists()
    assert is_ready(FirstShop(folder).build(PLAN))
    assert signs_on(folder) == "林"


def test_who_gives_up_gets_no_shop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = FirstShop(tmp_path / "till")

    def slowly(folder: Path, key: StoreKey, volume: Path | None, beginning: Beginning) -> None:
        make_till(folder, key, volume, beginning)
        shop.give_up()

    monkeypatch.setattr(app.bootstrap.first_shop, "make_till", slowly)
    assert isinstance(shop.build(PLAN), Stuck)
    assert not has_shop(tmp_path / "till")


def test_presets_are_programmes_with_names(tmp_path: Path) -> None:
    presets = FirstShop(tmp_path).presets()
    assert presets[0].id == "demo"
    assert all(set(preset.abouts) == {"zh_CN", "en"} for preset in presets)
    for preset in presets:
        assert preset.names["zh_CN"]
        assert read_programme(app.bootstrap.new_till.preset_text(preset.id)).tender_kinds


def test_a_till_joins_with_a_code_and_uses_it_up(office: OfficeProcess, tmp_path: Path) -> None:
    line = line_of(office)
    seen = FirstShop(tmp_path).read_code(f" {line}\n")
    digits = office.fingerprint
    groups = " ".join(digits[place : place + 4] for place in (0, 4, 8, 12))
    assert seen == OfficeAddress(office.address, groups)
    joined = FirstShop(tmp_path / "one").build(replace(PLAN, settings=ShopSettings(), code=line))
    assert isinstance(joined, Ready)
    assert joined.fingerprint in office.command("tills")[1]
    assert signs_on(tmp_path / "one") == "林"
    till = open_till(tmp_path / "one")
    assert till.placement
    assert till.settings.shop_name == "人民路店"
    till.directory.close()
    till.store.close()
    again = FirstShop(tmp_path / "two").build(replace(PLAN, code=line))
    assert isinstance(again, Stuck)
    assert again.hitch is Hitch.CODE_USED
    assert not has_shop(tmp_path / "two")


def test_each_refusal_is_told_apart(office: OfficeProcess, tmp_path: Path) -> None:
    def hitch(line: str) -> Hitch | None:
        outcome = FirstShop(tmp_path / "till").build(replace(PLAN, code=line))
        return outcome.hitch if isinstance(outcome, Stuck) else None

    address, code, fingerprint = line_of(office).split("#")
    wrong = f"{address}#{code[:4]}-2222-2222#{fingerprint}"
    assert [hitch(wrong) for _ in range(6)] == [*[Hitch.CODE_WRONG] * 5, Hitch.CODE_SPENT]
    assert hitch(f"{address}#{code}#{'0' * 64}") is Hitch.STRANGER
    assert hitch(f"https://127.0.0.1:1#{code}#{fingerprint}") is Hitch.UNREACHABLE
    assert not has_shop(tmp_path / "till")


def test_nonsense_is_no_code(tmp_path: Path) -> None:
    for text in ("", "AAAA-BBBB", "http://x#a#b", "https://x#a#zz"):
        assert FirstShop(tmp_path).read_code(text) is None
