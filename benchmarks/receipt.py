"""A receipt into the spool, from there to the printer's bytes, and drawn where the font lacks a line or all of it."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter_ns

from app.devices.printer.escpos_slip import EscposSlip
from app.devices.printer.profiles import load_profiles
from app.domain.receipt.page import Page, TextLine
from app.paths import resources_dir
from app.ports.store import SlipKind, SlipState
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
        handed = [_hand_over_ms(counter) for _ in range(rounds + 1)]
        drawn = _drawn_ms(counter, cache, max(1, rounds // 10))
    for name, times, goal_ms in (
        ("", slips, 5.0),
        ("raster_line_", lines, 40.0),
        ("hand_over_", handed, 10.0),
        ("raster_receipt_", drawn, None),
    ):
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


def _hand_over_ms(counter: Counter) -> float:
    """A receipt asked for once more is in the spool, durably: all that a customer may ever wait for of a printer."""
    print_slips = counter.till.use_cases.print_slips
    sale = counter.post(counter.request())
    _drop_waiting(counter)
    began = perf_counter_ns()
    slip_id = print_slips.reprint(SlipKind.SALE, sale.id)
    ended = perf_counter_ns()
    print_slips.drop(slip_id)
    return (ended - began) / 1e6


def _drawn_ms(counter: Counter, cache: Path, rounds: int) -> list[float]:
    """A whole receipt for a printer without any Chinese font, every line of it an image."""
    encoder = EscposSlip(load_profiles(resources_dir() / "printers")["raster-80"], cache)
    sale = counter.post(counter.request())
    page = counter.till.use_cases.print_slips.preview(SlipKind.SALE, sale.id)
    return [_encode_ms(encoder, page) for _ in range(rounds + 1)]


def _drop_waiting(counter: Counter) -> None:
    for slip in counter.till.use_cases.print_slips.waiting():
        counter.till.use_cases.print_slips.drop(slip.id)
