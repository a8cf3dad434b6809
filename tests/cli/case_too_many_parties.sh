# More parties than the models hold: 15 run, 16 are a fault.
# exit 65
# stderr ^many\.cfg:[0-9]+: error: actors: found 16 actors whose consent is needed, expected at most 15$
stakeholder='{ role = "stakeholder"; consent = ( "pie" ); positions = { pie = { ideal = 0.5; }; }; };'
with()
{
    for number in $(seq "$1"); do echo "s$number = $stakeholder"; done >more
    sed '/^actors = {/r more' "$scenarios/pie.cfg"
}
with 13 >full.cfg
zopa run -q -n 10 full.cfg
with 14 >many.cfg
zopa run -q -n 10 many.cfg
