"""Names are spread as in the population."""

from collections import Counter
from random import Random

from app.cli.demo.names import given_name, surnames


def test_the_three_great_surnames_lead_and_none_is_a_majority() -> None:
    spread = Counter(surnames(Random(1), 20_000))
    assert {name for name, _ in spread.most_common(3)} == {"王", "李", "张"}
    assert 0.06 < spread["王"] / 20_000 < 0.11


def test_surnames_with_another_reading_and_double_ones_occur() -> None:
    assert {"单", "仇", "解", "查", "曾", "区", "盖", "朴", "欧阳"} <= set(surnames(Random(1), 100_000))


def test_given_names_have_one_or_two_characters() -> None:
    chance = Random(1)
    lengths = Counter(len(given_name(chance)) for _ in range(5_000))
    assert set(lengths) == {1, 2}
    assert lengths[2] > 3 * lengths[1]
