#!/usr/bin/env bash
# Compares senders against one discarding sink on this machine, in turn and several times over, and prints each run.
#   tests/Digest.Benchmarks/mail-load.sh [ROUNDS] [LETTERS] [CONNECTIONS...]
# Needs smtp-source (Debian's postfix) and, for nodemailer, `npm ci --prefix tests/Digest.Benchmarks/peers`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
rounds=${1:-3}
letters=${2:-20000}
if (($# > 2)); then connections=("${@:3}"); else connections=(8 32); fi
port=${PORT:-2529}
program=bin/Release/net10.0/Digest.Benchmarks.dll
export PATH=$PATH:/usr/sbin DOTNET_gcServer=0

[[ -f $program ]] || dotnet build -c Release -v q --nologo

start_sink() {
    coproc SINK { exec dotnet "$program" sink --port "$port" "$@"; }
    read -r _ <&"${SINK[0]}"
}

stop_sink() {
    kill "$SINK_PID"
    wait "$SINK_PID" 2>/dev/null || true
}

# The size of the engine's own letters, so that all send as many octets.
size=$(dotnet "$program" size)

run_smtp_source() {
    local TIMEFORMAT='%R %U %S' times
    times=$({ time smtp-source -s "$1" -l "$size" -m "$letters" "127.0.0.1:$port" >/dev/null 2>&1; } 2>&1)
    awk -v n="$letters" '{ printf "smtp-source: %d letters, %.2f s, %.0f letters/s, %.1f us CPU/letter\n",
        n, $1, n / $1, ($2 + $3) * 1e6 / n }' <<<"$times"
}

trap stop_sink EXIT
start_sink
for ((round = 1; round <= rounds; round++)); do
    for count in "${connections[@]}"; do
        echo "round $round, $count connections, letters of $size octets"
        run_smtp_source "$count"
        dotnet "$program" raw --port "$port" --connections "$count" --letters "$letters" --size "$size"
        dotnet "$program" smtp --port "$port" --connections "$count" --letters "$letters"
        if [[ -d peers/node_modules ]]; then
            node peers/nodemailer.mjs --port "$port" --connections "$count" --letters $((letters / 10)) --size "$size"
        fi
    done
done
