# A mistyped key is told with what was meant, also where what it extends has that key.
# exit 65
# stderr ^bad\.cfg:2: error: actors\.first: unknown key 'discont'; did you mean 'discount'\?$
cp "$scenarios/pie.cfg" base.cfg
printf 'extends = "base.cfg";\nactors = { first = { discont = 0.9; }; };\n' >bad.cfg
zopa check bad.cfg
