# What `show` prints is a scenario, and showing it prints the same bytes.
# silent
for name in pie talks; do
    zopa show "$scenarios/$name.cfg" >once.cfg
    zopa show once.cfg >twice.cfg
    cmp once.cfg twice.cfg
    zopa check once.cfg >checked
done
