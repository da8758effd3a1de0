"""A slip as an image at 203 dpi: black on white, with the margins of real paper."""

from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from app.devices.printer.fonts import find_cjk_font
from app.devices.printer.simulator.slip import FONT_HEIGHT, Glyph, ImageBand, Slip, TextBand

# The paper is wider than the head: 384 dots print on 58 mm, 576 on 80 mm, at 8 dots a millimetre.
_MARGIN = 40
_WHITE, _BLACK = 255, 0
_BASELINE = 21


def draw_slip(slip: Slip) -> Image.Image:
    """The whole piece of paper."""
    height = sum(band.height for band in slip.bands)
    paper = Image.new("L", (slip.dots + 2 * _MARGIN, height + 2 * _MARGIN), _WHITE)
    top = _MARGIN
    for band in slip.bands:
        if isinstance(band, TextBand):
            paper.paste(_BLACK, (_MARGIN, top), _draw_text(band, slip.dots))
        elif isinstance(band, ImageBand):
            paper.paste(_BLACK, (_MARGIN + band.left, top), band.image)
        top += band.height
    return paper


def _draw_text(band: TextBand, dots: int) -> Image.Image:
    """The line's black dots; characters of all sizes stand on one line."""
    ink = Image.new("1", (dots, band.height), 0)
    left = band.left
    bottom = max((glyph.y_scale for glyph in band.glyphs), default=1) * FONT_HEIGHT
    for glyph in band.glyphs:
        shape = _scaled(glyph)
        ink.paste(1, (left, bottom - shape.height), shape)
        left += glyph.dots
    return ink


def _scaled(glyph: Glyph) -> Image.Image:
    shape = _shape(glyph.char, glyph.width, glyph.is_bold)
    if glyph.is_underlined:
        shape = shape.copy()
        ImageDraw.Draw(shape).line((0, FONT_HEIGHT - 1, shape.width, FONT_HEIGHT - 1), fill=1)
    if glyph.is_reversed:
        shape = Image.eval(shape.convert("L"), lambda dot: 255 - dot).convert("1")
    if glyph.x_scale > 1 or glyph.y_scale > 1:  # a printer doubles dots, it has no larger font
        shape = shape.resize((glyph.dots, FONT_HEIGHT * glyph.y_scale), Image.Resampling.NEAREST)
    return shape


@lru_cache(maxsize=4096)
def _shape(char: str, width: int, is_bold: bool) -> Image.Image:
    """One character's dots before scaling; without a Chinese font on this machine, a box."""
    shape = Image.new("1", (width, FONT_HEIGHT), 0)
    canvas = ImageDraw.Draw(shape)
    canvas.fontmode = "1"
    font = _font()
    if font is None:
        canvas.rectangle((1, 3, width - 2, FONT_HEIGHT - 3), outline=1)
        return shape
    for shift in (0, 1) if is_bold else (0,):
        canvas.text((width / 2 + shift, _BASELINE), char, fill=1, font=font, anchor="ms")
    return shape


@lru_cache(maxsize=1)
def _font() -> ImageFont.FreeTypeFont | None:
    face = find_cjk_font()
    if face is None:
        return None
    return ImageFont.truetype(face.path, FONT_HEIGHT, index=face.index, layout_engine=ImageFont.Layout.BASIC)
