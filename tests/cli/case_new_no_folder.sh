# A folder that cannot be written to.
# exit 73
# stderr nowhere/talks\.cfg: cannot create: No such file
zopa new nowhere/talks
