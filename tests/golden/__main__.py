"""Record the traffic of this protocol version: `make golden`.

A version that was released is never recorded again: its file stays as it is, and the next version gets one of its own.
"""

import json
from contextlib import closing
from pathlib import Path

from sync.protocol.messages import PROTOCOL_VERSION
from tests.golden.day import Day
from tests.golden.office import GoldenOffice

FOLDER = Path(__file__).parent


def main() -> None:
    """Live through the day and write it down, a step a line."""
    with closing(GoldenOffice()) as office:
        Day(office).live()
        lines = [json.dumps(step, ensure_ascii=False, sort_keys=True) for step in office.steps]
    file = FOLDER / f"protocol-{PROTOCOL_VERSION}.ndjson"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} steps in {file}")


if __name__ == "__main__":
    main()
