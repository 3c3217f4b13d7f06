# Whose account runs what: with sudo, only Debian packages are root's business. Sourced by ./kiosk.
# shellcheck shell=bash

# Usage: become_the_user ENVIRONMENT...: under sudo, starts ./kiosk again as the user who typed it.
become_the_user() {
    local uid gid home runtime
    if [ "$EUID" -ne 0 ] || [ -z "${SUDO_USER:-}" ] || [ "$SUDO_USER" = root ]; then return; fi
    uid="$(id -u "$SUDO_USER")"
    gid="$(id -g "$SUDO_USER")"
    home="$(getent passwd "$SUDO_USER" | cut -d : -f 6)"
    as_the_user() { setpriv --reuid "$uid" --regid "$gid" --init-groups -- "$@"; }
    as_the_user test -r "$HERE/kiosk" || fail "$SUDO_USER cannot read $HERE, and the kiosk never runs as root on a desktop." \
        $'\n'"Put this folder where $SUDO_USER can read it, and type the command there."
    # A folder of root's, such as /opt: its environment is root's too.
    if ! as_the_user test -w "$HERE"; then (umask 022; complete_environments "$@"); fi
    runtime="/run/user/$uid"
    [ -d "$runtime" ] || runtime=""
    exec setpriv --reuid "$uid" --regid "$gid" --init-groups -- env -u SUDO_USER -u SUDO_UID -u SUDO_GID \
        HOME="$home" USER="$SUDO_USER" LOGNAME="$SUDO_USER" XDG_RUNTIME_DIR="$runtime" \
        "$HERE/kiosk" "${ARGUMENTS[@]}"
}
