"""The till's own files: key, store, second journal, and the head office inside a single shop."""

from pathlib import Path

from app.cli.doctor.remark import Remark
from app.paths import second_volume
from app.ports.store import StoreUnavailableError
from app.storage.keys import choose_key_provider, open_key
from app.storage.places import OFFICE_FOLDER, SECOND_JOURNAL, TILL_DB
from app.storage.sqlcipher import open_reader


def key(data_dir: Path) -> Remark:
    """Who keeps it."""
    if not (data_dir / TILL_DB).exists():
        return Remark("key", "there is no till here yet")
    description = choose_key_provider(data_dir).describe()
    return Remark("key", f"kept in {description.place.value} ({description.detail})")


def store(data_dir: Path) -> Remark:
    """Whether it opens, and what waits in it."""
    path = data_dir / TILL_DB
    if not path.exists():
        remedy = "`membertill` sets one up, `demo` one to try"
        return Remark("store", f"there is no till in {data_dir}", remedy, stops_sales=True)
    try:
        events, waiting = _counted(data_dir)
    except StoreUnavailableError as error:
        remedy = "`membertill restore FOLDER` puts a backup in its place"
        return Remark("store", str(error), remedy, stops_sales=True)
    remedy = "look at the printer: slips wait for it" if waiting else ""
    return Remark("store", f"{events} events, {path.stat().st_size // 1_000_000} MB, {waiting} slip(s) waiting", remedy)


def _counted(data_dir: Path) -> tuple[int, int]:
    engine = open_reader(data_dir / TILL_DB, open_key(data_dir).for_till_db())
    try:
        with engine.connect() as connection:
            events = connection.exec_driver_sql("SELECT count(*) FROM event").scalar_one()
            waiting = connection.exec_driver_sql(
                "SELECT count(*) FROM spool WHERE state IN ('waiting', 'begun')"
            ).scalar_one()
    finally:
        engine.dispose()
    return events, waiting


def second_journal(data_dir: Path) -> Remark:
    """The second copy of every event."""
    path = (second_volume(data_dir) or data_dir) / SECOND_JOURNAL
    if path.exists():
        return Remark("second journal", f"{path} ({path.stat().st_size // 1_000} kB)")
    if (data_dir / TILL_DB).exists():
        return Remark("second journal", f"{path} is missing", "start the till: it writes the file anew from its store")
    return Remark("second journal", "none yet")


def head_office(data_dir: Path) -> Remark:
    """The one inside this shop; a till of a chain has an empty place there."""
    folder = data_dir / OFFICE_FOLDER
    database, words = folder / "office.db", folder / "last-words.txt"
    subject = "head office in this shop"
    if not folder.exists():
        return Remark(subject, "none yet; a single shop's till starts it")
    said = words.read_text(encoding="utf-8", errors="replace").strip() if words.exists() else ""
    if not database.exists():
        state = said.splitlines()[-1] if said else "not built yet"
        return Remark(subject, state, "open the till: it builds it anew", quotes=True)
    aside = sorted(path.name for path in folder.glob("office.db.unreadable-*[0-9]"))
    found = f"{database} ({database.stat().st_size // 1_000} kB)"
    if said and not aside:
        state = f"{found}; it said last: {said.splitlines()[-1]}"
        return Remark(subject, state, f"look at {folder / 'office.log'}", quotes=True)
    return Remark(subject, f"{found}{'; set aside: ' + ', '.join(aside) if aside else ''}")
