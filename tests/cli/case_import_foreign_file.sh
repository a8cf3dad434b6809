# A file that is no table: its first line is told, not every quotation mark behind it. One that is a
# table, with a mark too few: a few faults and a number.
# exit 65
# stdout ^1$
# stdout ^11$
# stderr scenario.cfg:1: error: found a first line that begins with .// Fearon
# stderr t.csv:12: error: found 5 more faults
cp "$scenarios/pie.cfg" scenario.cfg
zopa import scenario.cfg 2>said || :
cat said >&2
wc -l <said | tr -d ' '
echo actor,power,position,salience >t.csv
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15; do echo "a$i\"x\",1,2,1"; done >>t.csv
zopa import t.csv 2>said || status=$?
cat said >&2
wc -l <said | tr -d ' '
exit $status
