# Help names every verb and every exit code.
# stdout run
# stdout check
# stdout explain
# stdout ^ +1 .*--fail-if
# stdout 64 .*command line
# stdout 143 .*SIGTERM
# silent
zopa help
