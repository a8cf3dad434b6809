#!/bin/sh
# check_store_docs.sh PROGRAM            runs what docs/store.md shows, in its order
# check_store_docs.sh --bless PROGRAM    rewrites what it says is printed
#
# A block ```console holds commands (`$ `) and what they print. A block ```sql is run by sqlite3, ```r
# by Rscript (with RSQLite), ```python by python3 (with pandas), ```duckdb by node (with the package
# @duckdb/node-api); what it prints follows in a block ```text. What a tool that is missing would
# print is left as it is, and this is said.
set -eu
bless=false
if [ "$1" = --bless ]; then
    bless=true
    shift
fi
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
document=$root/docs/store.md
PATH=$(dirname -- "$(realpath "$1")"):$PATH
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/at"
ln -s "$root/scenarios" "$scratch/at/scenarios"
cd "$scratch/at"
export PATH scratch LC_ALL=C.UTF-8

cat >"$scratch/duckdb.js" <<'end'
const { DuckDBInstance } = require("@duckdb/node-api");
const sql = require("fs").readFileSync(process.argv[2], "utf8");
(async () => {
    const connection = await (await DuckDBInstance.create()).connect();
    const rows = await connection.runAndReadAll(sql);
    console.log(rows.columnNames().join("|"));
    for (const row of rows.getRowsJson()) console.log(row.join("|"));
})();
end

# tool BLOCK: the command that runs a block of that kind; a failure where it is missing.
tool()
{
    case $1 in
    console) echo 'sh' ;;
    sql) echo 'sqlite3 -header -column results.db <' ;;
    r) Rscript -e 'library(RSQLite)' >"$scratch/log" 2>&1 && echo 'Rscript' ;;
    python)
        for python in python3 /usr/bin/python3; do
            if $python -c 'import pandas' 2>"$scratch/log"; then
                echo "$python"
                return 0
            fi
        done
        return 1
        ;;
    duckdb) node -e 'require("@duckdb/node-api")' 2>"$scratch/log" && echo "node $scratch/duckdb.js" ;;
    esac
}
for kind in console sql r python duckdb; do
    tool $kind >"$scratch/$kind" || {
        : >"$scratch/$kind"
        echo "docs/store.md: blocks of $kind are not run: a tool is missing"
    }
done

awk -v scratch="$scratch" '
    function said(command,   line, all) {
        system(command " >" scratch "/said 2>&1")
        all = ""
        while ((getline line <(scratch "/said")) > 0) {
            sub(/ +$/, "", line)
            all = all line "\n"
        }
        close(scratch "/said")
        return all
    }
    function tool(kind,   line) {
        line = ""
        getline line <(scratch "/" kind)
        close(scratch "/" kind)
        return line
    }
    function flush_result() {
        if (result != "") printf "\n```text\n%s```\n", result
        result = ""
    }
    function command() {
        if (shell == "") return
        print shell >(scratch "/block")
        close(scratch "/block")
        printf "%s", said("sh " scratch "/block")
        shell = ""
    }
    skip_blank && $0 == "" { held = 1; skip_blank = 0; next }
    /^```text$/ && expects { # the old result: replaced
        old = 1
        if (result == "") { if (held) print ""; held = expects = 0; print; keep = 1; next }
        held = expects = 0
        flush_result()
        dropping = 1
        next
    }
    dropping { if (/^```$/) dropping = 0; next }
    keep { print; if (/^```$/) keep = 0; next }
    expects { flush_result(); expects = 0; if (held) print ""; held = 0 }
    /^```(console|sql|r|python|duckdb)$/ && block == "" { block = substr($0, 4); text = ""; print; next }
    /^```/ && block == "console" { command(); block = ""; print; next }
    /^```/ && block != "" {
        print
        printf "%s", text >(scratch "/block")
        close(scratch "/block")
        result = tool(block) == "" ? "" : said(tool(block) " " scratch "/block")
        block = ""
        expects = skip_blank = 1
        next
    }
    block == "console" && /^\$ / { command(); shell = substr($0, 3); print; next }
    block == "console" { next }
    block != "" { text = text $0 "\n"; print; next }
    { print }
    END { if (expects) flush_result() }' "$document" >"$scratch/store.md"
if [ "$bless" = true ]; then
    cp "$scratch/store.md" "$document"
    echo "blessed what docs/store.md says is printed"
    exit
fi
diff -u "$document" "$scratch/store.md" || {
    echo "docs/store.md: something else is printed; renew it: tests/check_store_docs.sh --bless PROGRAM"
    exit 1
}
