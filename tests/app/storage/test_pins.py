"""PINs are hashed with Argon2id."""

from app.storage.pins import Argon2Pins


def test_the_right_pin_fits_and_others_do_not() -> None:
    pins = Argon2Pins()
    kept = pins.hash("4711")
    assert kept.startswith("$argon2id$")
    assert pins.verify(kept, "4711")
    assert not pins.verify(kept, "4712")


def test_the_same_pin_is_never_hashed_the_same() -> None:
    pins = Argon2Pins()
    assert pins.hash("4711") != pins.hash("4711")


def test_what_is_no_hash_fits_no_pin() -> None:
    assert not Argon2Pins().verify("4711", "4711")
