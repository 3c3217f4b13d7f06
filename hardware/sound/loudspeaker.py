"""Plays through ALSA's `aplay`. A machine without sound stays silent and is none the worse for it."""

import subprocess
from contextlib import suppress
from threading import Lock, Thread

from hardware.sound.chime import chime

_LONGEST_S = 5.0


class Loudspeaker:
    """`device` is an ALSA name as `aplay -L` lists them; "": no sound."""

    def __init__(self, device: str) -> None:
        self._device = device
        self._playing = Lock()

    def ring(self) -> None:
        """Play the signal, without waiting; not while it is playing."""
        if self._device:
            Thread(target=self._play, name="sound", daemon=True).start()

    def _play(self) -> None:
        if not self._playing.acquire(blocking=False):
            return
        try:
            with suppress(OSError, subprocess.SubprocessError):
                subprocess.run(
                    ["aplay", "--quiet", "--device", self._device, "-"],
                    input=chime(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    timeout=_LONGEST_S,
                )
        finally:
            self._playing.release()
