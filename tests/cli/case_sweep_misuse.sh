# What is no way to vary something: exit 64, and what was found.
# silent
refused()
{
    expected=$1
    shift
    status=0
    zopa sweep "$@" 2>told >out || status=$?
    [ "$status" = 64 ] && [ ! -s out ] && grep -Fq -e "$expected" told || {
        echo "$*: exit $status" >&2
        cat told >&2
        exit 1
    }
}
pie=$scenarios/pie.cfg
refused "found nothing to vary" "$pie"
refused "found 0 scenarios, expected one" --vary run.horizon=1,2
refused "found 2 scenarios, expected one" "$pie" "$pie" --vary run.horizon=1,2
refused "--vary run.horizon: found no '='" "$pie" --vary run.horizon
refused "expected LO:HI:N" "$pie" --vary run.horizon=1:5
refused "found 1 values, expected 2 to 1000000" "$pie" --vary run.horizon=1:5:1
refused "two different ends" "$pie" --vary run.horizon=5:5:3
refused "the value 5 twice" "$pie" --vary run.horizon=5,6,5
refused "without its other" "$pie" --vary 'war={model="lottery"'
refused "at most 3: whole numbers from 4 to 6" "$pie" --vary run.horizon=4:6:4
refused "no whole number" "$pie" --vary run.horizon=4.5:6:2
refused "found run.horizon, of which another --vary" "$pie" --vary run.horizon=1,2 --vary run.horizon=3,4
refused "found a grid of 1,001,000 points" "$pie" --vary run.horizon=1:1000:1000 --vary run.seed=0:1000:1001
refused "--horizon: found it where run.horizon is varied" "$pie" --vary run.horizon=1,2 --horizon 3
refused "--seed: found it where run is varied" "$pie" --vary 'run={seed=1;},{seed=2;}' --seed 3
refused "--set run.horizon=7: found it where run.horizon is varied, expected one of them" "$pie" \
    --vary run.horizon=5,6 --set run.horizon=7
refused "--set run.horizon = 7: found it where run.horizon is varied" "$pie" --vary run.horizon=1:3:3 -s 'run.horizon = 7'
refused "--set actors.second.resolve.max=0.3: found it where actors.second.resolve is varied" "$pie" \
    --vary actors.second.resolve=0.1,0.2 -s actors.second.resolve.max=0.3
# A group that is set as a whole keeps what is varied in it, and one that is varied keeps the rest.
zopa sweep "$pie" --vary war.p=0.5,0.6 -s 'war={model="lottery"; p=0.5;}' -n 20 -q
zopa sweep "$pie" --vary 'run={seed=1;},{seed=2;}' -s run.horizon=2 -s run.trials=20 \
    --csv - -q | cut -d , -f 4-6 >rows
[ "$(tr '\n' ' ' <rows)" = "seed,trials,horizon 1,20,2 2,20,2 " ]
refused "a list of more than 1000 values" "$pie" --vary run.seed="$(seq -s , 1001)"
refused "--points: found '1000001'" "$pie" --vary run.horizon=1:9 --points 1000001
refused "--points: found '0'" "$pie" --vary run.horizon=1:9 --points 0
refused "expected LO:HI, two numbers" "$pie" --vary run.horizon=1:9:3 --points 5
refused "--spread: found no --points" "$pie" --vary run.horizon=1:9:3 --spread sobol
refused "--spread: found 'grid', expected lhs or sobol" "$pie" --vary run.horizon=1:9 --points 4 --spread grid
refused "--figure: found 'peace'" "$pie" --vary run.horizon=1,2 --figure peace
refused "which is standard output, where the JSON goes" "$pie" --vary run.horizon=1,2 --csv - --json
cp "$pie" mine.csv
refused "which is the scenario mine.csv" mine.csv --vary run.horizon=1,2 --csv mine.csv
refused "sweep: cannot be set" "$pie" --vary sweep=1,2
refused "variants: cannot be set" "$pie" --vary variants=1,2
cmp "$pie" mine.csv
