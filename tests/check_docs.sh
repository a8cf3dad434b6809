#!/bin/sh
# check_docs.sh PROGRAM            compares what is generated in docs/ with what the program writes
# check_docs.sh --bless PROGRAM    rewrites it
#
# Generated are docs/models.md, docs/zopa.1, and docs/scenarios.md below its marker.
set -eu
cd "$(dirname -- "$0")/.."
bless=false
if [ "$1" = --bless ]; then
    bless=true
    shift
fi
program=$1
# shellcheck disable=SC2016 # backquotes of Markdown
marker='<!-- Everything below is written by `zopa manual scenarios`; tests/run --bless renews it. -->'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
failed=0

# What a merge has left behind.
if grep -n '^\(<<<<<<<\|>>>>>>>\) ' README.md docs/*.md docs/zopa.1; then
    failed=1
fi

# What is written by hand; the marker is its last line.
if [ "$(grep -cxF "$marker" docs/scenarios.md)" -ne 1 ]; then
    echo "docs/scenarios.md: found no line, or several, that say: $marker"
    exit 1
fi
sed -n "1,/^<!-- Everything below/p" docs/scenarios.md >"$scratch/scenarios.md"
echo >>"$scratch/scenarios.md"
"$program" manual scenarios >>"$scratch/scenarios.md"
"$program" manual models >"$scratch/models.md"
"$program" manual man >"$scratch/zopa.1"
for document in scenarios.md models.md zopa.1; do
    if [ "$bless" = true ]; then
        cp "$scratch/$document" "docs/$document"
        echo "blessed docs/$document"
    elif ! diff -u "docs/$document" "$scratch/$document"; then
        echo "docs/$document is not what the program writes; renew it: tests/run --bless"
        failed=1
    fi
done

# Links within these documents, and to files beside them, lead somewhere.
for document in scenarios.md models.md; do
    grep -o '](#[^)]*)' "docs/$document" | sed 's/](#\(.*\))/\1/' | sort -u >"$scratch/links"
    grep '^#' "docs/$document" | sed 's/^#* //' | tr '[:upper:]' '[:lower:]' |
        sed 's/[^a-z0-9_ -]//g; s/ /-/g' | sort >"$scratch/anchors"
    uniq -d "$scratch/anchors" | sed "s|^|docs/$document: two headings of the anchor #|" \
        >"$scratch/astray"
    sort -u "$scratch/anchors" | comm -23 "$scratch/links" - |
        sed "s|^|docs/$document: a link leads nowhere: #|" >>"$scratch/astray"
    grep -o '](\.\{0,2\}[a-z/_.]*)' "docs/$document" | sed 's/](\(.*\))/\1/' | sort -u |
        while read -r file; do
            [ -e "docs/$file" ] || echo "docs/$document: a link leads nowhere: $file"
        done >>"$scratch/astray"
    if grep . "$scratch/astray"; then failed=1; fi
done
exit $failed
