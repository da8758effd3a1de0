"""What came out of the virtual printer: a slip as the bands that its head printed."""

from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

FONT_HEIGHT = 24


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character as the head prints it; `width` is in dots before scaling."""

    char: str
    width: int
    x_scale: int = 1
    y_scale: int = 1
    is_bold: bool = False
    is_underlined: bool = False
    is_reversed: bool = False

    @property
    def dots(self) -> int:
        """How much of the line it takes."""
        return self.width * self.x_scale


@dataclass(frozen=True, slots=True)
class TextBand:
    """One printed line of text that begins at dot `left`."""

    glyphs: tuple[Glyph, ...]
    left: int
    height: int

    @property
    def text(self) -> str:
        """The characters, without the blanks at the end, which cannot be seen."""
        return "".join(glyph.char for glyph in self.glyphs).rstrip()


@dataclass(frozen=True, slots=True)
class ImageBand:
    """Dots from `left` on: a raster image, a QR code or bars; a set bit is black."""

    image: Image.Image
    left: int

    @property
    def height(self) -> int:
        """Its length on the paper."""
        return self.image.height


@dataclass(frozen=True, slots=True)
class BlankBand:
    """Paper fed without printing."""

    height: int


Band = TextBand | ImageBand | BlankBand


@dataclass(frozen=True, slots=True)
class Slip:
    """A piece of paper. `is_cut` is false if it ended with its job; `png` is where it was saved, if it was."""

    number: int
    dots: int
    bands: tuple[Band, ...] = ()
    qr_codes: tuple[str, ...] = ()
    barcodes: tuple[str, ...] = ()
    drawer_kicks: int = 0
    is_cut: bool = False
    png: Path | None = None
    beeps: int = 0

    @property
    def lines(self) -> list[str]:
        """The printed lines of text from top to bottom."""
        return [band.text for band in self.bands if isinstance(band, TextBand)]

    @property
    def images(self) -> int:
        """How many raster images, QR codes and barcodes are on it."""
        return sum(isinstance(band, ImageBand) for band in self.bands)


@dataclass(slots=True)
class SlipInProgress:
    """What has been printed since the last cut."""

    bands: list[Band] = field(default_factory=list)
    qr_codes: list[str] = field(default_factory=list)
    barcodes: list[str] = field(default_factory=list)
    drawer_kicks: int = 0
    beeps: int = 0

    @property
    def has_print(self) -> bool:
        """Whether anything but blank paper came out."""
        return any(not isinstance(band, BlankBand) for band in self.bands)

    def finish(self, number: int, dots: int, *, is_cut: bool) -> Slip:
        """The slip as it lies on the counter."""
        codes = tuple(self.qr_codes), tuple(self.barcodes)
        return Slip(number, dots, tuple(self.bands), *codes, self.drawer_kicks, is_cut, beeps=self.beeps)
