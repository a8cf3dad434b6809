# As JSON: an object for one scenario, an array for several; without an agreement package and gap are
# null. Figures of the pie: docs/solvers.md.
# silent
zopa solve "$scenarios/pie.cfg" --json >pie.json
jq -e '.schema == "zopa.solve/1" and .scenario == "pie" and .zone and .proposer == "first"
    and ((.width - 0.15) | fabs) < 1e-9 and ((.claims.first - 0.5) | fabs) < 1e-12
    and ((.interval[0] - 0.5) | fabs) < 1e-9 and .status_quo.pie == 0.5' pie.json >checked
jq -e '.solutions[] | select(.solver == "nash") | .agreement and (.own | not)
    and ((.package.pie - 0.65) | fabs) < 1e-6 and ((.gains.first - 0.15) | fabs) < 1e-6
    and .refused_by == [] and .levels.pie == "half" and has("gap")' pie.json >checked
jq -e '.not_applicable[] | select(.solver == "menu") | .reason | test("no packages")' pie.json >checked
jq -e '[.solutions[], .not_applicable[]] | map(.solver) | sort' pie.json >told
zopa list solver --json >list.json
jq -e '[.. | .name? // empty] | sort' list.json >listed
cmp told listed

zopa solve "$scenarios/pie.cfg" --json --set actors.second.war.cost=0 \
    --set actors.second.resolve=0.4 >none.json
jq -e '(.zone | not) and ((.width + 0.15) | fabs) < 1e-9 and .interval == null' none.json >checked
jq -e '.solutions[] | select(.solver == "nash")
    | (.agreement | not) and .package == null and .gap == null and .gains == null' none.json >checked

# Variants are scenarios of their own; a folder stands for the files in it.
zopa solve "$scenarios/pie.cfg" "$scenarios/talks.cfg" --solver nash --json >two.json
jq -e 'length == 2 and .[1].scenario == "talks"' two.json >checked
zopa solve "$scenarios/variants.cfg" --json >variants.json
jq -e 'type == "array" and length > 1' variants.json >checked
mkdir folder
cp "$scenarios/pie.cfg" "$scenarios/talks.cfg" folder
zopa solve folder --solver nash --json >folder.json
jq -e 'map(.scenario) | sort == ["pie", "talks"]' folder.json >checked

# Nothing is drawn.
zopa solve "$scenarios/talks.cfg" --solver nash,raiffa --json --set run.seed=1 | jq .solutions >one
zopa solve "$scenarios/talks.cfg" --solver nash,raiffa --json --set run.seed=2 | jq .solutions >two
cmp one two

# The frontier: weights of sum 1 and a gap at every point; a solution's distance from it, which is 0
# of what all accept here; of the pie's quarter, which is refused, to half and half. None without a zone.
zopa solve "$scenarios/pie.cfg" --json --set 'packages={low={pie=0.25;};}' >front.json
jq -e '(.frontier | length) == 21 and ([.frontier[] | (.weights | add) - 1 | fabs] | max) < 1e-9
    and ([.frontier[].gap] | max) < 1e-8
    and ([.solutions[] | select(.refused_by == []) | .distance] | max) == 0
    and ((.packages[0].distance - 0.25 * (2 | sqrt)) | fabs) < 1e-6' front.json >checked
jq -e '.frontier == [] and .nearest.distance == null' none.json >checked
