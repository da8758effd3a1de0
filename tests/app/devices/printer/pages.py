"""Pages as the till prints them, for the tests of encoder, lines and virtual printer."""

from app.domain.receipt.page import Align, Barcode, Feed, Page, QrCode, RuleLine, TextLine, display_width, pad

LINK = "https://m.example.com/r/T01-000042"
NUMBER = "T01-000042"


def receipt(columns: int) -> Page:
    """A sale with Chinese, a discount, a total in double size, a QR code and a barcode."""
    return Page(
        columns,
        (
            TextLine("半亩花田便利店", Align.CENTRE, bold=True, scale=2),
            TextLine("上海市徐汇区衡山路 88 号", Align.CENTRE),
            RuleLine(),
            TextLine(pair("单号 T01-000042", "2026-01-01 12:30", columns)),
            TextLine(pair("农夫山泉 550ml ×2", "4.00", columns)),
            TextLine(pair("精品苹果 0.532kg", "10.53", columns)),
            TextLine(pair("  满20减2", "-2.00", columns)),
            RuleLine("="),
            TextLine(pair("合计 ￥", "12.53", columns // 2), bold=True, scale=2),
            TextLine(pair("现金", "20.00", columns)),
            TextLine(pair("找零", "7.47", columns)),
            Feed(1),
            TextLine("谢谢惠顾", Align.CENTRE),
            TextLine("Thank you", Align.RIGHT),
            QrCode(LINK),
            Barcode(NUMBER),
        ),
    )


def pair(left: str, right: str, columns: int) -> str:
    """Words to the left, an amount to the right."""
    return pad(left, columns - display_width(right)) + right


def lines_of(page: Page) -> list[str]:
    """The lines of text that a slip of `page` must show, in order."""
    lines: list[str] = []
    for element in page.elements:
        match element:
            case TextLine(text):
                lines.append(text.rstrip())
            case RuleLine(char):
                lines.append(char * page.columns)
            case Barcode(data):
                lines.append(data)
            case _:
                pass
    return lines
