"""Two rising tones, as a WAV file in memory."""

import io
import math
import wave
from array import array
from functools import cache

RATE_HZ = 22_050
TONES_HZ = (659.26, 880.0)
"""E5 and A5: below 1 kHz, where age takes the hearing last (ISO 7029)."""

_TONE_S = 0.28
_FADE_S = 0.02
_LEVEL = 0.6


@cache
def chime() -> bytes:
    """RIFF WAVE, 16 bit, one channel, about half a second."""
    samples = array("h", (_sample(tone, n) for tone in TONES_HZ for n in range(int(_TONE_S * RATE_HZ))))
    file = io.BytesIO()
    with wave.open(file, "wb") as writer:
        writer.setnchannels(1)
        writer.setsampwidth(2)
        writer.setframerate(RATE_HZ)
        writer.writeframes(samples.tobytes())
    return file.getvalue()


def _sample(tone_hz: float, n: int) -> int:
    """Faded in and out, so that it does not click."""
    t = n / RATE_HZ
    swell = min(1.0, t / _FADE_S, (_TONE_S - t) / _FADE_S)
    return int(32767 * _LEVEL * max(0.0, swell) * math.sin(2 * math.pi * tone_hz * t))
