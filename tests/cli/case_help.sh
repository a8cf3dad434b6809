# Help names every verb.
# stdout run
# stdout check
# stdout explain
# silent
zopa help
