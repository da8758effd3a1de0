"""The session: who stands at the till, the open shift, and what the screens share. One object, passed in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from app.domain.ids import TillId
from app.domain.ledger import Unit
from app.domain.programme.explain import Words
from app.domain.programme.model import Names, Programme, name_in
from app.domain.programme.scene import Moment, moment_at
from app.domain.shift import Shift
from app.domain.staff import Operator
from app.ports.clock import Clock
from app.settings import ShopSettings


@dataclass(slots=True)
class Session:
    """What all screens may know. Change it through its methods, so that whoever watches is told."""

    till: TillId
    clock: Clock
    programme: Programme
    settings: ShopSettings
    words_by_language: Mapping[str, Words]
    is_training: bool = False
    operator: Operator | None = None
    shift: Shift | None = None
    clock_in_doubt: bool = False
    shared_rights: Mapping[Unit, int] = field(default_factory=dict)
    _watchers: list[Callable[[], None]] = field(default_factory=list)

    @property
    def language(self) -> str:
        """The language of the screens."""
        return self.settings.language

    @property
    def words(self) -> Words:
        """The words of reasons in the screens' language."""
        return self.words_by_language[self.language]

    def name(self, names: Names) -> str:
        """A name of the programme in the screens' language."""
        return name_in(names, self.language)

    def day(self) -> str:
        """The shop's date today (ISO)."""
        return self.clock.local_date(self.clock.now_ms())

    def moment(self) -> Moment:
        """The shop's date and time now."""
        return moment_at(self.clock.local_time(self.clock.now_ms()))

    def time_of(self, at_ms: int) -> str:
        """`YYYY-MM-DD HH:MM:SS` in the shop's zone."""
        return self.clock.local_time(at_ms)

    def watch(self, changed: Callable[[], None]) -> None:
        """Be told when anything here changes."""
        self._watchers.append(changed)

    def sign_on(self, operator: Operator) -> None:
        """This person works now."""
        self.operator = operator
        self._tell()

    def sign_off(self) -> None:
        """Nobody does."""
        self.operator = None
        self._tell()

    def set_shift(self, shift: Shift | None) -> None:
        """A shift was opened or closed."""
        self.shift = shift
        self._tell()

    def set_settings(self, settings: ShopSettings) -> None:
        """The settings were changed."""
        self.settings = settings
        self._tell()

    def set_programme(self, programme: Programme) -> None:
        """Another programme is in force."""
        self.programme, self.shared_rights = programme, {}
        self._tell()

    def set_clock_in_doubt(self, *, in_doubt: bool) -> None:
        """The clock jumped, or was confirmed."""
        self.clock_in_doubt = in_doubt
        self._tell()

    def signed_on(self) -> Operator:
        """The person who works now; only where somebody must."""
        if self.operator is None:
            raise RuntimeError("nobody is signed on")
        return self.operator

    def _tell(self) -> None:
        for changed in tuple(self._watchers):
            changed()
