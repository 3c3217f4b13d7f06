# Debian packages: installs those of setup/debian-packages.txt that are missing. Sourced by ./kiosk.
# shellcheck shell=bash

readonly LOCK_WAIT_S=600

# Usage: packages_of SECTION...
packages_of() {
    local wanted=" $* " section="" line
    while IFS= read -r line; do
        case "$line" in
            '#'* | '') ;;
            '['*']') section="${line:1:-1}" ;;
            *) if [[ "$wanted" == *" $section "* ]]; then printf '%s\n' "$line"; fi ;;
        esac
    done <"$HERE/setup/debian-packages.txt"
}

# Usage: missing_packages SECTION...
missing_packages() {
    local architecture name present
    local -a names
    mapfile -t names < <(packages_of "$@")
    architecture="$(dpkg --print-architecture)"
    # A package of another architecture (Multi-Arch) does not count, nor one that is only half configured.
    # shellcheck disable=SC2016
    present="$(dpkg-query -W -f='${Package}/${Architecture}/${db:Status-Status}\n' "${names[@]}" 2>/dev/null || true)"
    for name in "${names[@]}"; do
        case $'\n'"$present"$'\n' in
            *$'\n'"$name/$architecture/installed"$'\n'* | *$'\n'"$name/all/installed"$'\n'*) ;;
            *) printf '%s\n' "$name" ;;
        esac
    done
}

ask_an_administrator() {
    fail "Debian packages are missing, and only an administrator can install them. This is the command:" \
        $'\n\n'"  apt-get update && apt-get install --no-install-recommends --yes $*" \
        $'\n\n'"(as root, or with sudo before each apt-get). Then type the same ./kiosk command again."
}

# Sets AS_ROOT to the words that go before a command that needs root.
find_root() {
    AS_ROOT=()
    if [ "$EUID" -eq 0 ]; then return; fi
    if ! command -v sudo >/dev/null; then ask_an_administrator "$@"; fi
    AS_ROOT=(sudo)
    if sudo -n true 2>/dev/null; then return; fi
    if [ ! -t 0 ]; then ask_an_administrator "$@"; fi
    say "Debian packages are missing. sudo asks for your password to install them (only them):"
    sudo -v || ask_an_administrator "$@"
}

# Usage: apt TOTAL LOG ARGUMENT...: waits while another program holds Debian's package lock.
apt() {
    local total="$1" log="$2" waited=0 seen
    shift 2
    while
        seen="$(wc -c <"$log")"
        ! "${AS_ROOT[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive apt-get -q "$@" </dev/null 2>&1 |
            tee -a "$log" | follow "$total" "Setting up" "package"
    do
        tail -c "+$((seen + 1))" "$log" | grep -qE 'Could not get lock|Unable to (acquire|lock)' || return 1
        [ "$waited" -lt "$LOCK_WAIT_S" ] || fail "Another program still holds Debian's package lock." \
            $'\n'"Close it (a software centre, an update, another apt), then type the same command again."
        if [ "$waited" -eq 0 ]; then
            say "  Another program is installing Debian packages just now; waiting until it is done (at most 10 minutes) ..."
        fi
        sleep 3
        waited=$((waited + 3))
    done
}

# Usage: install_packages SECTION...
install_packages() {
    local log total
    local -a missing
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        if ! environment_is_complete run; then
            say "This is not a Debian system: what setup/debian-packages.txt lists must be installed by hand; going on."
        fi
        return 0
    fi
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -eq 0 ]; then return 0; fi
    find_root "${missing[@]}"
    log="$(new_log)"
    say "Step 1 of 3: Debian packages, ${#missing[@]} missing (about 1 to 4 minutes): ${missing[*]}"
    # A set-up that was cut off may have left packages unpacked but not configured.
    if [ -n "$(dpkg --audit 2>/dev/null)" ]; then
        say "  finishing an interrupted installation first"
        "${AS_ROOT[@]}" env LC_ALL=C DEBIAN_FRONTEND=noninteractive dpkg --configure -a </dev/null >"$log" 2>&1 || true
    fi
    say "  reading Debian's package lists"
    apt 0 "$log" update || explain "Reading Debian's package lists" "$log"
    total="$(LC_ALL=C apt-get -s install --no-install-recommends "${missing[@]}" 2>/dev/null | grep -c '^Inst ' || true)"
    say "  installing, $total packages with what they need"
    apt "$total" "$log" install --no-install-recommends --yes "${missing[@]}" ||
        explain "Installing the Debian packages" "$log"
    mapfile -t missing < <(missing_packages "$@")
    if [ "${#missing[@]}" -gt 0 ]; then explain "Installing the Debian packages (${missing[*]})" "$log"; fi
    drop_log "$log"
    say "  done"
}
