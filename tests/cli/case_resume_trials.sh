# Trials of a folder that are gone, or shorter than the journal says, are named, with what to do; what
# was to be written is not touched.
# exit 0
resume()
{
    expected=$1 code=0
    shift
    zopa run "$scenarios/pie.cfg" "$@" --resume -q 2>said || code=$?
    [ "$code" -eq "$expected" ]
}
says()
{
    printf 'zopa: error: %s; remove the folder to begin anew\n' "$@" | cmp - said
}
zopa run "$scenarios/pie.cfg" -n 3000 -o whole --trials-out one.csv -q
cmp one.csv whole/trials.csv
resume 0 -n 3000 -o whole --trials-out two.csv
cmp one.csv two.csv
size=$(wc -c <one.csv)
head -n 5 one.csv >whole/trials.csv
short=$(wc -c <whole/trials.csv)
resume 65 -n 3000 -o whole --trials-out two.csv
says "whole/trials.csv: found $short bytes, expected the $size of which whole/journal says"
cmp one.csv two.csv
rm whole/trials.csv
resume 66 -n 3000 -o whole --trials-out three.csv
says 'whole/trials.csv: cannot read: No such file or directory'
[ ! -e three.csv ]
# What a process that was killed as it ended had not named yet is named now.
cp one.csv whole/trials.csv.part
resume 0 -n 3000 -o whole --trials-out three.csv
cmp one.csv whole/trials.csv
cmp one.csv three.csv
# The same of a run that is to go on.
resume 75 -o late --trials-out late/trials.csv -n 9000000 --max-time 0.05 -j 1
cp late/trials.csv.part kept
head -n 5 kept >late/trials.csv.part
resume 65 -o late --trials-out late/trials.csv -n 9000000 --max-time 0.05
grep -q '^zopa: error: late/trials.csv.part: found .* bytes, expected the .* of which late/journal says; remove the folder' said
rm late/trials.csv.part
resume 66 -o late --trials-out late/trials.csv -n 9000000 --max-time 0.05
says 'late/trials.csv.part: cannot read: No such file or directory'
[ ! -e late/trials.csv.part ]
mv kept late/trials.csv.part
resume 75 -o late --trials-out late/trials.csv -n 9000000 --max-time 0.05
