# More stakeholders than the models hold: 6 whose consent is needed run, 7 are a fault.
# exit 65
# stderr ^many\.cfg:[0-9]+: error: actors: found 7 stakeholders whose consent is needed, expected at most 6$
stakeholder='{ role = "stakeholder"; consent = ( "pie" ); positions = { pie = { ideal = 0.5; }; }; };'
with()
{
    for number in $(seq "$1"); do echo "s$number = $stakeholder"; done >more
    sed '/^actors = {/r more' "$scenarios/pie.cfg"
}
with 6 >full.cfg
zopa run -q -n 10 full.cfg
with 7 >many.cfg
zopa run -q -n 10 many.cfg
