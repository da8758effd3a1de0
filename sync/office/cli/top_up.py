"""`post-top-up`: the code on a customer's slip, posted where its till is lost or silent."""

import argparse
import sys

from sync.office.cli.office import opened
from sync.office.services.errors import RecoveryError, UnknownTillError
from sync.office.services.tills.post_top_up import PostTopUp, ProofRefusedError


def post_top_up(arguments: argparse.Namespace) -> int:
    """Post the top-up that a slip proves, once."""
    with opened(arguments) as office:
        try:
            posted = PostTopUp(office.world)(arguments.code)
        except ProofRefusedError as error:
            return _sorry(str(error))
        except UnknownTillError:
            return _sorry("no till of this head office has made this slip")
        except RecoveryError:
            return _sorry("head office waits for its tills after a restore; try again when `tills` says normal")
    proof = posted.proof
    for part in proof.credits:
        print(f"{part.unit} {part.amount}{f' from {part.lot.available_on}' if part.lot.available_on else ''}")
    done = "is posted" if posted.is_news else "was posted before; nothing has changed"
    print(f"top-up {proof.id} of wallet {proof.wallet} at till {proof.till}/{proof.epoch}: {done}")
    return 0


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2
