# A key that nobody knows; the nearest one is named.
# exit 65
# stderr bad\.cfg:[0-9]+: error: .*discuont.*'discount'
sed 's/discount/discuont/' "$scenarios/pie.cfg" >bad.cfg
zopa check bad.cfg
