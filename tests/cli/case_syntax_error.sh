# A line that libconfig's grammar does not know.
# exit 65
# stderr bad\.cfg:3: error: .
printf 'name = "bad";\ntitle = "Bad";\nrun = { trials = ; };\n' >bad.cfg
zopa run bad.cfg
