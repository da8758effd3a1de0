"""A shop's picture made into what a receipt printer can print: black dots, as wide as the paper at most."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

_DOTS_A_COLUMN = 12
# A logo taller than this costs the customer half a receipt of paper, and a serial printer ten seconds.
_MOST_ROWS = 240
_WIDTH_SHARE = 0.75
_MOST_BYTES = 5_000_000
_MOST_PIXELS = 20_000_000


class LogoTooBig(Exception):
    """More than five megabytes, or twenty million pixels."""


class NotAPicture(Exception):
    """Nothing that can be shown."""


def load_picture(path: Path) -> Image.Image:
    """The picture in `path` on white, in grey; raises LogoTooBig, NotAPicture or OSError."""
    if path.stat().st_size > _MOST_BYTES:
        raise LogoTooBig
    data = path.read_bytes()
    try:
        with Image.open(BytesIO(data)) as opened:
            if opened.width * opened.height > _MOST_PIXELS:
                raise LogoTooBig
            upright = ImageOps.exif_transpose(opened).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as broken:
        raise NotAPicture from broken
    paper = Image.new("RGBA", upright.size, "white")
    return Image.alpha_composite(paper, upright).convert("L")


def dithered(picture: Image.Image, columns: int) -> bytes:
    """The picture for paper of `columns` columns as a binary PBM file: at most three quarters of it wide."""
    room = int(columns * _DOTS_A_COLUMN * _WIDTH_SHARE) // 8 * 8
    scale = min(room / picture.width, _MOST_ROWS / picture.height)
    size = max(1, round(picture.width * scale)), max(1, round(picture.height * scale))
    dots = ImageOps.autocontrast(picture.resize(size, Image.Resampling.LANCZOS)).convert("1")
    made = BytesIO()
    dots.save(made, "PPM")
    return made.getvalue()
