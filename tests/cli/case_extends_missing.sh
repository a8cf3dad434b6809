# A file that extends one that does not exist: the named scenario is wrong, not missing.
# exit 65
# stderr a\.cfg:2: error: .*nowhere\.cfg
printf 'name = "a";\nextends = "nowhere.cfg";\n' >a.cfg
zopa run a.cfg
