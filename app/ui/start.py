"""How bootstrap gets the screens: the application first, then the window."""

import os
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from app.paths import APP_NAME, resources_dir
from app.settings import ShopSettings
from app.ui.theme.wear import wear


def prepare_application(argv: Sequence[str], settings: ShopSettings) -> QApplication:
    """The application in the shop's language and theme. There is one a process."""
    _mend_input_method()
    app = QApplication(list(argv))
    app.setApplicationName(APP_NAME)
    app.setStyle("Fusion")
    speak(app, settings.language)
    wear(app, settings.theme, settings.language)
    return app


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


def _mend_input_method() -> None:
    """Qt's wheel has no fcitx plugin; fcitx5 speaks ibus."""
    if os.environ.get("QT_IM_MODULE", "").startswith("fcitx"):
        os.environ["QT_IM_MODULE"] = "ibus"


class _Translator(QTranslator):
    """One of ours, to be found again when the language changes."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
