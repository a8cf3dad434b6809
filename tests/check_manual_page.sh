#!/bin/sh
# check_manual_page.sh PROGRAM: groff renders the manual page without a warning, and it tells every
# verb, flag and exit code of the help. Exit 77 where there is no groff.
set -eu
if ! command -v groff >/dev/null; then
    echo "SKIPPED: there is no groff; .ci/install groff-base"
    exit 77
fi
program=$1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
"$program" manual man >"$scratch/zopa.1"
groff -man -Tascii -P-cbou -ww -rLL=100n "$scratch/zopa.1" >"$scratch/page" 2>"$scratch/warnings"
failed=0
if grep . "$scratch/warnings"; then failed=1; fi

# told PATTERN: whether a line of the page matches.
told()
{
    grep -Eq -e "$1" "$scratch/page" || {
        echo "the manual page does not tell: $1"
        failed=1
    }
}
for section in NAME SYNOPSIS DESCRIPTION COMMANDS OPTIONS 'EXIT STATUS' ENVIRONMENT EXAMPLES \
    'SEE ALSO'; do
    told "^$section\$"
done
"$program" help >"$scratch/help"
for verb in $(sed -n '/^usage/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' "$scratch/help"); do
    told "^ +$verb( |$)"
    "$program" help "$verb" | sed -n 's/^ \{2,6\}\(-[a-z], \)\{0,1\}\(--[a-z-]*\).*/\2/p'
done >"$scratch/flags"
[ -s "$scratch/flags" ] || told 'any flag'
for flag in $(sort -u "$scratch/flags"); do
    told "^ +(-[a-z], )?$flag( |$)"
done
for code in $(sed -n '/^exit codes/,/^$/s/^ *\([0-9][0-9]*\) .*/\1/p' "$scratch/help"); do
    told "^ +$code( |$)"
done
exit $failed
