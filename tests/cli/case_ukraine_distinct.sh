# There are at least 30 files on the war in Ukraine, and no two of their scenarios and variants have
# the same summary: each asks something that makes a difference.
# silent
folder=$cli/../../scenarios/ukraine
[ "$(ls "$folder"/*.cfg | wc -l)" -ge 30 ]
zopa run "$folder" -n 20 --json -q >runs.json
jq -e '[.[] | del(.scenario, .title, .scenario_sha256, .wall)] | length == (unique | length)' runs.json >/dev/null || {
    jq -r 'group_by(del(.scenario, .title, .scenario_sha256, .wall)) | .[] | select(length > 1)
        | map(.scenario) | join(" = ")' runs.json
    exit 1
}
