# The stages of ./kiosk test. Sourced by ./kiosk.
# shellcheck shell=bash

FAILED_STAGES=()

# Usage: stage NAME COMMAND...: runs on after a failure, so that one run shows all that is wrong.
stage() {
    local name="$1" start=$EPOCHREALTIME result=ok milliseconds
    shift
    printf '== %s\n' "$name"
    "$@" </dev/null || { result=FAILED; FAILED_STAGES+=("$name"); }
    milliseconds=$(((${EPOCHREALTIME/[.,]/} - ${start/[.,]/}) / 1000))
    printf '== %s: %s, %d.%03d s\n' "$name" "$result" $((milliseconds / 1000)) $((milliseconds % 1000))
}

# Usage: run_checks [--all]
run_checks() {
    local selection=(-m "not slow") code=0
    if [ "${1:-}" = --all ]; then selection=(); fi
    cd -- "$HERE" || exit
    # Tests bring the display they need; a developer's desktop must not decide what they see.
    unset DISPLAY WAYLAND_DISPLAY XAUTHORITY
    stage "ruff check" "$PYTHON" -m ruff check .
    stage "ruff format" "$PYTHON" -m ruff format --check .
    stage "mypy" "$PYTHON" -m mypy
    stage "import-linter" "$PYTHON" .venv/bin/lint-imports
    stage "licences" "$PYTHON" setup/licences.py
    printf '== pytest\n'
    # pytest closes the output with its own line, which carries the time.
    "$PYTHON" -m pytest -n 2 --dist worksteal "${selection[@]}" tests </dev/null || code=$?
    if [ "${#FAILED_STAGES[@]}" -gt 0 ]; then
        say "Failed before pytest: $(IFS=,; printf '%s' "${FAILED_STAGES[*]}")"
        exit 1
    fi
    exit "$code"
}
