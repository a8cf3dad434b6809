# check --json counts a file's variants, and a variant's fault has its path without the variant.
# silent
printf '%s\n' 'extends = "talks.cfg";' 'name = "whole";' \
    'variants = ( { name = "longer"; set = ( "run.horizon=48" ); } );' >whole.cfg
cp "$scenarios"/*.cfg .
printf '%s\n' 'extends = "talks.cfg";' 'name = "whole";' \
    'variants = ( { name = "longer"; set = ( "run.horizon=48" ); } );' >whole.cfg
zopa check whole.cfg --json >good.json
jq -e '[.files[0].scenarios[] | [.name, .variant, .ok]] ==
    [["whole", false, true], ["longer", true, true]]' good.json >checked
sed 's/run.horizon=48/run.horizon=-48/' whole.cfg >bad.cfg
zopa check bad.cfg --json >bad.json && exit 1
jq -e '.files[0] | .scenarios == [] and .faults[0].line == 3' bad.json >checked
jq -e '.files[0].faults[0].path == "run.horizon"' bad.json >checked
