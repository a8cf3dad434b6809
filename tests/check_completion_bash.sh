#!/usr/bin/env bash
# check_completion_bash.sh PROGRAM: completes command lines as an interactive bash would, with the
# script that the program writes, under `set -u`. Prints what is not as expected; exit 1 if anything.
set -u
program=$(realpath "$1")
scenarios=$(realpath "$(dirname "$0")/scenarios")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
PATH=$(dirname "$program"):$PATH
cp "$scenarios/talks.cfg" talks.cfg
cp "$scenarios/pie.cfg" 'my pie.cfg'
cp "$scenarios/variants.cfg" "$scenarios/pie.cfg" .
echo 'name = ' >faulty.cfg
echo 'no scenario' >notes.txt
mkdir folder
# shellcheck disable=SC1090
source <(zopa completion bash)
failed=0

# complete_words CURRENT WORD...: fills COMPREPLY. The words are those that bash makes of a line: it
# takes them apart at "=" (seen with `declare -p COMP_WORDS` in an interactive bash 5.2).
complete_words()
{
    COMP_CWORD=$1
    shift
    COMP_WORDS=("$@")
    COMPREPLY=()
    _zopa zopa "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}" 2>>errors
}

# expect "REPLY..." CURRENT WORD...: the replies are exactly these, in any order.
expect()
{
    local wanted=$1 found
    shift
    complete_words "$@"
    found=$(printf '%s\n' ${COMPREPLY[@]+"${COMPREPLY[@]}"} | sort | tr '\n' ' ')
    # shellcheck disable=SC2086 # words
    wanted=$(printf '%s\n' $wanted | sort | tr '\n' ' ')
    [[ $found == "$wanted" ]] || complain "$*" "$found" "$wanted"
}

# holds "REPLY..." CURRENT WORD...: the replies hold these; lacks: none of these.
holds()
{
    local reply wanted=$1
    shift
    complete_words "$@"
    for reply in $wanted; do
        [[ " ${COMPREPLY[*]-} " == *" $reply "* ]] || complain "$*" "${COMPREPLY[*]-}" "$reply"
    done
}
lacks()
{
    local reply unwanted=$1
    shift
    complete_words "$@"
    for reply in $unwanted; do
        [[ " ${COMPREPLY[*]-} " != *" $reply "* ]] || complain "$*" "${COMPREPLY[*]-}" "no $reply"
    done
}

complain()
{
    echo "$1: found '$2', expected '$3'"
    failed=1
}

# Verbs and flags, against what help says of them.
verbs=$(zopa help | sed -n '/^usage/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p')
expect "$verbs" 1 zopa ''
expect 'run' 1 zopa ru
for verb in $verbs; do
    flags=$(zopa help "$verb" | sed -n 's/^ \{2,6\}\(-[a-z], \)\{0,1\}\(--[a-z-]*\).*/\2/p')
    expect "$flags" 2 zopa "$verb" --
done
holds '--help --version' 1 zopa -
expect '' 3 zopa run -n ''
expect '' 3 zopa run --trials ''
expect 'auto always never' 3 zopa run --color ''
expect 'auto always never' 3 zopa run --color =
expect 'auto always' 4 zopa run --color = a

# Files.
expect 'talks.cfg' 2 zopa run t
holds 'talks.cfg faulty.cfg folder pie.cfg' 2 zopa run ''
lacks 'notes.txt' 2 zopa run ''
holds 'talks.cfg' 3 zopa check faulty.cfg ''
expect '' 3 zopa show talks.cfg ''

# Kinds, groups, models, words.
kinds=$(zopa list | cut -d ' ' -f 1 | grep . | sort -u)
expect "$kinds" 2 zopa list ''
holds "$kinds red_line actor" 2 zopa explain ''
expect "$(zopa list solver | awk '$1 == "solver" { print $2 }')" 3 zopa explain solver ''
expect '' 3 zopa explain red_line ''
expect 'bash zsh fish' 2 zopa completion ''
expect 'scenarios models man' 2 zopa manual ''
expect 'run' 2 zopa help ru

# Paths, step by step.
expect 'actors.south actors.north actors.mediator actors.guarantor' 3 zopa params talks.cfg actors.
expect 'process.ceasefire.rate' 3 zopa params talks.cfg process.ceasefire.r
expect 'actors' 3 zopa params talks.cfg a
expect "$(zopa params talks.cfg --names process.ratification)" \
    3 zopa params talks.cfg process.ratification
expect 'correlations[0].between correlations[0].rho' 3 zopa params talks.cfg 'correlations[0].'
expect 'war.drift=' 4 zopa run talks.cfg --set war.dr
expect 'war.drift=' 5 zopa run talks.cfg --set = war.dr
expect '--set=war.drift=' 3 zopa run talks.cfg --set=war.dr # where COMP_WORDBREAKS lacks "="
expect 'war.drift=' 3 zopa run -s war.dr talks.cfg
expect 'war.drift=' 9 zopa run talks.cfg -n 9 --color = never -s war.dr
expect 'war.p=' 4 zopa params 'my\ pie.cfg' -s war.p
expect 'war.p=' 4 zopa params '"my pie.cfg"' -s war.p
expect '' 6 zopa run talks.cfg -s war.drift = 0.
expect '' 4 zopa run faulty.cfg -s war.dr
expect '' 4 zopa run missing.cfg -s war.dr
expect '' 3 zopa run -s war.dr


# Variants, of which one has a blank in its name.
holds 'same open-cards bell' 4 zopa run variants.cfg --variant ''
expect 'open-cards' 4 zopa run variants.cfg --variant o
expect 'open-cards' 5 zopa run variants.cfg --variant = o
complete_words 4 zopa run variants.cfg --variant d
[[ ${COMPREPLY[0]-} == 'dear\ war' ]] || complain '--variant d' "${COMPREPLY[0]-}" 'dear\ war'
expect '' 4 zopa run talks.cfg --variant ''

if grep . errors; then failed=1; fi
exit $failed
