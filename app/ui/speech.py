"""The language of the screens, changed at any time."""

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.paths import resources_dir
from app.settings import Language

_TRADITIONAL = ("zh_TW", "zh_HK", "zh_MO")


def speak(app: QApplication, language: str) -> None:
    """Put the screens into `language`; those open are told by a LanguageChange event."""
    for old in app.findChildren(_Translator):
        app.removeTranslator(old)
        old.setParent(None)
    QLocale.setDefault(QLocale(language))
    places = (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (language, str(resources_dir() / "i18n")),
    )
    for name, folder in places:
        translator = _Translator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)


def language_of(system: str) -> Language:
    """The language to begin with on a machine that speaks `system` (such as `de_CH`): Simplified Chinese by default."""
    if system.startswith(_TRADITIONAL):
        return "zh_TW"
    return "en" if system.startswith("en") else "zh_CN"


class _Translator(QTranslator):
    """One of ours, to be found again when the language changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
