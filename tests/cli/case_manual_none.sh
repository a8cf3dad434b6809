# No part of the manual asked for.
# exit 64
# stderr manual: found 0 words, expected scenarios\|models\|man
zopa manual
