# A belligerent with no positions.
# exit 65
# stderr bad\.cfg:[0-9]+: error: .*second.*position
sed '/positions = .*nothing/d' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
