# A --set that fits the file's own scenario but not a variant is a fault of the command line, which
# names the variant; so is one of a name that the variant asked for has itself.
# exit 64
# stderr ^--set shocks\.storm\.size=0\.2: error: variant 'calm' \(storm\.cfg:4\): found the unknown shock 'storm'
# stderr ^--set name=x: error: variant 'calm' \(storm\.cfg:4\): the variant has its own$
cp "$scenarios/pie.cfg" .
cat >storm.cfg <<'END'
extends = "pie.cfg"; name = "stormy";
shocks = { storm = { target = "first"; hazard = 0.02; size = 0.05; duration = 3; }; };
variants = (
  { name = "calm"; set = ( "shocks.storm = { remove = true; }" ); } );
END
zopa check storm.cfg -q
zopa check storm.cfg -q -s 'shocks.storm={remove=true;}' 
if zopa run storm.cfg --variant calm -s name=x; then exit 1; fi
zopa run storm.cfg -s shocks.storm.size=0.2
