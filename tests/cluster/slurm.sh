#!/usr/bin/env bash
# A real Slurm on this machine (one controller, two nodes, munge, all on loopback) runs an array of four shards, loses one task
# midway, and comes to the result of one process.
#
#   bash tests/cluster/slurm.sh [Release|Debug]
#
# Needs root. Installs Debian's slurm-wlm and munge where they are missing. Leaves its files in artifacts/slurm.
set -u
cd "$(dirname "$(readlink -f "$0")")/../.."
root=$PWD
configuration=${1:-Release}
export LABELSPEC=$root/server/LabelSpec.Cli/bin/$configuration/net10.0/labelspec
work=$root/artifacts/slurm
host=$(hostname -s)
shards=4

fail() {
  echo "FAILED: $*"
  tail -n 20 "$work"/*.log "$work"/parts/*.log 2>/dev/null
  exit 1
}

if ! command -v slurmctld >/dev/null || ! command -v slurmd >/dev/null || ! command -v munged >/dev/null; then
  echo "installing slurm-wlm and munge"
  apt-get update -qq >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends slurm-wlm munge >/dev/null \
    || fail "apt-get could not install slurm-wlm and munge"
fi

rm -rf "$work"
mkdir -p "$work"/{state,spool1,spool2,munge,parts}

# end PID: ends a daemon and waits until it is gone.
end() {
  kill "$1" 2>/dev/null || return 0
  for _ in $(seq 100); do kill -0 "$1" 2>/dev/null || return 0; sleep 0.1; done
  kill -9 "$1"
}

stop() {
  for pid in "$work"/*.pid "$munge/pid"; do [ -f "$pid" ] && end "$(cat "$pid")"; done
  rm -rf "$munge"
}

# munge insists on owning every folder down to its socket; a scratch folder under /tmp may be one of its own.
munge=$(mktemp -d)
trap stop EXIT
[ -f /etc/munge/munge.key ] || { mkdir -p /etc/munge; dd if=/dev/urandom of=/etc/munge/munge.key bs=1 count=1024 status=none; }
cp /etc/munge/munge.key "$munge/key"
chown -R munge: "$munge" && chmod 755 "$munge" && chmod 400 "$munge/key"
setpriv --reuid=munge --regid=munge --clear-groups munged --key-file="$munge/key" --socket="$munge/socket" \
  --pid-file="$munge/pid" --log-file="$munge/log" --seed-file="$munge/seed" || fail "munged does not start"

cat > "$work/slurm.conf" <<CONF
ClusterName=labelspec
SlurmctldHost=$host(127.0.0.1)
SlurmUser=root
SlurmctldPort=16817
AuthType=auth/munge
# A requeued task waits until its first credential has expired.
AuthInfo=socket=$munge/socket,cred_expire=5
CredType=cred/munge
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
JobAcctGatherType=jobacct_gather/none
StateSaveLocation=$work/state
SlurmdSpoolDir=$work/spool%n
SlurmctldPidFile=$work/slurmctld.pid
SlurmdPidFile=$work/slurmd%n.pid
SlurmctldLogFile=$work/slurmctld.log
SlurmdLogFile=$work/slurmd%n.log
SchedulerParameters=batch_sched_delay=1,sched_interval=2
ReturnToService=2
NodeName=1 NodeHostname=$host NodeAddr=127.0.0.1 Port=17001 CPUs=1
NodeName=2 NodeHostname=$host NodeAddr=127.0.0.1 Port=17002 CPUs=1
PartitionName=all Nodes=1,2 Default=YES MaxTime=10 State=UP
CONF
export SLURM_CONF=$work/slurm.conf
slurmctld -f "$SLURM_CONF" || fail "slurmctld does not start"
slurmd -f "$SLURM_CONF" -N 1 && slurmd -f "$SLURM_CONF" -N 2 || fail "slurmd does not start"
for _ in $(seq 100); do [ "$(sinfo -h -t idle -o %D 2>/dev/null)" = 2 ] && break; sleep 0.2; done
sinfo -h -t idle -o %D | grep -qx 2 || { sinfo; fail "the nodes do not come up"; }

# 20,000 images, so that every shard has ranges of rows to judge and a moment to be killed in.
awk 'BEGIN {
  srand(7); n = 20000;
  printf "{\"images\":[";
  for (i = 1; i <= n; i++) printf("%s{\"id\":%d,\"file_name\":\"%d.jpg\",\"width\":640,\"height\":480}", (i > 1 ? "," : ""), i, i);
  printf "],\"categories\":[{\"id\":1,\"name\":\"car\"},{\"id\":2,\"name\":\"bus\"}],\"annotations\":[";
  for (i = 1; i <= 8 * n; i++)
    printf("%s{\"id\":%d,\"image_id\":%d,\"category_id\":%d,\"bbox\":[%d,%d,%d,%d]}\n", (i > 1 ? "," : ""),
      i, 1 + int(rand() * n), 1 + int(rand() * 2), rand() * 620, rand() * 460, rand() * 40, rand() * 40);
  printf "]}";
}' > "$work/data.json"
cat > "$work/rules.labelspec" <<'SPEC'
class car { shape box }
class bus { shape box }
rule no_bus_in_a_car: warning { for c: car, b: bus require iou(c, b) <= 0.3 }
rule more_buses: info { for dataset require count(b: bus) >= count(c: car) }
SPEC
cd "$work"
"$LABELSPEC" check --format json --spec rules.labelspec data.json > whole.json
expected=$?
grep -q '"rule": *"no_bus_in_a_car"' whole.json || fail "the data has no violations, so nothing would be proven"

# Kills the process of shard 3 as soon as there is one.
(
  for _ in $(seq 3000); do
    if victim=$(pgrep -f -- "--shard 3/$shards" | head -1) && [ -n "$victim" ]; then
      sleep 0.1
      kill -9 "$victim" && echo "$victim" > killed
      break
    fi
    sleep 0.02
  done
) &
bash "$root/server/docs/cluster/slurm-check.sh" "$shards" parts merged.json --spec rules.labelspec data.json
actual=$?
wait %1 2>/dev/null

[ -s killed ] || fail "no task was killed, so nothing was proven"
grep -q "once more" parts/3.log || fail "the killed task was not put back into the queue"
[ "$actual" -eq "$expected" ] || fail "exit code $actual, one process gave $expected"
without_duration() { sed -E 's/"duration_ms": ?[0-9.]+//' "$1"; }
cmp <(without_duration whole.json) <(without_duration merged.json) || fail "the result differs from that of one process"
echo "four shards on two nodes, one killed and repeated: $(stat -c %s merged.json) bytes equal to one process"
