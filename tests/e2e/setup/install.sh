#!/usr/bin/env bash
# Installs what the tests in real editors need: Debian's packages, npm's, VS Code's server. What is there already stays.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/.."
packages=(chromium neovim emacs-nox elpa-eglot ripgrep build-essential python3
  libkrb5-dev libsecret-1-dev libx11-dev libxkbfile-dev)
missing=()
for package in "${packages[@]}"; do
  [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
npm ci --silent
bash setup/vscode-server.sh
bash setup/package.sh
