#!/usr/bin/env bash
# Checks a data set by a Slurm array and merges what the shards found:
#
#   bash slurm-check.sh SHARDS PARTS REPORT [arguments of labelspec check]
#
# Submits only the shards whose partial result is missing in the folder PARTS, so that running it again after a failure does
# the rest. Ends when REPORT (JSON) is written, with the exit code of the check.
set -u
[ $# -ge 3 ] || { sed -n '2,7p' "$0" >&2; exit 2; }
shards=$1 parts=$2 report=$3
shift 3
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$parts"
missing=$(for shard in $(seq 1 "$shards"); do [ -s "$parts/$shard.bin" ] || echo "$shard"; done | paste -sd, -)
if [ -n "$missing" ]; then
  sbatch --wait --array="$missing" --export=ALL,SHARDS="$shards",PARTS="$parts" \
    --output="$parts/%a.log" "$here/slurm-shard.sh" "$@" || exit 3
fi
exec "${LABELSPEC:-labelspec}" merge --format json --output "$report" $(seq -f "$parts/%g.bin" 1 "$shards")
