# A kind alone: its models, and the keys that all of them share in a scenario.
# stdout lever +pressure +Makes
# stdout levers\.LEVER
# stdout intensity: quantity \[0, 1\], share; default 1
# stdout owner: actor; required
# silent
zopa explain lever
zopa explain lever pressure | grep -q '"zopa explain lever"'
zopa list --json | jq -r '.[].kind' | sort -u >kinds
[ -s kinds ]
while read -r kind; do
    zopa explain "$kind" --json >explained.json
    jq -e '(.models | length > 0) and (.groups[0].keys | length > 0)' explained.json >checked
done <kinds
