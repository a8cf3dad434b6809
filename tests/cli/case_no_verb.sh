# Nothing but the program's name.
# exit 64
# stderr zopa help
zopa
