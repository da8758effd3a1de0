"""`python -m app.devices.payment.simulator`: a payment gateway to try the till with."""

import argparse
import sys
import threading
from collections import deque
from collections.abc import Sequence

from app.devices.payment.simulator.book import Book, Plan
from app.devices.payment.simulator.server import GatewayServer


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until interrupted; each payment goes as the plans say in turn, and is made when they are used up."""
    parser = argparse.ArgumentParser(prog="python -m app.devices.payment.simulator", description=main.__doc__)
    parser.add_argument("plans", nargs="*", choices=[*Plan, []], help=f"what becomes of payments: {', '.join(Plan)}")
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=9_200, help="port to listen on (9200); 0 picks one")
    options = parser.parse_args(arguments)
    with GatewayServer(Book(deque(Plan(plan) for plan in options.plans)), options.host, options.port) as server:
        sys.stdout.write(f"payment gateway at {server.host}:{server.port}\n")
        sys.stdout.flush()
        try:
            threading.Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
