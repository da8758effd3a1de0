"""What the strip knows: the latest word of each device."""

from dataclasses import dataclass, field

from app.ports.head_office import OfficeStatus
from app.ports.printer import PrinterCondition
from app.ports.scanner import SourceState


@dataclass(slots=True)
class TillStatus:
    """The devices' states. `printer` None = none is set up; `sources` by name.

    `second_copy_fault` is what is wrong with the second journal, empty when nothing is.
    """

    printer: PrinterCondition | None = None
    slips_waiting: int = 0
    second_copy_fault: str = ""
    office: OfficeStatus = field(default_factory=OfficeStatus)
    sources: dict[str, SourceState] = field(default_factory=dict)
    pole_is_gone: bool = False

    @property
    def printer_needs_help(self) -> bool:
        """Whether receipts wait for the printer."""
        return self.printer is not None and not self.printer.can_print

    @property
    def scanner_ready(self) -> bool:
        """Whether any scanner or reader can be heard."""
        return any(state is SourceState.READY for state in self.sources.values())

    @property
    def unplugged(self) -> tuple[str, ...]:
        """The sources that are gone."""
        return tuple(name for name, state in self.sources.items() if state is SourceState.UNPLUGGED)
