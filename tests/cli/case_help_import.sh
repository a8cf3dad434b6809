# The flags of import are those it takes, with what holds without them.
# stdout -o, --out FILE\.cfg
# stdout --between LOW,HIGH
# stdout --scale LO:HI
# stdout zopa import table\.csv
# silent
zopa help import
