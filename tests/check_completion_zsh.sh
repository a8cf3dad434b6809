#!/bin/sh
# check_completion_zsh.sh PROGRAM: types command lines into an interactive zsh on a pseudo-terminal and
# presses the tabulator; the script that the program writes does the rest. Prints what is not as
# expected; exit 1 if anything, 77 where there is no zsh.
set -eu
if ! command -v zsh >/dev/null; then
    echo "SKIPPED: there is no zsh; .ci/install zsh"
    exit 77
fi
program=$(realpath "$1")
scenarios=$(realpath "$(dirname "$0")/scenarios")
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
PATH=$(dirname "$program"):$PATH
export PATH ZDOTDIR="$scratch"
mkdir functions folder
cp "$scenarios/talks.cfg" talks.cfg
cp "$scenarios/pie.cfg" 'my pie.cfg'
cp "$scenarios/variants.cfg" "$scenarios/pie.cfg" .
echo 'name = ' >faulty.cfg
echo 'no scenario' >talkative.txt
zopa completion zsh >functions/_zopa
zsh -n functions/_zopa

# Without a prompt or colours; ^X^V writes the line as it stands, between marks.
cat >.zshrc <<'EOF'
PROMPT= RPROMPT= PS2=
unsetopt beep prompt_sp prompt_cr
unset zle_bracketed_paste
fpath=($ZDOTDIR/functions $fpath)
autoload -U compinit
compinit -u -D
report() { print -r -- "<<$BUFFER>>" >>$ZDOTDIR/lines; BUFFER= }
zle -N report
bindkey '^X^V' report
if [[ -e $ZDOTDIR/sourced ]]; then source <(zopa completion zsh); fi
print ready >$ZDOTDIR/ready
EOF
cat >drive <<'EOF'
zmodload zsh/zpty
zpty -b shell 'zsh -i'
wait_for() { for k in {1..400}; do [[ -s $1 ]] && return; zpty -r shell junk 2>/dev/null; sleep 0.05; done; return 1 }
wait_for ready || exit 1
while IFS= read -r line; do
    rm -f lines
    zpty -n -w shell "$line"$'\t\030\026'
    wait_for lines || { print "no answer to: $line"; exit 1 }
    print -r -- "$(<lines)"
done
EOF

# The line, and what it becomes.
cat >cases <<'EOF'
zopa ru|zopa run 
zopa compl|zopa completion 
zopa run --thr|zopa run --threads=
zopa run --color=al|zopa run --color=always 
zopa run --color nev|zopa run --color never 
zopa run t|zopa run talks.cfg 
zopa check talks.cfg fol|zopa check talks.cfg folder/
zopa list sol|zopa list solver 
zopa explain red|zopa explain red_line 
zopa explain solver ut|zopa explain solver utilitarian 
zopa completion z|zopa completion zsh 
zopa help par|zopa help params 
zopa params talks.cfg process.ceasefire.r|zopa params talks.cfg process.ceasefire.rate
zopa params talks.cfg act|zopa params talks.cfg actors
zopa run talks.cfg --set war.dr|zopa run talks.cfg --set war.drift=
zopa run talks.cfg --set=war.dr|zopa run talks.cfg --set=war.drift=
zopa run talks.cfg -s war.dr|zopa run talks.cfg -s war.drift=
zopa params my\ pie.cfg -s war.p|zopa params my\ pie.cfg -s war.p=
zopa run faulty.cfg -s war.dr|zopa run faulty.cfg -s war.dr
zopa run variants.cfg --variant o|zopa run variants.cfg --variant open-cards 
zopa show variants.cfg --variant=d|zopa show variants.cfg --variant=dear\ war 
zopa run missing.cfg -s war.dr|zopa run missing.cfg -s war.dr
EOF
# answer: what becomes of the cases.
answer()
{
    rm -f ready
    cut -d '|' -f 1 cases | zsh -f drive >answers
    sed 's/.*|\(.*\)/<<\1>>/' cases >wanted
    diff -u wanted answers
}
answer

# The same, sourced instead of installed.
rm functions/_zopa
touch sourced
answer
