"""`make simulate`: more seeds, more steps; a failing seed is printed and can be run again."""

import argparse
import sys
import time
import traceback

from tests.simulation.town import Town


def run(seed: int, steps: int) -> None:
    """One seed."""
    with Town(seed) as town:
        town.live(steps)
        town.settle()


def main() -> int:
    """The command line; its exit status."""
    parser = argparse.ArgumentParser(prog="make simulate")
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--steps", type=int, default=400)
    parser.add_argument("--seed", type=int, default=None)
    arguments = parser.parse_args()
    seeds = range(arguments.seeds) if arguments.seed is None else [arguments.seed]
    failed, began = [], time.perf_counter()
    for seed in seeds:
        try:
            run(seed, arguments.steps)
        except BaseException as error:
            if isinstance(error, KeyboardInterrupt):
                raise
            failed.append(seed)
            traceback.print_exc()
            print(f"seed {seed} fails: make simulate SEED={seed} STEPS={arguments.steps}", flush=True)
    seconds = time.perf_counter() - began
    print(f"{len(seeds)} seeds of {arguments.steps} steps in {seconds:.1f} s, failing: {failed or 'none'}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
