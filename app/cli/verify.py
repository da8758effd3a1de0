"""`membertill verify`: prove the books and name the first bad event."""

import time
from pathlib import Path
from typing import TextIO

from app.paths import second_volume
from app.ports.store import StoreUnavailableError
from app.storage.keys import open_key
from app.storage.places import TILL_DB
from app.storage.verify.forgotten import count_forgotten
from app.storage.verify.run import verify_files

_SHOWN = 20


def verify(data_dir: Path, out: TextIO) -> int:
    """Print what is wrong, the earliest event first; 0 when the books are right, 1 when not, 2 when unreadable."""
    if not (data_dir / TILL_DB).exists():
        print(f"there is no till in {data_dir}", file=out)
        return 2
    began = time.monotonic()
    try:
        key = open_key(data_dir)
        findings = verify_files(data_dir, key, second_volume(data_dir))
        forgotten = 0 if findings else count_forgotten(data_dir, key)
    except StoreUnavailableError as error:
        print(f"the till cannot be read: {error}", file=out)
        return 2
    took = time.monotonic() - began
    if not findings:
        print(f"clean: chain, entries, leases, sales, shifts and second journal agree ({took:.1f} s)", file=out)
        if forgotten:
            print(f"  {forgotten} event(s) tell no more of a member who was forgotten", file=out)
        return 0
    first = min((finding for finding in findings if finding.seq), key=lambda finding: finding.seq, default=findings[0])
    print(f"NOT clean: {len(findings)} finding(s); the first bad event is {first.seq or 'unknown'}", file=out)
    for finding in findings[:_SHOWN]:
        print(f"  event {finding.seq or '-'}  {finding.where}: {finding.what}", file=out)
    if len(findings) > _SHOWN:
        print(f"  … and {len(findings) - _SHOWN} more", file=out)
    return 1
