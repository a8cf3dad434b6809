# There are at least 30 files on the war in Ukraine, and no two of their scenarios and variants have
# the same summary on record: each asks something that makes a difference. (That the program still
# gives these summaries is tested by check_expected.sh.)
# silent
records=$cli/../expected/ukraine
[ "$(ls "$cli"/../../scenarios/ukraine/*.cfg | wc -l)" -ge 30 ]
for file in "$cli"/../../scenarios/ukraine/*.cfg; do
    [ -f "$records/$(basename "$file" .cfg).json" ]
done
cat "$records"/*.json | jq -s 'flatten' >runs.json
bare='del(.scenario, .title, .scenario_sha256)'
jq -e "[.[] | $bare] | length == (unique | length)" runs.json >/dev/null || {
    jq -r "group_by($bare) | .[] | select(length > 1) | map(.scenario) | join(\" = \")" runs.json
    exit 1
}
