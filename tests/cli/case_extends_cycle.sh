# Files that extend each other.
# exit 65
# stderr [ab]\.cfg:1: error: .*[ab]\.cfg
printf 'extends = "b.cfg";\nname = "a";\n' >a.cfg
printf 'extends = "a.cfg";\nname = "b";\n' >b.cfg
zopa run a.cfg
