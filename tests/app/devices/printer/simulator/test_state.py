"""Sensor bytes, as the manuals give them."""

import pytest

from app.devices.printer.simulator.state import Roll, Sensors


@pytest.mark.parametrize(
    ("sensors", "answers"),
    [
        (Sensors(), (0x12, 0x12, 0x12, 0x12)),
        (Sensors(online=False), (0x1A, 0x12, 0x12, 0x12)),
        (Sensors(cover_open=True), (0x1A, 0x16, 0x12, 0x12)),
        (Sensors(roll=Roll.NEAR_END), (0x12, 0x12, 0x12, 0x1E)),
        (Sensors(roll=Roll.OUT), (0x1A, 0x32, 0x12, 0x7E)),
    ],
)
def test_status_bytes(sensors: Sensors, answers: tuple[int, ...]) -> None:
    assert tuple(sensors.status_byte(number) for number in (1, 2, 3, 4)) == answers


def test_other_questions_have_no_answer() -> None:
    assert Sensors().status_byte(7) is None


def test_the_paper_sensor() -> None:
    assert [Sensors(roll=roll).paper_byte for roll in Roll] == [0, 3, 15]
