# Settings that cannot act are told with file, line and path, by check and run, and are no faults: those
# of the file's own and of the command line, not what a later choice has left behind.
# stdout idle\.cfg: ok \(2 belligerents, 1 issue, 1 uncertain number\)$
# stderr ^idle\.cfg:3: warning: process\.confidentiality: does nothing without an audience_cost to spare$
# stderr ^--set shocks=.*: warning: shocks\.s\.on: does nothing without process\.trust$
cat >idle.cfg <<END
extends = "$scenarios/pie.cfg";
name = "idle";
process = { confidentiality = 0.4; };
variants = ( { name = "same"; set = ( "run.seed = 2" ); },
             { name = "more"; set = ( "process.violation = 0.1",
                 "process.peace.early_rounds = 9" ); } );
END
zopa check idle.cfg --set 'shocks={s={target="first";on="trust";hazard=0.1;size=0.2;};}'

zopa check idle.cfg --quiet 2>quiet
[ ! -s quiet ]
zopa check idle.cfg >out 2>told
[ "$(wc -l <told)" = 2 ] # what both variants have from the file is told once
grep -q "^idle\.cfg:[56]: warning: variant 'more': process\.peace\.early_rounds: does nothing without peace\.early$" told
zopa run idle.cfg -n 10 >out 2>run
grep -q '^idle\.cfg:3: warning: process\.confidentiality: does nothing' run
zopa run idle.cfg -n 10 --quiet 2>quiet
[ ! -s quiet ]

zopa check idle.cfg --json >told.json 2>none
[ ! -s none ]
jq -e '.ok and .files[0].ok and .files[0].faults == []' told.json >checked
jq -e '.files[0].warnings[0] | .file == "idle.cfg" and .line == 3
    and .path == "process.confidentiality"
    and .message == "process.confidentiality: does nothing without an audience_cost to spare"' \
    told.json >checked

# What is inherited is told of the file that says it; what a later file chooses away was meant.
printf 'extends = "idle.cfg";\nname = "heir";\n' >heir.cfg
printf 'extends = "%s/talks.cfg";\nname = "off";\nprocess = { ceasefire = { rate = 0; }; comprehensive = { staged = false; }; };\n' \
    "$scenarios" >off.cfg
zopa check heir.cfg off.cfg >out 2>silent
[ ! -s silent ]
zopa check "$scenarios/talks.cfg" --set process.comprehensive.staged=false >out 2>silent
[ ! -s silent ]
