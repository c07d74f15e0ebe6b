#!/usr/bin/env bash
# Passes every test of the repository and installs what it needs: `bash tests/run.sh`.
#
# Needs the .NET 10 SDK and Node 20; everything else comes from NuGet and npm and, for the tests with a real Slurm and
# with real editors, and for linking native code, from Debian's packages.
# Options: --long runs the long forms of fuzzing and property tests.
# The last line is "N passed, N failed", all suites together.
set -u
cd "$(dirname "$(readlink -f "$0")")/.."
configuration=${CONFIGURATION:-Release}
results=artifacts/test-results
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MSBUILDDISABLENODEREUSE=1
for option in "$@"; do
  case $option in
    --long) export LABELSPEC_LONG_TESTS=1 ;;
    *) echo "unknown option: $option (there is only --long)" >&2; exit 2 ;;
  esac
done

passed=0
failed=0

# step NAME COMMAND…: one check that passes or fails as a whole.
step() {
  local name=$1
  shift
  echo "== $name"
  if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "FAILED: $name"; fi
}

# node_suite NAME COMMAND…: a run of node's test runner, all of its tests counted.
node_suite() {
  local name=$1 log
  shift
  echo "== $name"
  log=$(mktemp)
  # What hangs fails, instead of taking the other suites with it.
  timeout --kill-after=10 1200 "$@" --test-reporter=tap >"$log" 2>&1
  local status=$?
  local passes fails
  passes=$(sed -n 's/^# pass //p' "$log")
  fails=$(sed -n 's/^# fail //p' "$log")
  # A runner that crashed has no counts, or none that failed.
  [ "$status" -ne 0 ] && [ "${fails:-0}" -eq 0 ] && fails=1
  [ "${fails:-0}" -gt 0 ] && { cat "$log"; echo "FAILED: $name"; }
  passed=$((passed + ${passes:-0}))
  failed=$((failed + ${fails:-0}))
  last_log=$log
}

# beside LOG COMMAND…: starts a command beside what follows; $! is its process.
beside() {
  local log=$1
  shift
  "$@" >"$log" 2>&1 </dev/null &
}

# ended PROCESS LOG: waits for such a command, and shows what it wrote if it failed.
ended() { wait "$1" || { cat "$2"; return 1; }; }

# dotnet_tests PROJECT…: two at a time, on two threads each.
dotnet_tests() {
  printf '%s\n' "$@" | xargs -P 2 -I{} bash -c \
    'dotnet test "$1" -c "$2" --no-build --nologo -v q --logger "trx;LogFileName=$(basename "$1").trx" --results-directory "$3"' \
    bash {} "$configuration" "$PWD/$results" || tests_failed=1
}

finish() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
  exit
}

echo "== Tools"
dotnet tool restore >/dev/null || { echo "dotnet tool restore failed"; failed=1; finish; }

step "One format" dotnet csharpier check .

echo "== Build ($configuration)"
if ! dotnet build LabelSpec.sln -c "$configuration" -v q -nologo; then
  echo "FAILED: the build"
  failed=$((failed + 1))
  finish
fi

# What needs installing and making comes beside the tests that do not need it: most of it waits, or keeps one core busy.
native_log=$(mktemp)
beside "$native_log" npm --prefix tests/native run --silent setup
native=$!

# Tests that start the command, which the native one shortens: it starts in a tenth of the time, and it is what ships. That the
# command says the same with a runtime is tested below.
starting="tests/LabelSpec.Cli.Tests tests/LabelSpec.Docs.Tests tests/LabelSpec.LanguageServer.Tests"

echo "== Tests"
rm -rf "$results"
tests_failed=0
# Fuzzing keeps one thread busy for a fixed time: it comes first, so that others run beside it.
dotnet_tests $(printf '%s\n' tests/fuzz tests/*.Tests | grep -v -x -F "$(tr ' ' '\n' <<<"$starting")")

if ended "$native" "$native_log"; then
  export LABELSPEC_TESTED_COMMAND=$PWD/artifacts/native/labelspec
else
  echo "FAILED: the native command could not be published (root and apt-get are needed)"
  failed=$((failed + 1))
fi

editors_log=$(mktemp)
beside "$editors_log" env CONFIGURATION="$configuration" npm --prefix tests/e2e run --silent setup
editors=$!

echo "== Tests of the command"
dotnet_tests $starting

# sum ATTRIBUTE: the total of one counter over all result files.
sum() { grep -ho "<Counters [^>]*" "$results"/*.trx | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{n += $1} END {print n + 0}'; }

if ls "$results"/*.trx >/dev/null 2>&1; then
  passed=$((passed + $(sum passed)))
  failed=$((failed + $(sum failed) + $(sum error) + $(sum timeout)))
fi
# A test host that crashed leaves no failed counter behind.
[ "$tests_failed" -ne 0 ] && [ "$failed" -eq 0 ] && failed=1

editors_ready=0
ended "$editors" "$editors_log" && editors_ready=1

slurm_log=$(mktemp)
slurm=
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
  beside "$slurm_log" bash tests/cluster/slurm.sh "$configuration"
  slurm=$!
else
  echo "skipped: the Slurm test needs root and apt-get"
fi

echo "== VS Code client"
if (cd client-vscode && npm ci --silent && npm run --silent build); then
  step "One format, client" npm --prefix client-vscode run --silent format:check
  step "Types, client" npm --prefix client-vscode run --silent typecheck
  step "Lint, client" npm --prefix client-vscode run --silent lint
  node_suite "Tests, client" npm --prefix client-vscode test --silent --
else
  echo "FAILED: the client's build"
  failed=$((failed + 1))
fi

if [ -n "${LABELSPEC_TESTED_COMMAND:-}" ]; then
  echo "== Native code"
  CONFIGURATION=$configuration node_suite "Tests of the native command" npm --prefix tests/native test --silent --
fi

[ -n "$slurm" ] && step "Slurm: an array of shards" ended "$slurm" "$slurm_log"

echo "== Editors"
if [ "$editors_ready" -eq 1 ]; then
  # A real browser on a busy machine may miss a deadline once: the files that failed are run once more, and that counts.
  before=$failed
  CONFIGURATION=$configuration node_suite "Tests in editors" npm --prefix tests/e2e test --silent --
  missed=$((failed - before))
  files=$(grep -o "location: '[^']*\.test\.mjs" "$last_log" | sed "s/location: '//" | sort -u | tr '\n' ' ')
  if [ "$missed" -gt 0 ] && [ -n "$files" ]; then
    failed=$before
    kept=$passed
    CONFIGURATION=$configuration node_suite "Tests in editors, once more: $files" \
      bash -c "cd tests/e2e && exec node --test --test-concurrency=1 \"\$@\" $files" again
    # Each test counts once.
    passed=$((kept + missed - (failed - before)))
  fi
else
  echo "FAILED: what the tests in editors need could not be installed (root and apt-get are needed)"
  failed=$((failed + 1))
fi
finish
