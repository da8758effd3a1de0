"""`make simulate`: so many seeds, so many steps, on all cores; a failing seed is printed and can be run again."""

import argparse
import os
import sys
import time
import traceback
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from tests.simulation.collector import collect_seldom
from tests.simulation.doings import run
from tests.simulation.sealing import seal_quickly


def _prepare() -> None:
    collect_seldom()
    seal_quickly()


def fault_of(seed: int, steps: int) -> str:
    """Run one seed; what went wrong, or nothing."""
    try:
        run(seed, steps)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return traceback.format_exc()
    return ""


def main() -> int:
    """The command line; its exit status."""
    parser = argparse.ArgumentParser(prog="make simulate")
    parser.add_argument("--seeds", type=int, default=200)
    parser.add_argument("--steps", type=int, default=2_000)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    parser.add_argument("--seed", type=int, default=None, help="this one alone")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments = parser.parse_args()
    seeds = range(arguments.first, arguments.first + arguments.seeds) if arguments.seed is None else [arguments.seed]
    failed, began = [], time.perf_counter()
    with ProcessPoolExecutor(min(arguments.jobs, len(seeds)), initializer=_prepare) as pool:
        for seed, fault in zip(seeds, pool.map(partial(fault_of, steps=arguments.steps), seeds), strict=True):
            if fault:
                failed.append(seed)
                print(f"{fault}seed {seed} fails: make simulate SEED={seed} STEPS={arguments.steps}", flush=True)
    seconds = time.perf_counter() - began
    print(f"{len(seeds)} seeds of {arguments.steps} steps in {seconds:.1f} s, failing: {failed or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
