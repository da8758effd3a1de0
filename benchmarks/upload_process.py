"""Tills that upload while something else is measured, in a process of their own; a child of `lease`.

It prints a line when the first frame is about to be sent and another when it has no more.
"""

import json
import sys

from benchmarks.journals import journals, sample_sales
from benchmarks.uploaders import Uploader, send_all
from sync.client.transport import Invitation


def main(invitations: list[str], events: int) -> None:
    """A till for each invitation, so many events in all."""
    written = tuple(journals(sample_sales(), len(invitations), events // len(invitations)))
    uploaders = [Uploader(Invitation.read(text), own) for text, own in zip(invitations, written, strict=True)]
    print("uploading", flush=True)
    send_all(uploaders, [journal.sales for journal in written])
    print("done", flush=True)


if __name__ == "__main__":
    main(json.loads(sys.argv[1]), int(sys.argv[2]))
