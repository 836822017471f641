#!/usr/bin/env bash
# Compares the signer with OpenSSL's own loop on one thread and on two, for letters of 20, 30 and 40 KB, in turn and
# several times over. Both count signatures against the processor's time. "openssl speed -multi" would count against
# the clock, so two processes are started here instead.
#   tests/Digest.Benchmarks/dkim-speed.sh [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
rounds=${1:-3}
seconds=${2:-3}
program=bin/Release/net10.0/Digest.Benchmarks.dll

[[ -f $program ]] || dotnet build -c Release -v q --nologo

for ((round = 1; round <= rounds; round++)); do
    for threads in 1 2; do
        for ((process = 1; process <= threads; process++)); do
            openssl speed -seconds "$seconds" rsa2048 2>/dev/null | awk -v n="$threads" \
                '/^rsa 2048/ { printf "openssl: one of %d processes, %.0f signatures per CPU second\n", n, $6 }' &
        done
        wait
        for octets in 20000 30000 40000; do
            dotnet "$program" dkim --threads "$threads" --seconds "$seconds" --octets "$octets"
        done
    done
done
