#!/usr/bin/env bash
# Turns a fresh Debian 12 (no desktop) into a kiosk that starts by itself. Run as root: kiosk-image/install.sh
# Safe to run again: that is how a new version comes onto the machine. It never touches /etc/buerger-terminal once it exists.
set -euo pipefail
umask 022

HERE="$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)"
TARGET="${1:-}"   # a directory to install into instead of /, for looking at what would be installed
APP="$TARGET/opt/buerger-terminal"

if [ -z "$TARGET" ] && [ "$EUID" -ne 0 ]; then
    echo "This needs root: it installs packages and a service." >&2
    exit 1
fi

copy_the_kiosk() {
    mkdir -p "$APP"
    local part
    for part in kiosk setup requirements terminal screens hardware config pyproject.toml LICENSE NOTICE; do
        rm -rf "${APP:?}/$part"
        cp -R "$HERE/$part" "$APP/$part"
    done
    find "$APP" -name __pycache__ -prune -exec rm -rf {} +
}

put_settings_in_place() {
    install -D -m 0644 "$HERE/kiosk-image/systemd/buerger-terminal.service" \
        "$TARGET/etc/systemd/system/buerger-terminal.service"
    install -D -m 0644 "$HERE/kiosk-image/xorg/10-buerger-terminal.conf" \
        "$TARGET/etc/X11/xorg.conf.d/10-buerger-terminal.conf"
    # The X server is started by the service's user, not by somebody at the console.
    install -d "$TARGET/etc/X11"
    printf 'allowed_users=anybody\nneeds_root_rights=yes\n' >"$TARGET/etc/X11/Xwrapper.config"
    if [ ! -e "$TARGET/etc/buerger-terminal" ]; then
        mkdir -p "$TARGET/etc"
        cp -R "$HERE/config/towns/brandis" "$TARGET/etc/buerger-terminal"
        echo "The example town lies in /etc/buerger-terminal: change it to yours, then: /opt/buerger-terminal/kiosk check-config /etc/buerger-terminal"
    fi
}

set_the_machine_up() {
    apt-get update
    apt-get install -y --no-install-recommends xserver-xorg-core xserver-xorg-input-libinput xserver-xorg-legacy xinit xauth
    id kiosk >/dev/null 2>&1 || useradd --system --create-home --home-dir /var/lib/kiosk --shell /usr/sbin/nologin kiosk
    "$APP/kiosk" check-config /etc/buerger-terminal   # installs Debian's packages and the Python environment
    # The kiosk's user cannot write here, and would compile everything anew at every visit.
    "$APP/.venv/bin/python" -m compileall -q "$APP/terminal" "$APP/screens" "$APP/hardware" "$APP/config"
    systemctl daemon-reload
    systemctl mask ctrl-alt-del.target getty@tty1.service
    systemctl enable buerger-terminal.service
    echo "Done. Restart the machine, or: systemctl start buerger-terminal"
}

copy_the_kiosk
put_settings_in_place
if [ -z "$TARGET" ]; then set_the_machine_up; fi
