#!/bin/sh
# check_install.sh FOLDER: what was built in the folder is installed where a system looks for it, whole.
set -eu
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cmake --install "$1" --prefix "$scratch" >"$scratch/log"
program=$scratch/bin/zopa
failed=0

# same PATH ARGUMENT...: what stands there is what the installed program writes.
same()
{
    path=$scratch/share/$1
    shift
    "$program" "$@" >"$scratch/written"
    if ! cmp "$path" "$scratch/written"; then failed=1; fi
}
same man/man1/zopa.1 manual man
same bash-completion/completions/zopa completion bash
same zsh/site-functions/_zopa completion zsh
same fish/vendor_completions.d/zopa.fish completion fish
exit $failed
