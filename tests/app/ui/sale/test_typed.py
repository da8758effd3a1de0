"""What is typed before a code."""

import pytest

from app.ui.sale.typed import Typed, read_typed


@pytest.mark.parametrize(
    ("text", "typed"),
    [
        ("6971088610372", Typed("6971088610372")),
        ("3*6971088610372", Typed("6971088610372", 3_000)),
        ("3*", Typed("", 3_000)),
        ("0.525*", Typed("", 525)),
        ("12 × zs", Typed("zs", 12_000)),
        ("0*123456", Typed("0*123456")),
        (" zs ", Typed("zs")),
        ("%B6222021234567890^A/B^2512?", Typed("%B6222021234567890^A/B^2512?")),
    ],
)
def test_reading(text: str, typed: Typed) -> None:
    assert read_typed(text) == typed
