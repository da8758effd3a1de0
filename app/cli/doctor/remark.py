"""What the doctor has to say, and how bad it is."""

from dataclasses import dataclass
from enum import IntEnum


class Severity(IntEnum):
    """The exit status: all well, selling goes on but somebody should look, the till cannot sell."""

    WELL = 0
    ATTEND = 1
    BROKEN = 2


_MARKS = {Severity.WELL: "ok", Severity.ATTEND: "! ", Severity.BROKEN: "!!"}


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing looked at. `remedy` says what to do where it is not well; `stops_sales` until it is done.

    `quotes`: the state repeats what another program said, which may be anything.
    """

    subject: str
    state: str
    remedy: str = ""
    stops_sales: bool = False
    quotes: bool = False

    @property
    def severity(self) -> Severity:
        """How bad it is."""
        if not self.remedy:
            return Severity.WELL
        return Severity.BROKEN if self.stops_sales else Severity.ATTEND

    def told(self) -> str:
        """A line for the state, one for the remedy."""
        return f"{_MARKS[self.severity]}  {self.subject}: {self.state}" + (
            f"\n      {self.remedy}" if self.remedy else ""
        )
