# Where the kiosk is shown: on the user's display, or on a virtual one of its own. Sourced by ./kiosk.
# shellcheck shell=bash

# Usage: wanted_size ARGUMENT...: the WxH of --size, or the portrait screen of a usual kiosk.
wanted_size() {
    local size=1080x1920
    while [ $# -gt 0 ]; do
        case "$1" in
            --size) size="${2:-}" ;;
            --size=*) size="${1#--size=}" ;;
        esac
        shift
    done
    [[ "$size" =~ ^[1-9][0-9]{1,4}x[1-9][0-9]{1,4}$ ]] || return 1
    printf '%s\n' "$size"
}

display_answers() {
    "$PYTHON" -c 'import ctypes, sys
open_display = ctypes.CDLL("libX11.so.6").XOpenDisplay
open_display.restype = ctypes.c_void_p
sys.exit(not open_display(None))' 2>/dev/null
}

# Usage: run_on_a_display ARGUMENT...
run_on_a_display() {
    local size
    size="$(wanted_size "$@")" || refuse "--size needs a width and a height in pixels, for example --size 1080x1920."
    if [ "$EUID" -eq 0 ] && [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
        say "You are root: the kiosk does not draw on somebody's desktop as root."
        run_on_a_virtual_display "$size" "$@"
    elif [ -n "${DISPLAY:-}" ]; then
        display_answers || fail "The display $DISPLAY does not answer (DISPLAY is set, but nothing can be drawn there)." \
            $'\n'"Start it, or let the kiosk draw on a virtual one: env -u DISPLAY ./kiosk run"
        exec "$PYTHON" -m terminal run "$@"
    else
        if [ -n "${WAYLAND_DISPLAY:-}" ]; then say "This Wayland desktop offers no X display (Xwayland), which the kiosk needs."; fi
        run_on_a_virtual_display "$size" "$@"
    fi
}

# An Xauthority entry for any host and any display, since Xvfb chooses its number itself (Xau(3)).
write_access_key() {
    (umask 077; { printf '\377\377\0\0\0\0\0\022MIT-MAGIC-COOKIE-1\0\020'; head -c 16 /dev/urandom; } >"$1")
}

start_virtual_display() {
    local size="$1" number=""
    DISPLAY_DIR="$(mktemp -d "${XDG_RUNTIME_DIR:-/tmp}/kiosk-display.XXXXXX")"
    trap stop_virtual_display EXIT
    write_access_key "$DISPLAY_DIR/key"
    mkfifo "$DISPLAY_DIR/number"
    # In a session of its own Ctrl-C does not reach it before the kiosk; it ends with this script even when that is killed.
    setsid setpriv --pdeathsig TERM Xvfb -screen 0 "${size}x24" -nolisten tcp -noreset -auth "$DISPLAY_DIR/key" \
        -displayfd 3 3>"$DISPLAY_DIR/number" >"$DISPLAY_DIR/log" 2>&1 </dev/null &
    XVFB=$!
    read -r -t 60 number <"$DISPLAY_DIR/number" || true
    if [ -z "$number" ]; then
        sed 's/^/  | /' "$DISPLAY_DIR/log" >&2
        fail "The virtual display (Xvfb) did not start."
    fi
    unset WAYLAND_DISPLAY
    export DISPLAY=":$number" XAUTHORITY="$DISPLAY_DIR/key"
}

stop_virtual_display() {
    if [ -n "${XVFB:-}" ]; then
        kill -TERM "$XVFB" 2>/dev/null || true
        wait "$XVFB" 2>/dev/null || true
    fi
    rm -rf -- "$DISPLAY_DIR"
}

# The first signal asks the supervisor to end its visits in order, the second does not wait for that.
stop_supervisor() {
    INTERRUPTED=yes
    if [ "${STOPPING:-no}" = no ]; then
        STOPPING=yes
        kill -TERM "$SUPERVISOR" 2>/dev/null || true
    else
        kill -KILL "$SUPERVISOR" 2>/dev/null || true
    fi
}

# Usage: run_on_a_virtual_display WxH ARGUMENT...
run_on_a_virtual_display() {
    local size="$1" code
    shift
    case " $* " in *" --simulate "*) ;; *) set -- "$@" --simulate ;; esac
    command -v Xvfb >/dev/null || fail "There is no display here, and no Xvfb to make a virtual one. Install Xvfb."
    start_virtual_display "$size"
    say "The kiosk runs on a virtual display ($size), as a simulation. In a second terminal:"
    say "  look:   ./kiosk dock screenshot /tmp/kiosk.png      or as a list:  ./kiosk dock tree"
    say "  touch:  ./kiosk dock press \"NAME\"                   (a name from the list)"
    say "Ctrl-C ends it."
    # Ctrl-C goes through stop_supervisor alone, once.
    setsid setpriv --pdeathsig TERM "$PYTHON" -m terminal run "$@" &
    SUPERVISOR=$!
    trap stop_supervisor INT TERM HUP
    while
        INTERRUPTED=no
        code=0
        wait "$SUPERVISOR" || code=$?
        [ "$INTERRUPTED" = yes ]
    do :; done
    exit "$code"
}
