"""Programme files: TOML in, Programme out. A wrong file gets all its mistakes and nothing of it is used."""

from app.domain.programme.file.faults import Fault, FaultCode, ProgrammeFileError
from app.domain.programme.file.read import read_programme, remarks_on_file
from app.domain.programme.file.telling import tell
from app.domain.programme.file.title import title_of

__all__ = ["Fault", "FaultCode", "ProgrammeFileError", "read_programme", "remarks_on_file", "tell", "title_of"]
