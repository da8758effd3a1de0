"""What the virtual printer's sensors say, and its answers to `DLE EOT`."""

from dataclasses import dataclass
from enum import Enum

_FIXED_BITS = 0x12
_OFFLINE = 0x08
_COVER_OPEN, _STOPPED_BY_PAPER = 0x04, 0x20
_NEAR_END, _PAPER_OUT = 0x0C, 0x60
_SENSOR_NEAR_END, _SENSOR_OUT = 0x03, 0x0C


class Roll(Enum):
    """How much paper is left."""

    FULL = "full"
    NEAR_END = "near_end"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Sensors:
    """The state of the machine."""

    online: bool = True
    cover_open: bool = False
    roll: Roll = Roll.FULL

    @property
    def can_print(self) -> bool:
        """Whether the head moves now; otherwise what arrives waits in the printer's memory."""
        return self.online and not self.cover_open and self.roll is not Roll.OUT

    def status_byte(self, number: int) -> int | None:
        """The answer to `DLE EOT number`, or None where the printer would not answer."""
        out = self.roll is Roll.OUT
        near = self.roll is not Roll.FULL
        bits = {
            1: 0 if self.can_print else _OFFLINE,
            2: (_COVER_OPEN if self.cover_open else 0) | (_STOPPED_BY_PAPER if out else 0),
            3: 0,
            4: (_NEAR_END if near else 0) | (_PAPER_OUT if out else 0),
        }
        return _FIXED_BITS | bits[number] if number in bits else None

    @property
    def paper_byte(self) -> int:
        """The answer to `GS r 1`."""
        if self.roll is Roll.OUT:
            return _SENSOR_NEAR_END | _SENSOR_OUT
        return _SENSOR_NEAR_END if self.roll is Roll.NEAR_END else 0
