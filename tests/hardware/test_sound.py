"""The signal, through ALSA's own player into a file."""

import io
import threading
import wave
from pathlib import Path

import pytest

from hardware.sound.chime import RATE_HZ, chime
from hardware.sound.loudspeaker import Loudspeaker


def test_the_signal_is_short_loud_enough_and_not_distorted() -> None:
    with wave.open(io.BytesIO(chime())) as sound:
        assert 0.3 <= sound.getnframes() / sound.getframerate() <= 1.0
        samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
    assert 0.5 * 32767 <= max(samples) < 32767
    assert samples[0] == 0


def test_the_signal_is_played(tmp_path: Path) -> None:
    played = tmp_path / "played.wav"
    Loudspeaker(f"tee:null,{played},raw").ring()
    frames = len(chime()) - 44
    for thread in threading.enumerate():
        if thread.name == "sound":
            thread.join()
    assert played.read_bytes()[:frames] == chime()[44:]
    assert RATE_HZ == 22_050


@pytest.mark.parametrize("device", ["", "no-such-device"])
def test_a_machine_without_sound_is_none_the_worse_for_it(device: str) -> None:
    Loudspeaker(device).ring()
