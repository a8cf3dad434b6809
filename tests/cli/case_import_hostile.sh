# What is no table: a program, a file of zeros, one of 50 MB, nothing, a hundred actors.
# exit 65
# stderr ^program\.csv:1: error: found the byte 0x7f, expected a text in UTF-8
# stderr ^zero\.csv:1: error: found the byte 0x00
# stderr ^large\.csv:1: error: found more than 1 MiB, expected a table of at most 63 actors and 32 issues$
# stderr ^empty\.csv:1: error: found no table
# stderr ^many\.csv:65: error: found more than 63 actors
cp "$(command -v zopa)" program
head -c 4000 program >program.csv
head -c 100 /dev/zero >zero.csv
head -c 50000000 /dev/zero | tr '\0' a >large.csv
: >empty.csv
for table in program zero large empty; do
    code=0
    zopa import "$table.csv" || code=$?
    [ "$code" -eq 65 ]
done
echo Actor,Power,Position,Salience >many.csv
for number in $(seq 100); do echo "a$number,1,$number,1"; done >>many.csv
zopa import many.csv
