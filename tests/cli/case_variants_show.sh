# `show` prints the variants too, and what it prints is a scenario that means the same; of one
# variant, it prints the scenario alone, and says where each value was written.
# stdout ^variants = \($
# silent
zopa show "$scenarios/variants.cfg" >once.cfg
cat once.cfg
zopa show once.cfg >twice.cfg
cmp once.cfg twice.cfg
zopa run "$scenarios/variants.cfg" -n 200 --json -q | sed -E -f "$cli/without_wall.sed" >file.json
zopa run once.cfg -n 200 --json -q | sed -E -f "$cli/without_wall.sed" >shown.json
cmp file.json shown.json
zopa show "$scenarios/variants.cfg" --variant bell --origin >bell.cfg
if grep -q variants: bell.cfg || grep -q '^variants' bell.cfg; then exit 1; fi
grep -q '^name = "bell";  // .*/variants\.cfg:15$' bell.cfg
grep -q 'dist = "normal";  // .*/variants\.cfg:16$' bell.cfg
grep -q 'horizon = 5;  // .*/variants\.cfg:17$' bell.cfg
grep -q 'p = 0\.6;  // .*/pie\.cfg:32$' bell.cfg
