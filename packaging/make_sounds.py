"""Makes the till's sounds in resources/sounds: short tones with soft ends, each in two loudnesses."""

import math
import wave
from pathlib import Path

RATE = 22_050
FADE_S = 0.006
# (hertz, seconds) one after the other; 0 hertz is a pause.
SOUNDS = {
    "scanned": ((1_760, 0.06),),
    "unknown": ((520, 0.09), (0, 0.04), (520, 0.09)),
    "refused": ((330, 0.12), (247, 0.22)),
    "paid": ((784, 0.08), (1_047, 0.08), (1_319, 0.14)),
}
LOUDNESS = {"quiet": 0.18, "loud": 0.6}


def tone(hertz: int, seconds: float, loudness: float) -> bytes:
    """16-bit samples, faded in and out so that nothing clicks."""
    count, fade = round(RATE * seconds), round(RATE * FADE_S)
    samples = bytearray()
    for n in range(count):
        edge = min(1.0, n / fade, (count - n) / fade)
        value = round(32_767 * loudness * edge * math.sin(2 * math.pi * hertz * n / RATE))
        samples += value.to_bytes(2, "little", signed=True)
    return bytes(samples)


def main() -> None:
    """Write all of them."""
    folder = Path(__file__).parent.parent / "resources" / "sounds"
    for loudness, level in LOUDNESS.items():
        (folder / loudness).mkdir(parents=True, exist_ok=True)
        for name, tones in SOUNDS.items():
            with wave.open(str(folder / loudness / f"{name}.wav"), "wb") as file:
                file.setnchannels(1)
                file.setsampwidth(2)
                file.setframerate(RATE)
                file.writeframes(b"".join(tone(hertz, seconds, level) for hertz, seconds in tones))


if __name__ == "__main__":
    main()
