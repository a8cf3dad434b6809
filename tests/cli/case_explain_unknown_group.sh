# A group that does not exist; the nearest one is named.
# exit 64
# stderr redline.*'red_line'
zopa explain redline
