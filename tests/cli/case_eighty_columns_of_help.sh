# No line of help, list and explain is wider than 80 columns; in the C locale all of it is ASCII.
# silent
. "$cli/narrow.sh"
narrow zopa list
narrow zopa help
for verb in run check show params list explain help; do narrow zopa help "$verb"; done
zopa list --json | jq -r '.[] | "\(.kind) \(.name)"' >models
while read -r kind name; do
    narrow zopa explain "$kind"
    narrow zopa explain "$kind" "$name"
done <models
for group in run process actor issue linkage values red_line shock ceasefire; do
    narrow zopa explain "$group"
done
