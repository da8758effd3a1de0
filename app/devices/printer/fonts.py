"""Finding a font with Chinese characters on this machine."""

import logging
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_log = logging.getLogger(__name__)

# Half-width Latin first: it fits the printer's grid best.
_FAMILIES = ("Noto Sans Mono CJK SC", "WenQuanYi Micro Hei Mono", "Noto Sans CJK SC", "monospace")
_PLACES = (
    ("C:/Windows/Fonts/simsun.ttc", 1),  # NSimSun
    ("C:/Windows/Fonts/msyh.ttc", 0),
    ("C:/Windows/Fonts/simhei.ttf", 0),
    ("C:/Windows/Fonts/msjh.ttc", 0),
    ("/System/Library/Fonts/PingFang.ttc", 0),
    ("/System/Library/Fonts/STHeiti Light.ttc", 0),
    ("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc", 7),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 1),
)


@dataclass(frozen=True, slots=True)
class FontFace:
    """A face inside a font file."""

    path: Path
    index: int = 0


@cache
def find_cjk_font() -> FontFace | None:
    """A font that draws simplified Chinese, or None; asked of fontconfig once, then of the usual places."""
    if shutil.which("fc-match"):
        for family in _FAMILIES:
            face = _ask_fontconfig(family)
            if face is not None:
                return face
    for place, index in _PLACES:
        path = Path(place)
        if path.is_file():
            return FontFace(path, index)
    _log.warning("no font with Chinese characters found")
    return None


def _ask_fontconfig(family: str) -> FontFace | None:
    """The face that fontconfig offers for `family`, if it knows Chinese at all."""
    pattern = f"{family}:lang=zh-cn"
    command = ["fc-match", "--format=%{file}|%{index}|%{lang}", pattern]
    hidden = getattr(subprocess, "CREATE_NO_WINDOW", 0) if sys.platform == "win32" else 0
    try:
        answer = subprocess.run(command, capture_output=True, text=True, timeout=5, check=True, creationflags=hidden)
        file, index, languages = answer.stdout.split("|")
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    if "zh-cn" not in languages or not Path(file).is_file():
        return None
    return FontFace(Path(file), int(index))
