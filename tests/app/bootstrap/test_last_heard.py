"""How each device was last heard of."""

from app.bootstrap.last_heard import POLE, LastHeard
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


def test_a_pole_display_that_stays_does_not_say_so_again() -> None:
    heard = LastHeard()
    heard.scanner(POLE, SourceState.READY, "")
    heard.forget()
    assert heard.states().sources == {POLE: SourceState.READY}
