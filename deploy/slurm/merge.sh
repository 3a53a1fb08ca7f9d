#!/usr/bin/env bash
# Joins the shards of a job array once all of them have succeeded. Submitted by deploy/slurm/submit, which passes
# MATCHSIM and MATCHSIM_SHARDS as to array.sh, MATCHSIM_OUT (folder of the whole run) and MATCHSIM_MERGE_OPTIONS.
#SBATCH --job-name=matchsim-merge
#SBATCH --output=%x-%j.log
set -euo pipefail
export DOTNET_PROCESSOR_COUNT=${SLURM_CPUS_PER_TASK:-1}
read -ra program <<<"$MATCHSIM"
read -ra options <<<"${MATCHSIM_MERGE_OPTIONS:-}"
exec "${program[@]}" merge "$MATCHSIM_SHARDS"/shard-*-of-* --out "$MATCHSIM_OUT" ${options[@]+"${options[@]}"}
