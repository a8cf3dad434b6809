#!/bin/sh
# check_guide.sh PROGRAM            tries the examples of docs/scenarios.md, then docs/solvers.md
# check_guide.sh --bless PROGRAM    rewrites what they say that commands print
#
# A block ```cfg whose first line is `// NAME.cfg` and no more is a whole file: it is written, and
# `zopa check` must find it good. One with words behind the name is written only. A block ```console
# holds commands (`$ `, continued by `> `), run where those files are, and what they print, the line
# with the run's duration left out; where that ends in `...`, the lines before it.
set -eu
cd "$(dirname -- "$0")/.."
bless=false
if [ "$1" = --bless ]; then
    bless=true
    shift
fi
documents=$PWD/docs
PATH=$(dirname -- "$(realpath "$1")"):$PATH
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/at"
cd "$scratch/at"
export PATH scratch LC_ALL=C.UTF-8

# try_document NAME: writes it as it should be; complains on standard error.
try_document()
{
    awk -v scratch="$scratch" -v document="docs/$1" '
    function complain(message) { print document ":" NR ": " message >"/dev/stderr"; bad = 1 }
    function check(name,   line, found) {
        system("zopa check " name " >" scratch "/said 2>&1; echo $? >" scratch "/code")
        getline found <(scratch "/code")
        close(scratch "/code")
        while ((getline line <(scratch "/said")) > 0)
            if (found != 0) complain(line)
        close(scratch "/said")
        files++
    }
    function run(   line, count) {
        if (command == "") return
        print command >(scratch "/command")
        close(scratch "/command")
        system("sh " scratch "/command 2>&1 | grep -v \" trials in [0-9.]* s$\" >" scratch "/said")
        for (count = 0; (getline line <(scratch "/said")) > 0; count++)
            if (last != "..." || count < lines - 1) print line
        close(scratch "/said")
        if (last == "...") print last
        command = last = ""
        lines = 0
        commands++
    }
    /^```/ && block != "" {
        if (block == "console") run()
        if (block == "cfg" && name != "") close(name)
        if (block == "cfg" && whole) check(name)
        block = ""
        print
        next
    }
    /^```/ { block = substr($0, 4); first = 1; print; next }
    block == "cfg" {
        if (first) {
            name = $1 == "//" && $2 ~ /^[a-z_]*\.cfg$/ ? $2 : ""
            whole = name != "" && NF == 2
        }
        first = 0
        if (name != "") print >name
    }
    block == "console" && /^\$ / { run(); command = substr($0, 3); print; next }
    block == "console" && /^> / { command = command "\n" substr($0, 3); print; next }
    block == "console" { last = $0; lines++; next }
    { print }
    END {
        if (files == 0) complain("found no whole file")
        if (commands == 0) complain("found no command")
        exit bad
    }' "$documents/$1" >"$scratch/$1"
}

failed=0
for name in scenarios.md solvers.md; do
    try_document "$name" || exit 1
    if [ "$bless" = true ]; then
        cp "$scratch/$name" "$documents/$name"
        echo "blessed the outputs in docs/$name"
    elif ! diff -u "$documents/$name" "$scratch/$name"; then
        echo "docs/$name: commands print something else; renew it: tests/run --bless"
        failed=1
    fi
done
exit "$failed"
