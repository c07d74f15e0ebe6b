#!/usr/bin/env bash
# One task of a Slurm array: judges shard SLURM_ARRAY_TASK_ID of SHARDS and leaves PARTS/ID.bin.
#
#   sbatch --array=1-4 --export=ALL,SHARDS=4,PARTS=parts slurm-shard.sh --spec urban.labelspec data/
#
# Arguments are those of `labelspec check`. A task that fails, or is killed, is put back into the queue, three times at most;
# a partial result appears as a whole or not at all.
#SBATCH --job-name=labelspec
#SBATCH --requeue
#SBATCH --open-mode=append
set -u
: "${SHARDS:?how many shards there are}" "${PARTS:?the folder for partial results}"
part="$PARTS/$SLURM_ARRAY_TASK_ID.bin"
[ -s "$part" ] && exit 0
"${LABELSPEC:-labelspec}" check --shard "$SLURM_ARRAY_TASK_ID/$SHARDS" --partial "$part" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" "$@"
status=$?
# 2: the command line or the guideline is wrong, and will be wrong again.
if [ "$status" -ne 0 ] && [ "$status" -ne 2 ] && [ "${SLURM_RESTART_COUNT:-0}" -lt 3 ]; then
  echo "shard $SLURM_ARRAY_TASK_ID ended with $status; once more" >&2
  scontrol requeue "$SLURM_JOB_ID"
fi
exit "$status"
