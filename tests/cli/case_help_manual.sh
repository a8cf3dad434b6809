# Help mentions the manual, keeps to 80 columns for every verb, and every verb has flags and examples.
# stdout zopa manual man
# silent
zopa help
zopa help >help
for verb in $(sed -n '/^usage/,/^$/s/^  \([a-z][a-z]*\) .*/\1/p' help); do
    zopa help "$verb" >one
    grep -qx flags one
    grep -q "^  .*zopa $verb" one
    cat one >>help
done
! grep -E '.{81}' help
