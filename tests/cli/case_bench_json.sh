# The shape that docs/performance.md tells; what is asked for alone is there.
zopa bench nash gsl_newton n4k8 --problems 70 --repeat 2 --seed 7 --json >bench.json 2>told
[ ! -s told ] || { cat told; exit 1; }
jq -e '
    .schema == "zopa.bench/1" and .seed == 7 and .problems == 70 and .repeats == 2 and .engine == []
    and (.solvers | length > 3)
    and ([.solvers[] | .aim, .size] | unique == ["n4k8", "nash"])
    and ([.solvers[] | .ns.least <= .ns.median and .ns.least > 0 and .failures >= 0] | all)
    and ([.solvers[] | select(.by == "contract") | .rival == false and .gap < 1e-9 and .failures == 0] | all)
    and ([.solvers[] | select(.rival) | .baseline as $best | .by == $best and .ratio == 1] | any)' \
    bench.json >checked || { cat bench.json; exit 1; }
