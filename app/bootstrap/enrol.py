"""`membertill enrol`: a new till joins a chain with a one-time code (docs/adr/0008)."""

import argparse
import secrets
from contextlib import closing
from pathlib import Path
from typing import TextIO

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.bootstrap.enrol_again_command import enrol_again
from app.bootstrap.enrol_draft import EnrolDraft, draft_for
from app.bootstrap.membership import Membership, keep_membership, membership_in
from app.bootstrap.send_all import send_all
from app.devices.clock import SystemClock, SystemRandomness
from app.domain.ids import MerchantId, OperatorId, TillId
from app.domain.programme.file import read_programme
from app.domain.staff import Operator, PinRecord, Role
from app.paths import resources_dir, second_volume
from app.ports.directory import DirectoryMark
from app.ports.store import StoreFullError, StoreUnavailableError
from app.services.change_settings import CONFIG_NAME as SETTINGS
from app.settings import ShopSettings
from app.storage.directory.build import build_directory
from app.storage.directory.place import DirectoryPlace, directory_file_name, use_directory
from app.storage.keys import StoreKey, open_key
from app.storage.pins import Argon2Pins
from app.storage.places import TILL_DB
from app.storage.till.config import PROGRAMME
from app.storage.till.store import TillStore
from sync.client.office import NotEnrolledError, OfficeError
from sync.client.transport import Invitation, Transport
from sync.protocol.fingerprint import short_fingerprint
from sync.protocol.messages import Enrol, Enrolled

DRAFT_FILE = "enrolling.json"
_FIRST_EPOCH = 1
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
    try:
        standing = _standing(data_dir)
        if standing:
            print(standing, file=out)
            return 2
        return _Enrolment(data_dir, invitation, options, out).run()
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
            f"there is a till of its own in {data_dir}: {store.state.till} with {store.head.seq} events. A shop with a "
            "history cannot join a chain yet, because its members and their money have to be handed over first. "
            "Nothing was changed. For a new till of the chain name another folder: --data-dir FOLDER"
        )


class _Enrolment:
    """One enrolment, from the question to head office to a till that can be opened."""

    def __init__(self, data_dir: Path, invitation: Invitation, options: argparse.Namespace, out: TextIO) -> None:
        self._data_dir, self._invitation, self._options, self._out = data_dir, invitation, options, out
        self._clock, self._randomness = SystemClock(), SystemRandomness()

    def run(self) -> int:
        key = open_key(self._data_dir)
        draft = draft_for(self._data_dir / DRAFT_FILE, self._options.till, self._invitation.fingerprint)
        private = Ed25519PrivateKey.from_private_bytes(key.for_signing(bytes.fromhex(draft.salt)))
        self._say(f"head office's certificate: {draft.fingerprint}")
        self._say("  compare it with the end of the code as head office shows it")
        try:
            answer = self._ask(draft, private)
        except NotEnrolledError as error:
            (self._data_dir / DRAFT_FILE).unlink()
            self._say(f"head office refuses: {error}")
            return 1
        except OfficeError as error:
            self._say(f"head office cannot be reached at {self._invitation.address} ({error}); nothing was enrolled")
            return 1
        pin = self._build(key, draft, answer)
        (self._data_dir / DRAFT_FILE).unlink()
        self._say(f"enrolled as till {answer.till} of {answer.shop or answer.merchant}")
        self._say(f"this till's key: {short_fingerprint(private.public_key().public_bytes_raw())}")
        self._say(f"first sign-on: {self._options.manager}, PIN {pin} (it is not shown again)")
        return send_all(self._data_dir, self._out)

    def _ask(self, draft: EnrolDraft, private: Ed25519PrivateKey) -> Enrolled:
        invitation, public = self._invitation, private.public_key().public_bytes_raw().hex()
        request = Enrol(code=invitation.code, till=draft.till, epoch=_FIRST_EPOCH, public_key=public, begins=True)
        wire = Transport(invitation.address, invitation.fingerprint, till=draft.till, epoch=_FIRST_EPOCH, key=private)
        with closing(wire):
            return wire.enrol(request)

    def _build(self, key: StoreKey, draft: EnrolDraft, answer: Enrolled) -> str:
        """Everything a till cannot be opened without; done again from the start after an interruption."""
        pin = f"{secrets.randbelow(10**_PIN_DIGITS):0{_PIN_DIGITS}}"
        manager = Operator(OperatorId("manager"), self._options.manager, Role.MANAGER)
        membership = Membership(
            address=self._invitation.address, fingerprint=draft.fingerprint, salt=draft.salt, shop=answer.shop
        )
        settings = ShopSettings(shop_name=answer.shop) if answer.shop else ShopSettings()
        place = self._empty_directory(key)
        with closing(TillStore.open(self._data_dir, key, second_volume(self._data_dir))) as store:
            if not store.is_enrolled:
                store.enrol(
                    TillId(answer.till),
                    MerchantId(answer.merchant),
                    answer.epoch,
                    clock=self._clock,
                    randomness=self._randomness,
                )
            with store.unit_of_work() as uow:
                uow.staff.put(PinRecord(manager, Argon2Pins().hash(pin)))
                uow.config.put(PROGRAMME, _default_programme())
                uow.config.put(SETTINGS, settings.model_dump_json())
                use_directory(uow.config, place)
                keep_membership(uow.config, membership)
                uow.commit()
        return pin

    def _empty_directory(self, key: StoreKey) -> DirectoryPlace:
        name = directory_file_name(0)
        place = DirectoryPlace(name, key.for_directory(name))
        build_directory(self._data_dir / name, place.key, DirectoryMark(0, 0))
        return place

    def _say(self, words: str) -> None:
        print(words, file=self._out, flush=True)


def _default_programme() -> str:
    text = (resources_dir() / "programmes" / "demo.toml").read_text(encoding="utf-8")
    read_programme(text)
    return text
