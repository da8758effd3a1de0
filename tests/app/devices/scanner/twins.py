"""Readers' simulated twins: the bytes a device sends for a swipe or a tap. Shares no code with what reads them."""


def on_stripe(track: str, *, broken: bool = False) -> str:
    """A track as a raw reader sends it: each character by its bits, the check behind; `broken` flips one bit of it."""
    bits, zero = (6, 0x20) if track[0] == "%" else (4, 0x30)
    columns = [0] * bits
    for char in track.replace("+", ";"):
        for bit in range(bits):
            columns[bit] += (ord(char) - zero) >> bit & 1
    check = sum((column % 2) << bit for bit, column in enumerate(columns))
    return track + chr(zero + (check ^ broken))


def swipe(first: str = "", second: str = "", third: str = "", *, broken: bool = False) -> bytes:
    """A card drawn through a raw reader; what is not written on it reads as an error. The second track may break."""
    tracks = [f"%{first}?" if first else "%E?", f";{second}?" if second else ";E?"]
    if third:
        tracks.append(f"+{third}?")
    sent = [track if track[1:] == "E?" else on_stripe(track, broken=broken and track[0] == ";") for track in tracks]
    return ("".join(sent) + "\r").encode("ascii")


def tap(uid: bytes, form: str) -> bytes:
    """A chip before a reader that is set to `form`: hex or decimal, the bytes in their order or reversed."""
    kind, _, order = form.partition(" ")
    number = bytes(reversed(uid)) if order == "reversed" else uid
    if kind == "decimal":
        room = {4: 10, 7: 17, 10: 25}[len(uid)]
        value = 0
        for byte in number:
            value = value * 256 + byte
        return f"{value:0{room}d}\r".encode()
    return ("".join(f"{byte:02x}" for byte in number) + "\r").encode()
