# A scenario whose name is misspelt: the nearest file beside it is named, in its folder as well; none
# where nothing is near, or where what is there cannot be read.
# exit 66
# stderr ^mien\.cfg:1: error: found no scenario .*; did you mean 'mine\.cfg'\?$
cp "$scenarios/pie.cfg" mine.cfg
mkdir here
cp "$scenarios/pie.cfg" here/peace.cfg
zopa run here/paece.cfg 2>said && exit 1
grep -q "did you mean 'here/peace.cfg'?$" said
mkdir -p a/long/way/down
cp "$scenarios/pie.cfg" a/long/way/down/pie.cfg
zopa run a/long/way/down/war_and_peace.cfg 2>said && exit 1
! grep -q 'did you mean' said
zopa run mien.cfg
