"""What a programme has at all, told from its parts."""

import pytest

from app.cli.demo.shop import demo_programme_text
from app.domain.programme.features import EVERYTHING, Features, features_of
from app.domain.programme.file import read_programme


@pytest.mark.parametrize(
    ("name", "features"),
    [
        ("demo", EVERYTHING),
        ("club", Features(value=False, points=False, coupons=False, points_off=False)),
        ("bakery", Features(points=False, coupons=False, points_off=False, services=False)),
        ("alliance", Features(value=False, services=False)),
        ("hotel-card", Features(value=False, points_off=False)),
        ("marketplace-growth", Features(value=False, coupons=False, points_off=False, services=False)),
    ],
)
def test_what_a_programme_has(name: str, features: Features) -> None:
    assert features_of(read_programme(demo_programme_text(name))) == features
