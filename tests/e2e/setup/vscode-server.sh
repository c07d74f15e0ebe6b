#!/usr/bin/env bash
# Puts VS Code's own headless server into artifacts/vscode-server/VERSION, once; later runs find it there.
#
# The npm package code-server carries the server. Its own install script downloads more than is needed and wants a newer
# toolchain, so the steps are done here one by one: no install scripts but those of the native modules the server loads.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../../.."
version=4.100.3 # the last one for Node 20
target=$PWD/artifacts/vscode-server/$version
[ -e "$target/ready" ] && exit 0
rm -rf "$target"
mkdir -p "$target"
cd "$target"
export npm_config_update_notifier=false npm_config_fund=false npm_config_audit=false
printf '{ "private": true }\n' > package.json
npm install --ignore-scripts --no-package-lock --silent "code-server@$version"
cd node_modules/code-server/lib/vscode
npm install --omit=dev --ignore-scripts --legacy-peer-deps --no-package-lock --silent
# Both come from the download that the install scripts would have made.
mkdir -p node_modules/@vscode/ripgrep/bin
ln -sf "$(command -v rg)" node_modules/@vscode/ripgrep/bin/rg
ln -sfn node_modules node_modules.asar
# Said aloud: the settings of the tests' own package, which this inherits, forbid scripts, and a server without these modules
# runs, with every log empty.
npm rebuild --silent --ignore-scripts=false node-pty @vscode/spdlog @parcel/watcher kerberos native-watchdog
[ -e node_modules/@vscode/spdlog/build/Release/spdlog.node ] || { echo "VS Code's module for logs was not built" >&2; exit 1; }
touch "$target/ready"
