"""Stands where the till has started `membertill-office`: what it was given goes to a nursery, which has it running.

A Python that imports nothing else, and ends as that process does; where it is killed, so is that process.
"""

import json
import socket
import sys


def main() -> int:
    """The exit status of head office."""
    nursery, *words = sys.argv[1:]
    with socket.socket(socket.AF_UNIX) as line:
        line.connect(nursery)
        socket.send_fds(line, [json.dumps(words).encode()], [0, 1, 2])
        return int(line.recv(16))


if __name__ == "__main__":
    sys.exit(main())
