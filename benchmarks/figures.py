"""A figure: what was measured, against a limit measured in the same run. One JSON line each."""

import json
import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2


class Goal(Enum):
    """What `goal` is compared with: the ratio to the limit, the value itself, or nothing."""

    RATIO_AT_MOST = "ratio at most"
    RATIO_AT_LEAST = "ratio at least"
    VALUE_AT_MOST = "value at most"
    VALUE_AT_LEAST = "value at least"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of output. `limit` is None where nothing can be compared."""

    bench: str
    figure: str
    value: float
    unit: str
    limit: float | None
    limit_is: str
    goal: float | None
    n: int
    goal_is: Goal = Goal.RATIO_AT_MOST
    context: Mapping[str, Any] = field(default_factory=dict)

    @property
    def ratio(self) -> float | None:
        """The value in limits."""
        return self.value / self.limit if self.limit else None

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        compared = self.ratio if self.goal_is in {Goal.RATIO_AT_MOST, Goal.RATIO_AT_LEAST} else self.value
        if self.goal is None or self.goal_is is Goal.NONE or compared is None:
            return None
        is_rate = self.goal_is in {Goal.RATIO_AT_LEAST, Goal.VALUE_AT_LEAST}
        return compared >= self.goal if is_rate else compared <= self.goal

    def line(self) -> str:
        """The figure as the JSON line that programs read."""
        row = {
            "bench": self.bench,
            "figure": self.figure,
            "value": _rounded(self.value),
            "unit": self.unit,
            "limit": _rounded(self.limit),
            "limit_is": self.limit_is,
            "ratio": _rounded(self.ratio),
            "goal": self.goal,
            "n": self.n,
            "context": {"goal_is": self.goal_is.value, "met": self.is_met, **self.context, "machine": machine()},
        }
        return json.dumps(row, ensure_ascii=False)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that `share` (0 to 1) of `values` do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


@dataclass(slots=True)
class Pairs:
    """Times in milliseconds, ours and the limit's, taken in turns."""

    ours: list[float] = field(default_factory=list)
    limit: list[float] = field(default_factory=list)

    def add(self, ours_ns: int, limit_ns: int) -> None:
        """Keep one round."""
        self.ours.append(ours_ns / 1e6)
        self.limit.append(limit_ns / 1e6)

    def figures(
        self,
        bench: str,
        limit_is: str,
        goals: Mapping[float, tuple[float | None, Goal]],
        context: Mapping[str, Any],
        prefix: str = "",
    ) -> Iterator[Figure]:
        """A figure for each share of `goals`: 0.5 is `p50`."""
        for share, (goal, goal_is) in goals.items():
            yield Figure(
                bench=bench,
                figure=f"{prefix}p{share * 100:g}",
                value=percentile(self.ours, share),
                unit="ms",
                limit=percentile(self.limit, share),
                limit_is=limit_is,
                goal=goal,
                goal_is=goal_is,
                n=len(self.ours),
                context=context,
            )


def machine() -> Mapping[str, Any]:
    """On what it was measured, and how busy that was."""
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else None
    return {
        "cpu": _cpu(),
        "cores": os.cpu_count(),
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "sqlite": dbapi2.sqlite_version,
        "load": load and round(load, 2),
    }


def _cpu() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), "")


def _rounded(value: float | None) -> float | None:
    """Four digits that mean something."""
    return None if value is None else float(f"{value:.4g}")
