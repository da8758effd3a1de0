"""What can be wrong with the line to the virtual printer; set while it runs."""

from dataclasses import dataclass


@dataclass(slots=True)
class LineFaults:
    """Faults that may come together.

    `refuse`: nobody answers the door. `is_mute`: bytes are taken, questions not answered. `hang`: bytes are not taken.
    `drop_after`: the line breaks once that many bytes came through, once. `bytes_a_second`: a slow line.
    `is_pulled`: the serial cable is out, as it is after `drop_after`: nothing gets through either way.
    `is_garbled`: the two ends have different baud rates, and each hears rubbish.
    """

    refuse: bool = False
    is_mute: bool = False
    hang: bool = False
    drop_after: int | None = None
    bytes_a_second: int | None = None
    is_pulled: bool = False
    is_garbled: bool = False

    def take(self, data: bytes) -> tuple[bytes, bool]:
        """The part of `data` that gets through, and whether the line breaks after it."""
        if self.drop_after is None or len(data) < self.drop_after:
            if self.drop_after is not None:
                self.drop_after -= len(data)
            return data, False
        through = data[: self.drop_after]
        self.drop_after = None
        return through, True

    def seconds_for(self, data: bytes) -> float:
        """How long the line needs for `data`."""
        return len(data) / self.bytes_a_second if self.bytes_a_second else 0.0
