"""How each device was last heard of: told by the devices' threads, read by the screen."""

from app.ports.device_bench import DeviceStates
from app.ports.printer import PrinterCondition
from app.ports.scanner import SourceState

POLE = "pole"


class LastHeard:
    """Each word takes the place of the one before in a single step, so that no thread waits for another."""

    def __init__(self) -> None:
        self._sources: dict[str, tuple[SourceState, str]] = {}
        self.forget()

    def forget(self) -> None:
        """The devices are taken up anew. A pole display that stays as it was says nothing a second time."""
        self._sources = {name: heard for name, heard in self._sources.items() if name == POLE}
        self._printer: tuple[PrinterCondition | None, str] = (None, "")

    def scanner(self, name: str, state: SourceState, detail: str) -> None:
        """A scanner or reader."""
        self._sources[name] = state, detail

    def printer(self, condition: PrinterCondition, detail: str) -> None:
        """The printer."""
        self._printer = condition, detail

    def states(self) -> DeviceStates:
        """All of them now."""
        heard, (condition, of_printer) = dict(self._sources), self._printer
        details = {name: detail for name, (_, detail) in heard.items()} | {"printer": of_printer}
        return DeviceStates(condition, {name: state for name, (state, _) in heard.items()}, details)
