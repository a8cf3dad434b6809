# Belligerents all on one side.
# exit 65
# stderr bad\.cfg:[0-9]+: error: .*side
sed 's/side = "low"/side = "high"/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
