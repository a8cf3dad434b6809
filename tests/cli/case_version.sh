# The version, in one line.
# stdout ^zopa [0-9]+\.[0-9]+\.[0-9]+$
# silent
zopa --version
