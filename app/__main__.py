"""`membertill`: the till, and the commands beside it."""

import sys

from app.bootstrap.start import start


def main() -> int:
    """Run what the command line asks for; the exit status."""
    return start(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
