#!/bin/sh
# Makes this checkout ready: system libraries, the environment in .venv, the packages of the lock.
#
#   packaging/setup.sh run        what the till needs
#   packaging/setup.sh headless   the same, and an X server without a screen
#   packaging/setup.sh test       the same, and the developer's tools
#
# Quick when there is nothing to do. Knobs, all optional:
#   PYTHON=/path/to/python3        the interpreter to build the environment with
#   MEMBERTILL_SKIP_SYSTEM=1       leave system packages alone
#   MEMBERTILL_NO_UV=1             use venv and pip even when uv is there
set -eu

profile=${1:-run}
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
venv=.venv
here=packaging

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

case $profile in
    run) lock=requirements.lock; lists=$here/apt-packages.txt ;;
    headless) lock=requirements.lock; lists="$here/apt-packages.txt $here/apt-packages-test.txt" ;;
    test) lock=requirements-dev.lock; lists="$here/apt-packages.txt $here/apt-packages-test.txt" ;;
    *) die "setup.sh: no profile '$profile' (run, headless or test)" ;;
esac

# --- system packages -------------------------------------------------------------------------------------------

installed_packages() {
    # shellcheck disable=SC2016  # the dollars are dpkg's
    dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p'
}

# Lines of the lists of which no alternative is installed.
missing_lines() {
    # shellcheck disable=SC2086  # one word a list
    { installed_packages | sed 's/^/= /'; cat $lists; } | awk '
        $1 == "=" { have[$2] = 1; next }
        /^[ \t]*(#|$)/ { next }
        {
            n = split($0, either, /[ \t]*[|][ \t]*/)
            for (i = 1; i <= n; i++) if (either[i] in have) next
            print
        }
    '
}

# The first alternative of each line that this system's package lists know (the first of all if they know none).
choose() {
    while IFS= read -r line; do
        chosen=
        for package in $(printf '%s' "$line" | tr '|' ' '); do
            if apt-cache show "$package" >/dev/null 2>&1; then chosen=$package; break; fi
        done
        printf '%s ' "${chosen:-${line%% *}}"
    done
}

have_apt() { [ -z "${MEMBERTILL_SKIP_SYSTEM:-}" ] && command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

apt_quiet() { # arguments of apt-get; shows its output only when it fails
    log=$(mktemp)
    DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=600 "$@" >"$log" 2>&1 && { rm -f "$log"; return; }
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
}

apt_install() { # lines as in the lists
    if [ "$(id -u)" -eq 0 ]; then
        say "Reading the lists of system packages…"
        apt_quiet update || say "(going on with the lists there are)"
    fi
    # shellcheck disable=SC2046  # one word a package
    set -- $(printf '%s\n' "$@" | choose)
    if [ "$(id -u)" -ne 0 ]; then
        die "System packages are missing; please run: sudo apt-get install -y --no-install-recommends $*"
    fi
    say "Installing system packages (once): $*"
    apt_quiet install -y --no-install-recommends "$@" || die "apt-get could not install them (the lines above say why)."
}

# --- the environment -------------------------------------------------------------------------------------------

bin=$venv/bin
[ ! -d "$venv/Scripts" ] || bin=$venv/Scripts # Windows

# What decides the environment's content; a changed byte means "install again".
fingerprint_of() { { sed '/^\[tool\.ruff\]/,$d' pyproject.toml; cat "$1"; } | cksum | tr ' ' '-'; }
fresh() { [ -f "$venv/.ready-$1" ] && [ "$(cat "$venv/.ready-$1")" = "$2" ]; }
works() { [ "$(cat "$venv/.root" 2>/dev/null)" = "$root" ] && "$bin/python" -c '' 2>/dev/null; }

ready() {
    works || return 1
    fresh $lock "$(fingerprint_of $lock)" && return 0
    # The developer's lock holds everything the other one does.
    [ $lock = requirements.lock ] && fresh requirements-dev.lock "$(fingerprint_of requirements-dev.lock)"
}

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }

find_python() {
    for candidate in ${PYTHON:-} python3 python3.13 python3.12 python3.11 python; do
        if new_enough "$candidate"; then command -v "$candidate"; return; fi
    done
    die "membertill needs Python 3.11 or newer, and this machine offers none (set PYTHON=/path/to/python3 if it does)."
}

have_uv() { [ -z "${MEMBERTILL_NO_UV:-}" ] && command -v uv >/dev/null; }

# Debian keeps the module that makes environments in a package of its own.
missing_venv() {
    have_uv || [ -d "$venv" ] || "$python" -c 'import ensurepip, venv' 2>/dev/null \
        || "$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])'
}

settle() { # the environment exists: remember where, and which side Windows keeps its programs on
    printf '%s\n' "$root" >"$venv/.root"
    [ ! -d "$venv/Scripts" ] || bin=$venv/Scripts
}

with_uv() { # every step says if it failed: "set -e" does not reach into a condition
    export UV_PYTHON_DOWNLOADS=never
    [ -d "$venv" ] || uv --quiet venv --python "$python" "$venv" || return 1
    settle
    uv --quiet pip install --python "$bin/python" --require-hashes --no-build -r $lock || return 1
    uv --quiet pip install --python "$bin/python" --no-deps --no-build-isolation \
        --config-setting editable_mode=compat -e .
}

with_pip() {
    "$bin/python" -m pip --version >/dev/null 2>&1 || "$python" -m venv --clear "$venv" \
        || die "$python cannot make environments: please install its venv module."
    settle
    # -qq: what pip has to say about this machine's own settings is not for the person at the till
    "$bin/python" -m pip install -qq --disable-pip-version-check --require-hashes --only-binary :all: -r $lock
    "$bin/python" -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation \
        --config-settings editable_mode=compat -e .
}

# --- what is to do -----------------------------------------------------------------------------------------------

missing=
if have_apt; then missing=$(missing_lines); fi
if [ -z "$missing" ] && ready; then exit 0; fi

mkdir -p build
if command -v flock >/dev/null; then # one at a time: a second make waits, and finds the work done
    exec 9>build/.setup.lock
    flock 9
fi
works || rm -rf "$venv" # moved, or its Python is gone
python=$(find_python)
if have_apt; then
    missing=$(missing_lines; missing_venv)
    if [ -n "$missing" ]; then apt_install "$missing"; fi
fi
if ready; then exit 0; fi
say "Installing the Python packages of $lock into $venv (once, about a minute)…"
if ! have_uv || ! with_uv; then with_pip; fi
fingerprint_of $lock >"$venv/.ready-$lock"
