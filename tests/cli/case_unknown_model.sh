# A solver that does not exist.
# exit 65
# stderr bad\.cfg:[0-9]+: error: .*agenda_seter.*'?agenda_setter
sed 's/agenda_setter/agenda_seter/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
