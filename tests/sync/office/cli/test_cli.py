"""`membertill-office` as a person uses it: an empty folder is enough, and every command says what it did."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.domain.codes.member_code import decode_member_code
from sync.client.office import UnreachableError
from sync.client.transport import Invitation, Transport
from sync.office.cli import main, parser
from sync.office.cli.office import opened
from sync.protocol.messages import Ack, Enrol, Hello, HelloOk
from sync.protocol.wire import Frame, links_of
from tests.sync.protocol.chains import Chain

KEY = Ed25519PrivateKey.generate()


def office(folder: Path, *arguments: str) -> int:
    return main(["--folder", str(folder), *arguments])


@contextmanager
def served(folder: Path) -> Iterator[tuple["subprocess.Popen[str]", Invitation]]:
    """The real program on a free port, and the invitation it prints."""
    command = [sys.executable, "-m", "sync.office.cli", "--folder", str(folder), "serve", "--port", "0"]
    port = _free_port()
    command[-1] = str(port)
    process = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env={**os.environ, "PYTHONPATH": "."}
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == f"membertill head office on https://127.0.0.1:{port}"
        first = process.stdout.readline()
        yield process, Invitation.read(first.partition(": ")[2])
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)
        assert process.stdout is not None
        process.stdout.close()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def hello(chain: Chain, server_epoch: str) -> Hello:
    return Hello(
        till=chain.head.till,
        epoch=1,
        server_epoch=server_epoch,
        last_seq=chain.head.seq,
        last_hash=chain.head.hash.hex(),
        acked=0,
        granted=(),
    )


def enrol(invitation: Invitation, chain: Chain) -> tuple[Transport, str]:
    transport = Transport(invitation.address, invitation.fingerprint, till=chain.head.till, epoch=1, key=KEY)
    public = KEY.public_key().public_bytes_raw().hex()
    request = Enrol(code=invitation.code, till=chain.head.till, epoch=1, public_key=public)
    for _ in range(100):
        try:
            return transport, transport.enrol(request).server_epoch
        except UnreachableError:
            time.sleep(0.1)
    raise AssertionError("it never listened")


def test_an_empty_folder_a_till_a_backup_a_restore(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, copy, chain = tmp_path / "office", tmp_path / "copy.db", Chain()
    with served(folder) as (process, invitation):
        transport, epoch = enrol(invitation, chain)
        assert isinstance(transport.hello(hello(chain, epoch)), HelloOk)
        chain.top_up(500)
        assert isinstance(transport.push(Frame(chain.head.till, 1, links_of(chain.events))), Ack)
        assert office(folder, "backup", str(copy)) == 0
        # While it runs nobody puts another database under it.
        assert office(folder, "restore", str(copy)) == 2
        transport.close()
    assert process.returncode == 0
    capsys.readouterr()

    assert office(folder, "verify") == 0
    assert office(folder, "tills") == 0
    told = capsys.readouterr().out
    assert "everything is right" in told
    assert re.search(r"T01/1 .* active .* 1 +0 +5\.00 1", told), told

    assert office(folder, "restore", str(copy)) == 0
    told = capsys.readouterr().out
    assert "mode recovery" in told
    assert "before-restore-" in told
    assert len(list(folder.glob("office.db.before-restore-*"))) == 1
    assert office(folder, "tills") == 0
    assert "not heard" in capsys.readouterr().out


def test_a_till_not_heard_is_fenced_and_written_off(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, copy, chain = tmp_path / "office", tmp_path / "copy.db", Chain()
    with served(folder) as (_, invitation):
        transport, epoch = enrol(invitation, chain)
        transport.hello(hello(chain, epoch))
        transport.close()
    assert office(folder, "backup", str(copy)) == 0
    assert office(folder, "restore", str(copy)) == 0
    assert office(folder, "write-off", "T01", "--reason", "test", "--by", "wang") == 2
    assert "two different persons" in capsys.readouterr().err
    assert office(folder, "fence", "T01", "--reason", "stolen") == 0
    assert office(folder, "fence", "T99", "--reason", "stolen") == 2
    assert office(folder, "write-off", "T01", "--reason", "gone", "--by", "wang", "--by", "li") == 0
    assert office(folder, "tills") == 0
    told = capsys.readouterr().out
    assert "mode: normal" in told
    assert "written_off" in told
    assert office(folder, "suspense") == 0
    assert "0 in suspense" in capsys.readouterr().out


def test_a_code_comes_with_everything_a_till_has_to_know(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert office(tmp_path, "enrol-code", "--shop", "一店", "--address", "https://office:8460") == 0
    code, invitation = capsys.readouterr().out.splitlines()
    read = Invitation.read(invitation)
    assert (read.address, read.code) == ("https://office:8460", code)


def test_the_key_file_is_its_owners_and_a_damaged_one_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office(tmp_path, "verify") == 0
    key = tmp_path / "office.key"
    assert key.stat().st_mode & 0o777 == 0o600
    key.write_text("nonsense")
    assert office(tmp_path, "verify") == 2
    assert "holds no key" in capsys.readouterr().err
    key.write_text("00" * 32)
    assert office(tmp_path, "verify") == 2
    assert "cannot be opened" in capsys.readouterr().err


def test_a_restore_needs_a_good_copy_and_leaves_what_is_there(tmp_path: Path) -> None:
    assert office(tmp_path, "verify") == 0
    before = (tmp_path / "office.db").read_bytes()
    bad = tmp_path / "bad.db"
    bad.write_bytes(b"x" * 8192)
    assert office(tmp_path, "restore", str(bad)) == 2
    assert office(tmp_path, "restore") == 2
    assert (tmp_path / "office.db").read_bytes() == before


def test_postgres_works_the_same_but_for_its_own_copies(
    tmp_path: Path, postgres_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    def on_postgres(*arguments: str) -> int:
        return main(["--folder", str(tmp_path), "--database", postgres_url, *arguments])

    assert on_postgres("verify") == 0
    assert on_postgres("backup", str(tmp_path / "copy")) == 2
    assert "pg_dump" in capsys.readouterr().err
    assert on_postgres("restore", str(tmp_path / "copy")) == 2
    assert on_postgres("restore") == 0
    assert "mode normal" in capsys.readouterr().out
    assert not (tmp_path / "office.db").exists()


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    told = capsys.readouterr().out
    for name in ("serve", "enrol-code", "tills", "fence", "write-off", "suspense", "verify", "backup", "restore"):
        assert name in told


def test_every_command_of_the_operators_document_exists() -> None:
    text = Path("docs/operations.md").read_text(encoding="utf-8")
    lines = re.findall(r"^    membertill-office (.*?)(?:\s+#.*)?$", text, re.MULTILINE)
    quoted = re.findall(r"`membertill-office ([a-z-]+[^`]*)`", text)
    assert len(lines) + len(quoted) >= 8
    for line in (*lines, *quoted):
        assert callable(parser().parse_args(line.split()).command), line


def test_the_code_of_a_members_phone_is_signed_with_the_key_that_tills_get(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert office(tmp_path, "member-code", "880000000013") == 0
    code = decode_member_code(capsys.readouterr().out.strip())
    assert code
    assert (code.card, code.valid_s) == ("880000000013", 60)
    arguments = parser().parse_args(["--folder", str(tmp_path), "tills"])
    arguments.key = b""
    with opened(arguments) as running:
        key = bytes.fromhex(running.world.policy.member_code_key)
    Ed25519PublicKey.from_public_bytes(key).verify(code.signature, code.signed)


@pytest.mark.parametrize(("card", "valid"), [("88 0000", "60"), ("8" * 21, "60"), ("88", "601"), ("88", "0")])
def test_a_code_that_no_till_would_take_is_not_signed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], card: str, valid: str
) -> None:
    assert office(tmp_path, "member-code", card, "--valid", valid) == 2
    assert " 1 to " in capsys.readouterr().err
