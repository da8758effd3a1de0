"""`membertill enrol`: a new till joins a chain with a one-time code (docs/adr/0008)."""

import argparse
import secrets
from contextlib import closing
from pathlib import Path
from typing import TextIO

from app.bootstrap.enrol_again_command import enrol_again
from app.bootstrap.hand_over_command import hand_over
from app.bootstrap.join_chain import join_chain
from app.bootstrap.membership import Membership, membership_in
from app.bootstrap.new_till import DEFAULT_PRESET, Beginning, preset_text
from app.bootstrap.send_all import send_all
from app.domain.ids import MerchantId, TillId
from app.paths import second_volume
from app.ports.store import StoreFullError, StoreUnavailableError
from app.settings import ShopSettings
from app.storage.keys import open_key
from app.storage.places import DRAFT_FILE, TILL_DB
from app.storage.till.store import TillStore
from sync.client.office import NotEnrolledError, OfficeError
from sync.client.transport import Invitation
from sync.protocol.messages import Enrolled

_PIN_DIGITS = 6


def enrol(data_dir: Path, options: argparse.Namespace, out: TextIO) -> int:
    """Join, and say so; 1 where head office refuses or cannot be reached, 2 where it cannot be done here."""
    try:
        invitation = _invitation(options)
    except ValueError:
        print(
            "this is no whole code: give the line that `membertill-office enrol-code` prints, which begins with "
            "https:// and ends in the certificate's fingerprint",
            file=out,
        )
        return 2
    if options.again:
        return enrol_again(data_dir, invitation, out)
    if options.with_history:
        return hand_over(data_dir, invitation, out)
    try:
        standing = _standing(data_dir)
        if standing:
            print(standing, file=out)
            return 2
        return _join(data_dir, invitation, options, out)
    except (StoreUnavailableError, StoreFullError) as error:
        print(f"the till could not be set up: {error}", file=out)
        return 2


def _invitation(options: argparse.Namespace) -> Invitation:
    text: str = options.code.strip()
    if not text.startswith("https://"):
        if not options.office:
            raise ValueError("nobody says where head office is")
        return Invitation.read(f"{options.office.rstrip('/')}#{text}")
    read = Invitation.read(text)
    return Invitation.read(f"{options.office}#{read.code}#{read.fingerprint}") if options.office else read


def _standing(data_dir: Path) -> str:
    """Why a till that is there already cannot join; empty where there is none, or one half enrolled."""
    if not (data_dir / TILL_DB).exists() or (data_dir / DRAFT_FILE).exists():
        return ""
    with closing(TillStore.open(data_dir, open_key(data_dir), second_volume(data_dir))) as store:
        if not store.is_enrolled:
            return ""
        with store.unit_of_work() as uow:
            membership = membership_in(uow.config)
        if membership:
            return (
                f"this till is enrolled already: {store.state.till} at {membership.address}; nothing was changed. "
                "If head office has fenced or forgotten it: `membertill enrol --again`"
            )
        return (
            f"there is a till of its own in {data_dir}: {store.state.till} with {store.head.seq} events. Nothing was "
            "changed. `membertill enrol --with-history` joins the chain with its members and their money; for a new "
            "till of the chain name another folder: --data-dir FOLDER"
        )


def _join(data_dir: Path, invitation: Invitation, options: argparse.Namespace, out: TextIO) -> int:
    pin = f"{secrets.randbelow(10**_PIN_DIGITS):0{_PIN_DIGITS}}"

    def furnish(answer: Enrolled, membership: Membership) -> Beginning:
        return Beginning(
            till=TillId(answer.till),
            merchant=MerchantId(answer.merchant),
            epoch=answer.epoch,
            settings=ShopSettings(shop_name=answer.shop) if answer.shop else ShopSettings(),
            programme=preset_text(DEFAULT_PRESET),
            manager=options.manager,
            pin=pin,
            membership=membership,
        )

    print(f"head office's certificate: {invitation.fingerprint}", file=out)
    print("  compare it with the end of the code as head office shows it", file=out, flush=True)
    try:
        joined = join_chain(data_dir, invitation, furnish, till=options.till)
    except NotEnrolledError as error:
        print(f"head office refuses: {error}", file=out)
        return 1
    except OfficeError as error:
        print(f"head office cannot be reached at {invitation.address} ({error}); nothing was enrolled", file=out)
        return 1
    print(f"enrolled as till {joined.till} of {joined.shop or joined.merchant}", file=out)
    print(f"this till's key: {joined.fingerprint}", file=out)
    print(f"first sign-on: {options.manager}, PIN {pin} (it is not shown again)", file=out, flush=True)
    return send_all(data_dir, out)
