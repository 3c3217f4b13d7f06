# The Python environment in .venv, made with Debian's own python3. Sourced by ./kiosk.
#
# .venv/.unfinished stands while anything is written to it, .venv/.complete-NAME is written last: an environment that was
# cut off at any moment has no stamp for what it lacks, and the next start makes it anew (downloads come from pip's cache).
# shellcheck shell=bash

readonly VENV="$HERE/.venv"
readonly SYSTEM_PYTHON=/usr/bin/python3

# Usage: expected_stamp run|calendar|test
expected_stamp() {
    local hash
    hash="$({ "$SYSTEM_PYTHON" -V; cat "$HERE/requirements/$1.txt"; } 2>/dev/null | sha256sum)"
    printf '%s\n' "${hash%% *}"
}

# Usage: environment_is_complete run|calendar|test...
environment_is_complete() {
    local name stamp
    [ -x "$PYTHON" ] && [ ! -e "$VENV/.unfinished" ] || return 1
    for name in "$@"; do
        stamp="$(cat "$VENV/.complete-$name" 2>/dev/null)" || return 1
        [ "$stamp" = "$(expected_stamp "$name")" ] || return 1
    done
}

# Made by this Python and finished once? Otherwise it is not worth repairing.
environment_is_sound() {
    local version
    version="$("$SYSTEM_PYTHON" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
    [ -x "$PYTHON" ] && [ ! -e "$VENV/.unfinished" ] &&
        grep -qx 'home = /usr/bin' "$VENV/pyvenv.cfg" && grep -q "^version = $version\." "$VENV/pyvenv.cfg"
}

require_system_python() {
    [ -x "$SYSTEM_PYTHON" ] || fail "$SYSTEM_PYTHON is missing. Install Python 3.11 or later with your system's packages."
    "$SYSTEM_PYTHON" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "$("$SYSTEM_PYTHON" -V) is too old: the kiosk needs Python 3.11 or later (Debian 12 or later)."
}

require_writable() {
    if [ -w "$HERE" ] && { [ ! -e "$VENV" ] || [ -w "$VENV" ]; }; then return; fi
    fail "The environment in $VENV is not complete, and you ($(id -un)) may not write there." \
        $'\n'"Have it completed once by its owner ($(stat -c %U "$HERE")), or copy this folder to a place of your own."
}

mark_unfinished() { : >"$VENV/.unfinished" || explain "Writing to $VENV" "$1"; }

make_environment() {
    local log="$1"
    if [ -e "$VENV/.unfinished" ]; then say "  the last set-up was cut off; starting this step again"; fi
    # The stamps go first: what is left when this is cut off must not look complete.
    { rm -f -- "$VENV"/.complete-* && rm -rf -- "$VENV" && mkdir -p "$VENV"; } || explain "Making the environment" "$log"
    mark_unfinished "$log"
    "$SYSTEM_PYTHON" -m venv "$VENV" >"$log" 2>&1 || explain "Making the environment" "$log"
}

# Usage: install_requirements run|calendar|test LOG
install_requirements() {
    local name="$1" log="$2" total
    total="$(grep -c '^[a-z0-9]' "$HERE/requirements/$name.txt" || true)"
    say "  $name: $total packages"
    "$PYTHON" -m pip install --no-input --disable-pip-version-check --progress-bar off --require-hashes \
        --only-binary :all: --requirement "$HERE/requirements/$name.txt" </dev/null 2>&1 |
        tee "$log" | follow "$total" "Collecting|Processing|Requirement already satisfied:" "package" ||
        explain "Installing the Python packages" "$log"
}

# pyscard comes from Debian; of Debian's packages the environment sees this one alone.
link_pyscard() {
    local package=/usr/lib/python3/dist-packages/smartcard
    if [ -d "$package" ]; then ln -sfn "$package" "$("$PYTHON" -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/smartcard"; fi
}

# Usage: complete_environments run|calendar|test...
complete_environments() {
    local name log
    if environment_is_complete "$@"; then return; fi
    require_system_python
    require_writable
    # Two starts at once: the second waits, then finds everything done.
    exec {lock}<"$HERE"
    if ! flock --nonblock "$lock"; then
        say "Another ./kiosk is setting up in this folder; waiting until it is done ..."
        flock "$lock"
    fi
    log="$(new_log)"
    say "Step 2 of 3: Python environment in $VENV (some seconds)"
    if ! environment_is_sound; then make_environment "$log"; fi
    say "Step 3 of 3: Python packages (about 1 minute)"
    for name in "$@"; do
        if environment_is_complete "$name"; then continue; fi
        mark_unfinished "$log"
        install_requirements "$name" "$log"
        if [ "$name" = run ]; then link_pyscard; fi
        # Power may fail at any moment: the stamp must not reach the disk before the packages.
        { sync -f "$VENV" && expected_stamp "$name" >"$VENV/.complete-$name" && rm "$VENV/.unfinished"; } ||
            explain "Installing the Python packages" "$log"
    done
    drop_log "$log"
    exec {lock}<&-
    say "Set-up complete."
}
