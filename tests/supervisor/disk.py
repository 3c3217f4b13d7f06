"""A disk that can be full or read-only, in a mount namespace of its own: nobody else sees it, and it goes with its holder."""

import os
import subprocess
from pathlib import Path

_SIZE = "60m"
"""More than what `status` calls too little."""


class Disk:
    """Mounted at `directory` for those that are started with `inside` before their command."""

    def __init__(self, directory: Path) -> None:
        directory.mkdir(mode=0o700)
        self._directory = directory
        own_user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
        mount = f'mount -t tmpfs -o size={_SIZE},mode=700 state "$1" && echo mounted && exec cat'
        self._holder = subprocess.Popen(
            ["unshare", *own_user, "--mount", "sh", "-c", mount, "sh", str(directory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        assert self._holder.stdout
        assert self._holder.stdout.readline() == b"mounted\n"
        enter = ["--user", "--preserve-credentials"] if own_user else []
        self.inside = ("nsenter", f"--target={self._holder.pid}", *enter, "--mount")

    @property
    def seen(self) -> Path:
        """Where we find it from outside (proc(5), root)."""
        return Path(f"/proc/{self._holder.pid}/root") / self._directory.relative_to("/")

    def fill(self) -> None:
        """No byte is left."""
        if self._ballast.exists() or os.statvfs(self.seen).f_flag & os.ST_RDONLY:
            return
        with open(self._ballast, "wb") as ballast:
            left = os.fstatvfs(ballast.fileno())
            os.posix_fallocate(ballast.fileno(), 0, left.f_bavail * left.f_frsize)

    def write_protect(self) -> None:
        """From now on it is read-only."""
        self._remount("ro")

    def mend(self) -> None:
        """There is room again, and it can be written."""
        self._remount("rw")
        self._ballast.unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of it."""
        self._holder.communicate()

    @property
    def _ballast(self) -> Path:
        return self.seen / "ballast"

    def _remount(self, how: str) -> None:
        subprocess.run([*self.inside, "mount", "-o", f"remount,{how}", str(self._directory)], check=True)
