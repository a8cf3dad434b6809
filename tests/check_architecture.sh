#!/bin/sh
# check_architecture.sh ARCHIVE...: the rules of docs/style.md that a program can check, on the source
# tree and on the built libraries of models/ and engine/. Prints every violation; exit 1 if any.
# shellcheck disable=SC2010,SC2012,SC2046  # no file here has a blank in its name
set -eu
tests=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
cd "$tests/.."
LC_ALL=C
export LC_ALL

# Functions whose last bits depend on the C library: nothing that decides may call them.
inexact='a?(sin|cos|tan)h?|a(tan)2|sincos|exp(2|10|m1)?|log(2|10|1p)?|pow|cbrt|hypot|erfc?|[lt]?gamma'
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
violations=$scratch/violations
: >"$violations"

# complain RULE: each line of standard input is a violation of it.
complain()
{
    sed "s|^|$1: |" >>"$violations"
}

check_top_level()
{
    ls -A | grep -Evx '\.git|\.build|\.ci|\.clang-format|\.clang-tidy|\.gitignore' |
        grep -Evx 'CMakeLists\.txt|README\.md|engine|models|scenarios|bench|tests|docs' |
        complain 'the top level holds something else'
}

# forbid RULE PATTERN FILE...: an #include that matches.
forbid()
{
    rule=$1 pattern=$2
    shift 2
    grep -HnsE "^ *# *include +$pattern" "$@" | complain "$rule"
}

check_includes()
{
    forbid 'models never include engine' '"engine/' models/*.[ch]
    forbid 'only tests include tests' '"tests/' models/*.[ch] engine/*.[ch] bench/*.[ch]
    forbid 'models never include bench' '"bench/' models/*.[ch]
    forbid 'engine/bench.h and engine/main.c alone know the rivals' '"bench/' \
        $(ls engine/*.[ch] | grep -Evx 'engine/(bench\.h|main\.c)')
    forbid 'bench never includes engine or models' '"(engine|models)/' bench/*.[ch]
    forbid 'includes are written from the root' '"[^/"]*"' models/*.[ch] engine/*.[ch] \
        bench/*.[ch]
    forbid 'Criterion is for tests' '<criterion/' models/*.[ch] engine/*.[ch] bench/*.[ch]
    forbid 'beside tests, GSL lives in bench/rival_gsl.c' '<gsl/' models/*.[ch] engine/*.[ch] \
        $(ls bench/*.[ch] | grep -v '^bench/rival_gsl\.c$')
    forbid 'NLopt lives in bench/rival_nlopt.c' '<nlopt' models/*.[ch] engine/*.[ch] tests/*.[ch] \
        $(ls bench/*.[ch] | grep -v '^bench/rival_nlopt\.c$')
    forbid 'libconfig lives in engine/libconfig.c' '<libconfig' models/*.[ch] \
        $(ls engine/*.[ch] | grep -v '^engine/libconfig\.c$')
    forbid 'SQLite lives in engine/sqlite.c' '<sqlite3' models/*.[ch] \
        $(ls engine/*.[ch] | grep -v '^engine/sqlite\.c$')
    forbid 'threads live in engine/parallel.c' '<(pthread|threads)\.h' models/*.[ch] \
        $(ls engine/*.[ch] | grep -v '^engine/parallel\.c$')
    while read -r kind name; do
        forbid 'a variant includes no other variant' "\"models/${kind}_$name\.[ch]\"" \
            models/*.[ch] engine/*.[ch]
    done <"$scratch/catalogue"
}

# The list of models, as lines `kind name`, agrees with the files.
check_catalogue()
{
    sed -n 's/^MODEL(\([a-z0-9_]*\), *\([a-z0-9_]*\))/\1 \2/p' models/catalogue.def \
        >"$scratch/catalogue"
    cut -d ' ' -f 1 "$scratch/catalogue" | sort -u >"$scratch/kinds"
    sed 's|\(.*\) \(.*\)|models/\1_\2.c|' "$scratch/catalogue" | sort >"$scratch/listed"
    while read -r kind; do
        [ -f "models/$kind.h" ] || echo "models/$kind.h" | complain 'a kind has no contract'
        ls "models/$kind"_*.c 2>/dev/null || true
    done <"$scratch/kinds" | sort >"$scratch/present"
    comm -23 "$scratch/listed" "$scratch/present" | complain 'in the catalogue without a file'
    comm -13 "$scratch/listed" "$scratch/present" | complain 'is not in the catalogue'
}

# Exported symbols as lines `file type symbol`; sanitizers and coverage add some that begin with _.
check_symbols()
{
    nm -A --defined-only "$@" 2>/dev/null |
        sed -n 's|^[^:]*:\([a-z0-9_]*\)\.c\.o:[0-9a-f]* \([A-Za-z]\) \([a-z][A-Za-z0-9_.]*\)$|\1 \2 \3|p' \
            >"$scratch/symbols"
    [ -s "$scratch/symbols" ] || echo "$*" | complain 'no symbols in'
    awk '
        function singular(word) { sub(/s$/, "", word); return word }
        function first(name) { sub(/_.*/, "", name); return singular(name) }
        FILENAME ~ /catalogue$/ { variant[$1 "_" $2] = 1; next }
        $2 !~ /[A-Z]/ { next }
        $1 in variant {
            if ($3 != $1) print "models/" $1 ".c exports " $3 " beside its one symbol"
            found[$3] = 1
            next
        }
        $2 == "T" && first($3) != first($1) && index($3, $1 "_") != 1 {
            print $1 ".c exports " $3 ", whose prefix is not the name of the file"
        }
        END { for (name in variant) if (!(name in found)) print "nothing exports " name }
    ' "$scratch/catalogue" "$scratch/symbols" | complain 'symbols'
    awk '$2 ~ /^[bBC]$/ { print "models/" $1 ".c: " $3 }' "$scratch/symbols" |
        grep -F -f "$scratch/models" | complain 'models have no variables' || true
}

# Neither as a call left to the linker, nor as one that the compiler works out by itself.
check_exactness()
{
    nm -A --undefined-only "$@" 2>/dev/null |
        grep -E ":[^:]* U (($inexact)[fl]?|gsl_.*)(@.*)?$" | complain 'calls an inexact function'
    for file in models/*.[ch] engine/*.[ch]; do
        awk -f "$tests/strip_comments.awk" "$file" |
            grep -nE "(^|[^A-Za-z0-9_.>])($inexact)[fl]? *\(" | sed "s|^|$file:|" |
            complain 'calls an inexact function'
    done
}

# The length of files and functions; a function is what stands between braces in the first column.
check_length()
{
    awk '
        function report(limit, most, what, lines) {
            if (lines > most) print "!" what " has " lines " lines, more than " most
            else if (lines > limit) print "?" what " has " lines " lines, more than " limit
        }
        FNR == 1 { if (file != "") report(300, 400, file, length_); file = FILENAME }
        { length_ = FNR }
        length($0) > 100 { wide++ }
        /^\{$/ { start = FNR - 1; name = previous }
        /^\}$/ && start { report(60, 80, FILENAME ": " name, FNR - start + 1); start = 0 }
        { previous = $0 }
        END {
            report(300, 400, file, length_)
            if (wide) print "?" wide " lines are wider than 100 columns"
        }' $(find models engine bench tests -name '*.[ch]' | sort) >"$scratch/length"
    sed -n 's/^?/warning: /p' "$scratch/length" | sort
    sed -n 's/^!//p' "$scratch/length" | complain 'too long'
}

ls models/*.c | sed 's|\.c$|.c:|' >"$scratch/models"
check_top_level
check_catalogue
check_includes
check_symbols "$@"
check_exactness "$@"
check_length
cat "$violations"
[ ! -s "$violations" ]
