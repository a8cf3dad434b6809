# All faults of a file at once.
# exit 65
# stderr bad\.cfg:[0-9]+: error: .*discuont
# stderr bad\.cfg:[0-9]+: error: .*agenda_seter
# stderr bad\.cfg:[0-9]+: error: run\.trials: .
sed 's/discount/discuont/; s/agenda_setter/agenda_seter/; s/trials = 2000/trials = 2.5/' \
    "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
