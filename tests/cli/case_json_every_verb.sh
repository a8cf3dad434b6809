# Every verb that help lists takes --json and then writes one value: a new verb needs a call here.
cp "$scenarios/talks.cfg" "$scenarios/pie.cfg" .
printf '%s\n' 'Actor,Capability,Position,Salience' 'One,2,0,50' 'Two,3,100,60' >table.csv
zopa run talks.cfg -n 64 -q --store runs.db
zopa run pie.cfg -n 2048 -q -o first --shard 0/2
zopa run pie.cfg -n 2048 -q -o second --shard 1/2

call()
{
    case $1 in
    run) zopa run talks.cfg -n 64 --json ;;
    sweep) zopa sweep talks.cfg -n 64 --vary run.horizon=12,24 --json ;;
    compare) zopa compare talks.cfg talks.cfg -n 64 --json ;;
    merge) zopa merge first second --json ;;
    store) zopa store list runs.db --json ;;
    check | show | params) zopa "$1" talks.cfg --json ;;
    trace) zopa trace talks.cfg --trial 0 --json ;;
    solve) zopa solve talks.cfg --json ;;
    list | help) zopa "$1" --json ;;
    explain) zopa explain solver nash --json ;;
    new) zopa new fresh --json ;;
    bench) zopa bench nash n2k4 --repeat 1 --json ;;
    import) zopa import table.csv --json ;;
    manual) zopa manual scenarios --json ;;
    completion) zopa completion bash --json ;;
    *) echo "no call of $1 is known" >&2 && return 1 ;;
    esac
}

for verb in $(zopa help --json | jq -r '.commands[].name'); do
    call "$verb" >value.json 2>told || { echo "$verb failed"; cat told; exit 1; }
    jq -es 'length == 1' value.json >checked || { echo "$verb: not one value"; exit 1; }
done
