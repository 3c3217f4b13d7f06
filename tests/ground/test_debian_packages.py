"""setup/debian-packages.txt is complete: checked on the libraries that the installed wheels really load."""

import re
import shutil
import subprocess
import sysconfig
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SITE_PACKAGES = Path(sysconfig.get_path("platlib"))
DEBIAN = shutil.which("dpkg-query") is not None
pytestmark = pytest.mark.skipif(not DEBIAN, reason="no-dpkg: this is not Debian")

# What SDL opens by name on X11 (SDL_x11sym.h, SDL_egl.c); a missing one costs a function without a word.
SDL_NEEDS = {
    *("libEGL.so.1", "libGL.so.1", "libGLESv2.so.2", "libgbm.so.1", "libX11.so.6", "libXcursor.so.1"),
    *("libXext.so.6", "libXfixes.so.3", "libXi.so.6", "libXrandr.so.2", "libXss.so.1"),
}
SDL_DOES_WITHOUT = {
    **dict.fromkeys(("libasound.so.2", "libpulse.so.0", "libsamplerate.so.0"), "the kiosk plays no sound through SDL"),
    **dict.fromkeys(("libGLES_CM.so.1", "libGLESv1_CM.so.1", "libOpenGL.so.0"), "other versions of OpenGL"),
    **dict.fromkeys(("libvulkan.so.1", "libX11-xcb.so"), "Vulkan"),
    **dict.fromkeys(("libudev.so.0", "libudev.so.1", "libdbus-1.so.3"), "game controllers, power and input methods"),
    "libdrm.so.2": "drawing without X11",
    **dict.fromkeys(("libc.so.6", "libdl.so.2", "libm.so.6", "libpthread.so.0"), "libc, seen by ldd"),
}
PROGRAMS = [
    "cat",
    "df",
    "env",
    "flock",
    "getent",
    "grep",
    "head",
    "id",
    "mkdir",
    "mkfifo",
    "mktemp",
    "readlink",
    "rm",
    "sed",
    "setpriv",
    "setsid",
    "sha256sum",
    "sleep",
    "stat",
    "sync",
    "tail",
    "tee",
    "tr",
    "Xvfb",
]


def listed(*sections: str) -> list[str]:
    text = (ROOT / "setup" / "debian-packages.txt").read_text()
    parts = dict(re.findall(r"^\[(\w+)\]\n(.*?)(?=^\[|\Z)", text, re.MULTILINE | re.DOTALL))
    return [line for name in sections for line in parts[name].splitlines() if line and not line.startswith("#")]


@cache
def closure() -> frozenset[str]:
    """Packages that are there once [run] is installed: those of the list, Debian's essential ones, what both depend on."""
    form = "${Package}\t${Essential}\t${Pre-Depends}, ${Depends}\t${Provides}\n"
    rows = subprocess.run(["dpkg-query", "-W", "-f", form], capture_output=True, text=True, check=True).stdout
    depends: dict[str, list[str]] = {}
    providers: dict[str, list[str]] = {}
    essential = []
    for name, is_essential, needs, provides in (row.split("\t") for row in rows.splitlines()):
        depends[name] = [re.split(r"[ :(|]", word.strip())[0] for word in needs.split(",") if word.strip()]
        for word in filter(None, provides.split(",")):
            providers.setdefault(re.split(r"[ (]", word.strip())[0], []).append(name)
        essential += [name] if is_essential == "yes" else []
    found: set[str] = set()
    waiting = [*listed("run"), *essential]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += depends.get(name, providers.get(name, []))
    return frozenset(found)


def packages_of(path: str) -> set[str]:
    """The packages that a file belongs to; Debian 12 lists a file of /usr under / as well, so both are asked for."""
    real = Path(path).resolve()
    patterns = [str(real), path, str(real).removeprefix("/usr"), *([] if path.startswith("/usr") else [f"/usr{path}"])]
    lines = subprocess.run(["dpkg-query", "-S", *patterns], capture_output=True, text=True, check=False).stdout
    return {name.split(":")[0] for line in lines.splitlines() for name in line.split(": ")[0].split(", ")}


@cache
def loader_cache() -> dict[str, str]:
    lines = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout.splitlines()
    found = (re.match(r"\s+(\S+) .*x86-64.* => (\S+)|\s+(\S+) .*AArch64.* => (\S+)", line) for line in lines)
    return {(hit[1] or hit[3]): (hit[2] or hit[4]) for hit in reversed(list(found)) if hit}


def test_every_library_that_the_wheels_are_linked_to_comes_with_the_list() -> None:
    wheels = [str(path) for path in SITE_PACKAGES.rglob("*.so*") if path.is_file()]
    said = subprocess.run(["ldd", *wheels], capture_output=True, text=True, check=False).stdout
    libraries = {path for path in re.findall(r"=> (/\S+)", said) if not path.startswith(str(SITE_PACKAGES))}
    assert "kivy" in said and len(libraries) > 10
    assert {path: packages_of(path) for path in libraries if not packages_of(path) & closure()} == {}


def test_no_library_that_the_kiosk_is_linked_to_is_missing() -> None:
    kivy = [path for folder in ("kivy", "Kivy.libs") for path in (SITE_PACKAGES / folder).rglob("*.so*")]
    said = subprocess.run(["ldd", *map(str, kivy)], capture_output=True, text=True, check=False).stdout
    # The wheel's own libraries have no run path: they find each other because kivy loads SDL first.
    own = {path.name for path in kivy}
    assert kivy and set(re.findall(r"^\s+(\S+) => not found", said, re.MULTILINE)) - own == set()


def test_every_library_that_sdl_opens_by_name_is_known() -> None:
    (sdl,) = (SITE_PACKAGES / "Kivy.libs").glob("libSDL2-2*")
    names = set(re.findall(rb"lib[\w-]+\.so(?:\.\d+)?(?=\0)", sdl.read_bytes()))
    assert {name.decode() for name in names} - SDL_NEEDS - SDL_DOES_WITHOUT.keys() == set()


@pytest.mark.parametrize("name", [*sorted(SDL_NEEDS), "libmtdev.so.1", "libfribidi.so.0"])
def test_what_sdl_kivy_and_pillow_open_by_name_comes_with_the_list(name: str) -> None:
    assert packages_of(loader_cache()[name]) & closure()


@pytest.mark.parametrize("name", PROGRAMS)
def test_every_program_of_the_script_comes_with_the_list(name: str) -> None:
    path = shutil.which(name)
    assert path and packages_of(path) & closure()


def test_the_list_names_no_package_twice() -> None:
    names = listed("run", "test", "bench")
    assert sorted(names) == sorted(set(names))
