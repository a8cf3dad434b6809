# The table that a person reads: plain text where nobody looks on.
# stdout deal
# stdout frozen
# stdout war
zopa run "$scenarios/talks.cfg" -n 100 >table
cat table
! grep -q "$(printf '\033')" table
