#!/usr/bin/env bash
# Compares the signer with OpenSSL's own loop on one thread and on two, in turn and several times over; both count
# signatures against the processor's time.
#   tests/Digest.Benchmarks/dkim-speed.sh [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
rounds=${1:-3}
seconds=${2:-3}
program=bin/Release/net10.0/Digest.Benchmarks.dll

[[ -f $program ]] || dotnet build -c Release -v q --nologo

for ((round = 1; round <= rounds; round++)); do
    for threads in 1 2; do
        openssl speed -seconds "$seconds" -multi "$threads" rsa2048 2>/dev/null \
            | awk -v n="$threads" '/^rsa 2048/ { printf "openssl: %d processes, %.0f signatures per CPU second\n", n, $6 / n }'
        dotnet "$program" dkim --threads "$threads" --seconds "$seconds"
    done
done
