"""From the start of the process to a scan painted on the sale screen, with a million members in the store.

A person signs on in between; here that takes no time.
"""

from collections.abc import Iterator

from benchmarks.figures import Figure, Goal, Pairs
from benchmarks.whole_till import whole_till

MEMBERS = 1_000_000
FEW_MEMBERS = 1_000
_WITH_IMPORTS = "bare Qt window with the same imports"
_STEPS = (("sign_on_shown_", "sign_on_ns"), ("scan_shown_", "scan_ns"))
_GOALS = {0.5: (1.5, Goal.RATIO_AT_MOST), 0.9: (1_000.0, Goal.VALUE_AT_MOST)}


def run(rounds: int = 15, members: int = MEMBERS, few: int = FEW_MEMBERS) -> Iterator[Figure]:
    """Warm starts in turns with the bare window, and with few members beside many."""
    large, bare = _measured(members, rounds)
    for name, step in _STEPS:
        pairs = Pairs(large[step], bare[step])
        yield from pairs.figures("start", _WITH_IMPORTS, _GOALS, {"members": members}, name)
    small, _ = _measured(few, max(1, rounds // 2))
    pairs = Pairs(large["scan_ns"], small["scan_ns"])
    goals = {0.5: (1.1, Goal.RATIO_AT_MOST)}
    yield from pairs.figures("start", f"the same with {few} members", goals, {"members": members}, "growth_")


def _measured(members: int, rounds: int) -> tuple[dict[str, list[float]], dict[str, list[float]]]:
    """Milliseconds from the start by step: ours and the bare window's."""
    ours: dict[str, list[float]] = {step: [] for _, step in _STEPS}
    bare: dict[str, list[float]] = {step: [] for _, step in _STEPS}
    with whole_till(members) as till:
        for number in range(-1, rounds):
            for kept, told in ((ours, till.ours()), (bare, till.bare(same_imports=True))):
                if told is not None and number >= 0:
                    for step, times in kept.items():
                        times.append((told[step] - told["began_ns"]) / 1e6)
    return ours, bare
