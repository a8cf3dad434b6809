# Where trials, horizon, seed or design are varied, the report says so, and which points share luck.
# silent
head_of()
{
    sed -n 2p report
}
foot_has()
{
    sed -n '/lay the same trials/,/^$/p' report | tr '\n' ' ' | grep -Fq "$1"
}
told()
{
    expected=$1 foot=$2
    shift 2
    LC_ALL=C zopa sweep "$scenarios/pie.cfg" "$@" >report 2>messages
    head_of | grep -Fqx "$expected" && foot_has "$foot" || {
        cat report >&2
        exit 1
    }
}
all="All points play the same trials with the same random numbers"
some="Points of one seed, design and number of trials play the same trials with the same random numbers"
told "2 points of a grid, each 20 trials of 3 months, seed 7" "$all: differences" --vary war.p=0.5,0.6 -n 20
told "2 points of a grid, each 100 to 200 trials of 3 months, seed 7" "$all, as far as both have them:" \
    --vary run.trials=200,100
told "3 points of a grid, each 20 trials of 1 to 3 months, seed 7" "$all, each up to its horizon:" \
    --vary run.horizon=1:3:3 -n 20
told "2 points of a grid, each 20 trials of 3 months, seeds 4 to 5" "$some:" --vary run.seed=5,4 -n 20
told "2 points of a grid, each 64 trials of 3 months, seed 7, several designs" "$some:" --vary run.design=mc,sobol -n 64
told "2 points of a grid, each 32 to 64 trials of 3 months, seed 7, design lhs" "$some:" \
    --vary run.trials=32,64 --design lhs
