# What is written is the starter of the tree, but for its name: no second copy exists.
# silent
zopa new talks.cfg -q
sed 's/"talks"/"starter"/; s/talks\.cfg/starter.cfg/' talks.cfg | cmp - "$scenarios/../../scenarios/starter.cfg"
