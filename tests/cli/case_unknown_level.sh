# A level that the issue does not have.
# exit 65
# stderr bad\.cfg:[0-9]+: error: .*hlaf.*'?half
sed 's/status_quo = "half"/status_quo = "hlaf"/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
