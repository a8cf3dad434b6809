# exit 1
# A verdict that was asked for and is no, told and not told; what chance could explain is not shown, and
# `not` fails on it.
# stdout ^Verdict: fails
# stdout ^  dear war: deal>0\.05 holds \(\+1[0-9.]+, 95% \+[0-9.]+ to \+[0-9.]+ points\)
# stdout ^  same: deal>0\.05 does not hold \(\+0\.00, 95% \+0\.00 to \+0\.00 points\)
zopa compare "$scenarios/variants.cfg" -n 300 --attribution none -q --fail-if 'deal<-1%, frozen_conflict>0.2, not continued_war<0.4'
zopa compare "$scenarios/variants.cfg" -n 300 --attribution none -q --variant same --fail-if 'changed>0'
for condition in 'deal>5%' 'not deal<5%' 'changed>0' 'deal<-0.5, continued_war < -5 %'; do
    code=0
    zopa compare "$scenarios/variants.cfg" -n 300 --attribution none -q --fail-if "$condition" || code=$?
    [ "$code" = 1 ] || exit 2
done
zopa compare "$scenarios/variants.cfg" -n 300 --attribution none --json -q --fail-if 'deal>5%' >found.json || true
jq -e '.verdict | .fails and (.terms | length) == 4 and .terms[1] ==
    { scenario: "dear war", term: "deal>0.05", holds: true }' found.json >checked
zopa compare "$scenarios/variants.cfg" -n 300 --attribution none --fail-if 'deal>5%'
