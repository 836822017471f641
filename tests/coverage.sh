#!/usr/bin/env bash
# Prints the line coverage of src, per assembly and in all, and fails below the limit.
#   tests/coverage.sh             runs all tests (of a built solution) and measures
#   tests/coverage.sh FOLDER      reads what 'dotnet test --settings tests/coverage.runsettings --collect "Code Coverage"'
#                                 left in the folder
# A line counts as covered if any test project ran it; generated code is left out.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

limit=${COVERAGE_LIMIT:-85}
results=${1:-TestResults/coverage}

if (($# == 0)); then
    rm -rf "$results"
    dotnet test Digest.sln --no-build --results-directory "$results" \
        --collect 'Code Coverage' --settings tests/coverage.runsettings
fi

/usr/bin/python3 - "$results" "$PWD/src/" "$limit" <<'PYTHON'
import collections, glob, os, sys
import xml.etree.ElementTree as tree

folder, source, limit = sys.argv[1], sys.argv[2], float(sys.argv[3])
lines = collections.defaultdict(dict)
for report in glob.glob(os.path.join(folder, '**', '*.cobertura.xml'), recursive=True):
    for code in tree.parse(report).iter('class'):
        file = code.get('filename')
        if not file.startswith(source) or '/obj/' in file:
            continue
        seen = lines[file.removeprefix(source).split('/')[0]]
        for line in code.iter('line'):
            key = file, line.get('number')
            seen[key] = seen.get(key, False) or line.get('hits') != '0'

def show(name, hits):
    share = 100 * sum(hits) / len(hits)
    print(f'coverage: {name:<15} {share:5.1f} % of {len(hits):>6} lines')
    return share

if not lines:
    sys.exit('coverage: no report was found; are the tests built?')
for name in sorted(lines):
    show(name, lines[name].values())
if show('all of src', [hit for seen in lines.values() for hit in seen.values()]) < limit:
    sys.exit(f'coverage: below the limit of {limit:g} %')
PYTHON
