from hypothesis import given
from hypothesis import strategies as st

from app.domain.programme.drawing import commitment, spin, winners
from app.domain.programme.model import Draw, Prize

NAMES = {"en": "x"}
WHEEL = Draw(
    id="wheel",
    names=NAMES,
    prizes=(
        Prize(id="suite", names=NAMES, weight=1, quota=1),
        Prize(id="voucher", names=NAMES, weight=3),
        Prize(id="never", names=NAMES, weight=0),
    ),
)


def test_the_dice_fall_by_weight_and_what_is_used_up_is_left_out() -> None:
    won = [prize.id for dice in range(8) if (prize := spin(WHEEL, {"suite": 1}, dice))]
    assert won == ["suite", "voucher", "voucher", "voucher"] * 2
    assert [spin(WHEEL, {"suite": 0}, dice) for dice in range(8)] == [WHEEL.prizes[1]] * 8


def test_with_nothing_left_nobody_wins() -> None:
    only = Draw(id="one", names=NAMES, prizes=(WHEEL.prizes[0],))
    assert spin(only, {}, 5) is None


@given(entries=st.lists(st.text(min_size=1), max_size=20), seed=st.text(), count=st.integers(1, 3))
def test_a_raffle_is_the_same_for_everyone_who_checks_it(entries: list[str], seed: str, count: int) -> None:
    drawn = winners(entries, seed, count)
    assert drawn == winners(reversed(entries), seed, count)
    assert len(drawn) == min(count, len(set(entries)))
    assert set(drawn) <= set(entries)


def test_the_seed_is_promised_before_it_is_told() -> None:
    assert commitment("a") != commitment("b")
