#!/usr/bin/env bash
# One task of a job array = one shard of a run. Submitted by deploy/slurm/submit, which passes what to run:
#   MATCHSIM           the program, such as matchsim or "dotnet /path/matchsim.dll"
#   MATCHSIM_SCENARIO  scenario file or the name of a built-in scenario
#   MATCHSIM_SHARDS    folder under which every shard gets its own
#   MATCHSIM_COUNT     number of shards
#   MATCHSIM_OPTIONS   further options of run: --replications 500 --seed 7
#SBATCH --job-name=matchsim
#SBATCH --output=%x-%A_%a.log
#SBATCH --requeue
set -euo pipefail

# Not SLURM_ARRAY_TASK_COUNT: whoever submits one failed task again, --array=3, still means shard 3 of all.
shards=$MATCHSIM_COUNT
shard=$SLURM_ARRAY_TASK_ID

# The runtime would count the processors of the whole node.
cpus=${SLURM_CPUS_PER_TASK:-1}
export DOTNET_PROCESSOR_COUNT=$cpus

# A task that was requeued goes on from what it had finished.
read -ra options <<<"${MATCHSIM_OPTIONS:-}"
read -ra program <<<"$MATCHSIM"
echo "shard $shard/$shards on $(hostname -s), $cpus processors"
exec "${program[@]}" run "$MATCHSIM_SCENARIO" --shard "$shard/$shards" --resume --threads "$cpus" --quiet \
  --out "$MATCHSIM_SHARDS/shard-$shard-of-$shards" ${options[@]+"${options[@]}"}
