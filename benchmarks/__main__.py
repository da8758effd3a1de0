"""Run one benchmark by its name, or all of them, each in a process of its own."""

import importlib
import subprocess
import sys

BENCHMARKS = (
    *("sale_commit", "pricing", "lookup", "start", "memory", "scan_to_paint", "receipt", "years"),
    *("upload", "lease", "nightly", "bootstrap", "feed"),
)


def main(arguments: list[str]) -> int:
    """Print the figures; 2 for a name there is none of."""
    if not arguments:
        for name in BENCHMARKS:
            subprocess.run([sys.executable, "-m", "benchmarks", name], check=False)
        return 0
    name = arguments[0]
    if name not in BENCHMARKS:
        print(f"no benchmark {name!r}; there are: {', '.join(BENCHMARKS)}", file=sys.stderr)
        return 2
    # As bootstrap does, so that threads take turns as they do in the till.
    sys.setswitchinterval(0.0002)
    for figure in importlib.import_module(f"benchmarks.{name}").run():
        print(figure.line(), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
