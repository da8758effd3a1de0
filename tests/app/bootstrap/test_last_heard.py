"""How each device was last heard of."""

from app.bootstrap.last_heard import LastHeard
from app.ports.device_bench import DeviceStates
from app.ports.printer import PrinterCondition
from app.ports.scanner import SourceState


def test_the_latest_word_of_each_counts_until_all_are_taken_up_anew() -> None:
    heard = LastHeard()
    heard.scanner("serial:COM4", SourceState.READY, "")
    heard.scanner("serial:COM4", SourceState.UNPLUGGED, "gone")
    heard.printer(PrinterCondition.PAPER_OUT, "no paper")
    states = heard.states()
    assert (states.printer, states.sources) == (PrinterCondition.PAPER_OUT, {"serial:COM4": SourceState.UNPLUGGED})
    assert states.details == {"serial:COM4": "gone", "printer": "no paper"}
    heard.forget()
    assert heard.states() == DeviceStates(None, {}, {"printer": ""})
