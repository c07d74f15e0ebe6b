#!/usr/bin/env bash
# Packs the extension for this platform, so that a test can install it as a user would; artifacts/vscode holds the result.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../../.."
bash tests/native/setup.sh
cd client-vscode
[ -d node_modules ] || npm ci --silent
npm run --silent package -- linux-x64
