# No table.
# exit 64
# stderr import: found 0 tables, expected one
zopa import
