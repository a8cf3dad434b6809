# Every model that `list` names can be explained.
# silent
zopa list --json >models.json
jq -r '.[] | .kind + " " + .name' models.json >models
[ -s models ]
while read -r kind name; do
    zopa explain "$kind" "$name" >explained
    grep -q "$name" explained
done <models
