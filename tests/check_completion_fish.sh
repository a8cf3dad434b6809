#!/bin/sh
# check_completion_fish.sh PROGRAM: asks fish to complete command lines with the script that the
# program writes. Prints what is not as expected; exit 1 if anything, 77 where there is no fish.
set -eu
if ! command -v fish >/dev/null; then
    echo "SKIPPED: there is no fish; .ci/install fish"
    exit 77
fi
program=$(realpath "$1")
scenarios=$(realpath "$(dirname "$0")/scenarios")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
mkdir "$scratch/home" "$scratch/at"
cd "$scratch/at"
PATH=$(dirname "$program"):$PATH
export PATH HOME="$scratch/home"
unset XDG_CONFIG_HOME XDG_DATA_HOME
mkdir folder
cp "$scenarios/talks.cfg" talks.cfg
cp "$scenarios/pie.cfg" 'my pie.cfg'
cp "$scenarios/variants.cfg" "$scenarios/pie.cfg" .
echo 'name = ' >faulty.cfg
echo 'no scenario' >notes.txt
mkdir -p "$HOME/.config/fish/completions"
zopa completion fish >"$HOME/.config/fish/completions/zopa.fish"
fish -n "$HOME/.config/fish/completions/zopa.fish"
failed=0

# offered LINE: what fish offers, without descriptions.
offered()
{
    # shellcheck disable=SC2016 # fish expands it
    fish -c 'complete -C "$argv[1]"' "$1" 2>>../errors | cut -f 1
}

# expect LINE REPLY...: exactly these, in any order.
expect()
{
    line=$1
    shift
    offered "$line" | sort >../found
    if [ $# -gt 0 ]; then printf '%s\n' "$@" | sort; fi >../wanted
    cmp -s ../found ../wanted || {
        echo "$line: found '$(tr '\n' ' ' <../found)', expected '$(tr '\n' ' ' <../wanted)'"
        failed=1
    }
}

verbs=$(zopa help | sed -n '/^usage/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p')
# shellcheck disable=SC2086
expect 'zopa ' $verbs
for verb in run params list; do
    # shellcheck disable=SC2046
    expect "zopa $verb --" $(zopa help $verb |
        sed -n 's/^ \{2,6\}\(-[a-z], \)\{0,1\}\(--[a-z-]*\).*/\2/p')
done
expect 'zopa run --color ' auto always never
expect 'zopa run --color=a' --color=auto --color=always
expect 'zopa run -n '
expect 'zopa run ' faulty.cfg folder/ 'my pie.cfg' pie.cfg talks.cfg variants.cfg
expect 'zopa check faulty.cfg t' talks.cfg
expect 'zopa show talks.cfg '
expect 'zopa list sol' solver
expect 'zopa explain red' red_line
expect 'zopa explain protocol ' mediated ultimatum direct
expect 'zopa explain red_line '
expect 'zopa completion ' bash zsh fish
expect 'zopa manual m' man models
expect 'zopa params talks.cfg process.ceasefire.ra' process.ceasefire.rate
expect 'zopa run talks.cfg --set war.dr' war.drift=
expect 'zopa run talks.cfg --set=war.dr' --set=war.drift=
expect 'zopa run -n 5 talks.cfg -s war.dr' war.drift=
expect 'zopa params my\ pie.cfg -s war.p' war.p=
expect 'zopa run faulty.cfg -s war.dr'
expect 'zopa run variants.cfg --variant ' same 'dear war' open-cards bell
expect 'zopa run talks.cfg --variant '
expect 'zopa run missing.cfg -s war.dr'
if grep . ../errors; then failed=1; fi
exit $failed
