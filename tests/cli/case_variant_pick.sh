# --variant picks one of a file's scenarios by its name, the file's own included.
# stdout ^actors\.first\.war\.cost = 0\.2$
# silent
zopa run "$scenarios/variants.cfg" --variant 'dear war' -n 100 --json -q >one.json
jq -e 'type == "object" and .scenario == "dear war"' one.json >checked
zopa run "$scenarios/variants.cfg" --variant risk -n 100 --json -q >own.json
zopa show "$scenarios/variants.cfg" --variant risk >own.cfg
zopa show "$scenarios/variants.cfg" | cmp - own.cfg
jq -r .scenario_sha256 own.json >told
zopa run own.cfg -n 100 --json -q | jq -e --rawfile told told '.[0].scenario_sha256 + "\n" == $told' >checked
zopa params "$scenarios/variants.cfg" --variant 'dear war' -q actors.first.war.cost
zopa params "$scenarios/variants.cfg" -q variants >listed
grep -q '^variants\[1\]\.name = dear war$' listed
