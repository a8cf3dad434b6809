# More levels than the models hold: 128 that can be agreed run, 129 are a fault.
# exit 65
# stderr ^many\.cfg:[0-9]+: error: issues\.pie\.levels: found 129 levels, expected at most 128$
with()
{
    levels=$(seq -f 'l%g = 0.25;' "$1")
    sed "s/core = true;/core = true; discrete = true;/; s/levels = {/levels = { $(echo $levels)/" \
        "$scenarios/pie.cfg"
}
with 125 >full.cfg
zopa run -q -n 10 full.cfg
with 126 >many.cfg
zopa run -q -n 10 many.cfg
