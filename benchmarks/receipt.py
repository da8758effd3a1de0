"""From a posted sale to the bytes for the printer, and one line drawn because the printer's font lacks it."""

from collections.abc import Iterator, Sequence
from time import perf_counter_ns

from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.profiles import load_profiles
from app.domain.receipt.page import Page, TextLine
from app.paths import resources_dir
from app.ports.store import SlipState
from benchmarks.counter import Counter, open_counter
from benchmarks.figures import Figure, Goal, percentile
from benchmarks.shop import copied_shop, scratch

_PROFILE = "generic-80"
_COLUMNS = 48
# Four bytes in GB18030: no printer's font has it, many a person's name does.
_RARE = "会员：𠮷田明　谢谢光临"


def run(rounds: int = 300, members: int = 1_000) -> Iterator[Figure]:
    """The first of each, which imports a library or opens a font, and those after it."""
    with copied_shop(members) as data_dir, open_counter(data_dir) as counter, scratch() as cache:
        _drop_waiting(counter)
        encoder = EscposSlip(load_profiles(resources_dir() / "printers")[_PROFILE], cache)
        slips = [_slip_ms(counter, encoder) for _ in range(rounds + 1)]
        page = Page(_COLUMNS, (TextLine(_RARE),))
        lines = [_encode_ms(encoder, page) for _ in range(rounds + 1)]
    for name, times, goal_ms in (("", slips, 5.0), ("raster_line_", lines, 40.0)):
        yield _figure(f"{name}first", times[:1], 0.5, None)
        yield _figure(f"{name}p50", times[1:], 0.5, None)
        yield _figure(f"{name}p99", times[1:], 0.99, goal_ms)


def _figure(name: str, times: Sequence[float], share: float, goal_ms: float | None) -> Figure:
    return Figure(
        bench="receipt",
        figure=name,
        value=percentile(times, share),
        unit="ms",
        limit=None,
        limit_is="",
        goal=goal_ms,
        goal_is=Goal.VALUE_AT_MOST if goal_ms else Goal.NONE,
        n=len(times),
        context={"profile": _PROFILE},
    )


def _slip_ms(counter: Counter, encoder: EscposSlip) -> float:
    """A sale of five lines is read from its event, laid out and encoded."""
    print_slips = counter.till.use_cases.print_slips
    counter.post(counter.request())
    began = perf_counter_ns()
    found = print_slips.next()
    assert found is not None
    slip, page = found
    assert page is not None
    encoder.encode(page, kick_drawer=slip.kick_drawer)
    ended = perf_counter_ns()
    print_slips.mark(slip.id, SlipState.PRINTED)
    return (ended - began) / 1e6


def _encode_ms(encoder: EscposSlip, page: Page) -> float:
    began = perf_counter_ns()
    encoder.encode(page)
    return (perf_counter_ns() - began) / 1e6


def _drop_waiting(counter: Counter) -> None:
    for slip in counter.till.use_cases.print_slips.waiting():
        counter.till.use_cases.print_slips.drop(slip.id)
