# An integer that libconfig 1.5 would silently cut to 32 bits.
# exit 65
# stderr bad\.cfg:[0-9]+: error: .*3000000000L
sed 's/seed = 7/seed = 3000000000/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
