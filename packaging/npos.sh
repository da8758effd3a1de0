#!/bin/sh
# Installs npos, the independent ESC/POS interpreter of the tests, into build/npos. Needs npm; nothing else needs it.
set -eu
cd "$(dirname "$0")/.."
if cmp -s tests/npos/package-lock.json build/npos/package-lock.json && [ -d build/npos/node_modules/npos ]; then
  exit 0
fi
if ! command -v npm >/dev/null 2>&1; then
  echo "npos: there is no npm here; the tests that read receipts with it are skipped" >&2
  exit 0
fi
mkdir -p build/npos
cp tests/npos/package.json tests/npos/package-lock.json build/npos/
if ! (cd build/npos && npm ci --ignore-scripts --no-audit --no-fund \
  --fetch-retries=0 --fetch-timeout=20000 --loglevel=error >npm.log 2>&1); then
  rm -f build/npos/package-lock.json
  echo "npos: it could not be installed (build/npos/npm.log); the tests that read receipts with it are skipped" >&2
fi
