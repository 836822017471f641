#!/usr/bin/env bash
# Compares the feed reader with feedparser (Python) and feedsmith (Node) over the same bytes, one after another on one
# thread, several times over: on the feeds of a folder, which are small and tricky, and on one feed of 5 MB made here.
# Prints MB/s of each and how many times faster ours is. Needs feedparser in python3 (or in the $PYTHON named) and
# `npm ci --prefix tests/Digest.Benchmarks/peers`.
#   tests/Digest.Benchmarks/feed-speed.sh [FOLDER] [ROUNDS] [SECONDS]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
folder=${1:-../../../shared/corpus/gofeed}
rounds=${2:-3}
seconds=${3:-5}
python=${PYTHON:-python3}
program=bin/Release/net10.0/Digest.Benchmarks.dll

dotnet build -c Release -v q --nologo
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/large"
"$python" peers/large_feed.py 5000000 > "$work/large/feed.xml"

for set in "$folder" "$work/large"; do
    name=$([[ $set == "$folder" ]] && echo small || echo large)
    for ((round = 1; round <= rounds; round++)); do
        {
            dotnet "$program" feeds "$set" --seconds "$seconds"
            "$python" peers/feedparser_speed.py "$set" --seconds "$seconds"
            node peers/feedsmith.mjs "$set" --seconds "$seconds"
        } | tee "$work/lines" | sed "s/^/$name: /"
        awk -v name="$name" '{ rate[$1] = $2 } END {
            printf "%s: %.1f times feedparser, %.1f times feedsmith\n", name,
                rate["ours"] / rate["feedparser"], rate["ours"] / rate["feedsmith"] }' "$work/lines"
    done
done
