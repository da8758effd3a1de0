"""Lines, QR codes and bars drawn as the one-bit images that `GS v 0` prints; a set bit is black."""

from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from app.devices.printer.fonts import FontFace
from app.domain.receipt.page import Align, TextLine, display_width

# Where the baseline of a CJK font stands in its square.
_BASELINE = 0.86
# A printer leaves a quarter of the character's height between lines; an image must bring that along.
_LINE_HEIGHT = 1.25
_BLACK = 1


def draw_line(line: TextLine, face: FontFace, columns: int, dots: int) -> Image.Image:
    """The line over the whole paper, on the printer's own grid, so that it aligns with lines printed as text."""
    cell = dots // columns * line.scale
    size = 2 * cell
    image = Image.new("1", (dots, int(size * _LINE_HEIGHT)), 0)
    canvas = ImageDraw.Draw(image)
    canvas.fontmode = "1"
    font = _font(face, size)
    left = float(_start(line, dots, cell))
    for char in line.text:
        width = display_width(char) * cell
        for shift in (0, 1) if line.bold else (0,):
            canvas.text((left + width / 2 + shift, int(size * _BASELINE)), char, fill=_BLACK, font=font, anchor="ms")
        left += width
    return image


def qr_image(data: str, dots: int) -> Image.Image:
    """A QR code centred on `dots`, as large as reads well and fits."""
    import qrcode  # type: ignore[import-untyped]  # late: few printers need it

    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(data.encode("utf-8"))
    code.make(fit=True)
    rows = code.get_matrix()
    quiet = 8
    zoom = max(1, min(6, dots // (len(rows) + quiet)))
    symbol = Image.new("1", (len(rows), len(rows)), 0)
    symbol.putdata([int(dark) for row in rows for dark in row])
    return _centred(symbol.resize((len(rows) * zoom, len(rows) * zoom), Image.Resampling.NEAREST), dots, margin=8)


def bars_image(modules: str, dots: int, height: int) -> Image.Image:
    """Bars of `modules` (`1` is black) centred on `dots`, two dots each, or one where two do not fit."""
    zoom = 2 if len(modules) * 2 <= dots else 1
    bars = Image.new("1", (len(modules), 1), 0)
    bars.putdata([int(module) for module in modules])
    return _centred(bars.resize((len(modules) * zoom, height), Image.Resampling.NEAREST), dots, margin=4)


def _centred(symbol: Image.Image, dots: int, margin: int) -> Image.Image:
    paper = Image.new("1", (dots, symbol.height + 2 * margin), 0)
    paper.paste(symbol, ((dots - symbol.width) // 2, margin))
    return paper


def _start(line: TextLine, dots: int, cell: int) -> int:
    room = dots - display_width(line.text) * cell
    if line.align is Align.RIGHT:
        return room
    if line.align is Align.CENTRE:
        return room // 2
    return 0


@lru_cache(maxsize=8)
def _font(face: FontFace, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face.path, size, index=face.index, layout_engine=ImageFont.Layout.BASIC)
