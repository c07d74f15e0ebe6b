#!/usr/bin/env bash
# Publishes `labelspec` as machine code without a runtime (profile `native`) into artifacts/native. Installs what linking
# needs (clang, zlib) where it is missing, as root on Debian.
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
missing=()
for package in clang zlib1g-dev; do
  [ "$(dpkg-query -W -f '${Status}' "$package" 2>/dev/null)" = "install ok installed" ] || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi
dotnet publish server/LabelSpec.Cli -p:PublishProfile=native -r linux-x64 -p:RunAnalyzers=false -o artifacts/native -nologo -v quiet
