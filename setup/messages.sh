# What the set-up says, and how it explains a failure. Sourced by ./kiosk.
# All of it goes to standard error: standard output belongs to the command (status --json).
# shellcheck shell=bash

say() { printf '%s\n' "$*" >&2; }

# For a wrong call: exit code 2, as usual for usage errors.
refuse() { say "$*"; exit 2; }

fail() { say ""; say "$*"; exit 1; }

new_log() { mktemp -t kiosk-setup.XXXXXX 2>/dev/null || echo /dev/null; }

drop_log() { if [ "$1" != /dev/null ]; then rm -f -- "$1"; fi; }

# Usage: COMMAND | follow TOTAL PATTERN WORD: counts the lines that begin with PATTERN.
follow() {
    local total="$1" pattern="$2" word="$3" line done_=0 shown=0
    while IFS= read -r line; do
        [[ "$line" =~ ^[[:space:]]*($pattern)\ ([^ ]+) ]] || continue
        done_=$((done_ + 1))
        if [ -t 2 ]; then
            printf '\r  %s %d of %d: %-40.40s' "$word" "$done_" "$total" "${BASH_REMATCH[2]}" >&2
        elif [ "$total" -gt 0 ] && [ $((done_ * 4 / total)) -gt "$shown" ]; then
            shown=$((done_ * 4 / total))
            say "  $word $done_ of $total"
        fi
    done
    if [ -t 2 ]; then printf '\r%70s\r' '' >&2; fi
}

# Usage: explain WHAT LOG: ends the script with what happened and what to do, in plain words.
explain() {
    local what="$1" log="$2" free
    free="$(df -Pk "$HERE" | tail -n 1 | tr -s ' ' | cut -d ' ' -f 4)"
    if grep -qiE 'no space left|not enough free (disk )?space|enough free space in|quota exceeded' "$log" ||
        [ "$free" -lt 20000 ]; then
        fail "$what stopped: the disk is full ($((free / 1024)) MB free at $HERE; about 1 GB is needed, also in /tmp)." \
            $'\n'"Free some space, then type the same command again: it goes on by itself."
    fi
    if grep -qiE 'certificate.verify.failed' "$log"; then
        fail "$what stopped: the certificate of the server could not be verified (a proxy that reads along, or a wrong clock)." \
            $'\n'"Check date and time, or tell pip your proxy's certificate (PIP_CERT); then type the same command again."
    fi
    if grep -qiE 'temporary failure|could not resolve|unable to connect|could not connect|cannot initiate|failed to fetch|failed to establish|unreachable|connection (refused|reset|broken)|timed out|incompleteread|proxyerror|name resolution' "$log"; then
        fail "$what stopped: the network did not answer." \
            $'\n'"Check the network (cable, WLAN, proxy), then type the same command again: it goes on by itself."
    fi
    if grep -qi 'do not match the hashes' "$log"; then
        fail "$what stopped: a downloaded file is not the one that was checked for this release (its hash differs)." \
            $'\n'"Nothing of it was installed. A proxy may have changed it; try another network. Details: $log"
    fi
    say "The last lines were:"
    tail -n 8 "$log" | sed 's/^/  | /' >&2
    fail "$what did not work. Details: $log" $'\n'"When the cause is gone, type the same command again: it goes on by itself."
}
