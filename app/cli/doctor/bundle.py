"""The support bundle: one file for whoever helps, with nothing in it about a person."""

import json
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from app.cli.doctor.kept import kept_names, kept_settings
from app.cli.doctor.redaction import Redaction, told_settings
from app.cli.doctor.remark import Remark
from app.storage.places import OFFICE_FOLDER

_LAST_ERRORS = 100
_ABOUT = """What is in here

doctor.txt      versions, states of store, key and devices, with what to do
settings.json   how this till is set; of the shop's own texts only their length
files.txt       the files of the till's folder: bytes, time (UTC), name; never what is in them
errors.txt      the last warnings and errors of the logs
log/            the logs

Names, phones, card numbers, keys and PINs are not in here: logs never hold them, and every number of four digits and
more, every quoted word and all Chinese text was taken out besides.
"""


def write_bundle(target: Path, data_dir: Path, remarks: Sequence[Remark]) -> None:
    """Write the zip file `target`. OSError where it cannot be written."""
    settings = kept_settings(data_dir)
    redaction = Redaction([*kept_names(data_dir), *_shop_words(settings)])
    logs = {_place(data_dir, path): _cleaned(path, redaction) for path in _logs(data_dir)}
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("README.txt", _ABOUT)
        bundle.writestr("doctor.txt", "\n".join(_doctor(remarks, redaction)))
        bundle.writestr("settings.json", json.dumps(told_settings(settings) if settings else None, indent=2))
        bundle.writestr("files.txt", "\n".join(_files(data_dir, redaction)))
        bundle.writestr("errors.txt", "\n".join(_errors(logs.values())))
        for name, lines in logs.items():
            bundle.writestr(f"log/{name}", "\n".join(lines))


def _doctor(remarks: Iterable[Remark], redaction: Redaction) -> Iterator[str]:
    for remark in remarks:
        yield redaction.words(remark.told()) if remark.quotes else redaction.remark(remark.told())


def _shop_words(settings: object) -> Iterator[str]:
    for name in ("shop_name", "shop_address", "shop_phone", "receipt_footer"):
        if words := getattr(settings, name, ""):
            yield words


def _logs(data_dir: Path) -> list[Path]:
    """The till's, oldest first, then those of the head office inside."""
    office = data_dir / OFFICE_FOLDER
    own = sorted(data_dir.glob("till.log*"), reverse=True)
    return [*own, *sorted(office.glob("office.log*"), reverse=True), *office.glob("last-words.txt")]


def _place(data_dir: Path, path: Path) -> str:
    return path.relative_to(data_dir).as_posix()


def _cleaned(path: Path, redaction: Redaction) -> Sequence[str]:
    return [redaction.line(line) for line in path.read_text(encoding="utf-8", errors="replace").splitlines()]


def _errors(logs: Iterable[Sequence[str]]) -> Sequence[str]:
    found = [line for lines in logs for line in lines if " ERROR " in line or " WARNING " in line]
    return found[-_LAST_ERRORS:]


def _files(data_dir: Path, redaction: Redaction) -> Iterator[str]:
    for path in sorted(data_dir.rglob("*")):
        if path.is_file():
            facts = path.stat()
            at = datetime.fromtimestamp(facts.st_mtime, UTC).isoformat(timespec="seconds")
            yield f"{facts.st_size:>12}  {at}  {redaction.words(_place(data_dir, path))}"
