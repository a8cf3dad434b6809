# A group of a scenario: its keys.
# stdout actors\.ACTOR\.positions\.ISSUE\.red_line
# stdout beyond: position \[0, 1\], position; required
# stdout penalty: quantity .*; default 0\.5
# silent
zopa explain red_line
for group in run issue actor position red_line linkage lever shock process ceasefire ratification \
    comprehensive package correlation distribution; do
    zopa explain "$group" >explained
    zopa explain "$group" --json >explained.json
    jq -e '.groups[0].keys[0] | has("kind") and has("meaning")' explained.json >checked
done
