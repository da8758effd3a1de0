"""Starts the whole till, and the bare window that is its limit, as processes on a screen."""

import json
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.demo.staff import SHOP_MANAGER
from app.settings import PrinterSettings
from benchmarks.counter import open_counter
from benchmarks.screen import screen_environment
from benchmarks.shop import ROOT, accepted, copied_shop

_PATIENCE_S = 900


@dataclass(frozen=True, slots=True)
class WholeTill:
    """A shop with a shift open and a printer that takes everything, and the screen to start it on."""

    data_dir: Path
    environment: Mapping[str, str]
    cards: Sequence[str]
    codes: Sequence[str]

    def ours(self, marks: Sequence[int] = ()) -> dict[str, Any] | None:
        """Start the till, scan once, sell up to the last mark; what it told, with `began_ns`. None if it failed."""
        plan = self.data_dir.with_name("plan.json")
        plan.write_text(json.dumps({"cards": self.cards, "codes": self.codes, "marks": marks}), encoding="utf-8")
        return self._run("benchmarks.till_process", str(self.data_dir), str(plan))

    def bare(self, *, same_imports: bool) -> dict[str, Any] | None:
        """Start the bare window and show a row in it."""
        return self._run("benchmarks.bare_process", *(["same-imports"] if same_imports else []))

    def _run(self, module: str, *arguments: str) -> dict[str, Any] | None:
        began_ns = time.monotonic_ns()
        ran = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            env=self.environment,
            cwd=ROOT,
            stdout=subprocess.PIPE,
            text=True,
            check=False,
            timeout=_PATIENCE_S,
        )
        if ran.returncode != 0 or not ran.stdout:
            print(f"{module} ended with {ran.returncode}", file=sys.stderr)
            return None
        told: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
        return {"began_ns": began_ns, **told}


@contextmanager
def whole_till(members: int) -> Iterator[WholeTill]:
    """A copy of the demo shop, ready to be started as often as one likes."""
    with copied_shop(members) as data_dir, screen_environment() as environment:
        with open_counter(data_dir) as counter:
            printer = PrinterSettings(connection="file", address="/dev/null")
            changed = counter.till.settings.model_copy(update={"printer": printer})
            accepted(counter.till.use_cases.change_settings(SHOP_MANAGER.operator, changed))
            cards, codes = counter.cards, [product.gtin for product in counter.goods]
        yield WholeTill(data_dir, environment, cards, codes)
