# A scenario that extends a device without end: the scenario named is wrong.
# exit 65
# stderr endless\.cfg:2: error: extends: cannot read /dev/zero: Not a regular file$
printf 'name = "a";\nextends = "/dev/zero";\n' >endless.cfg
zopa check endless.cfg
