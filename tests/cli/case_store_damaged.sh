# A store that is damaged somewhere in the middle: what cannot be read is told, and no file comes of it.
# exit 65
# stderr s\.db: cannot read: it is damaged: parts of it are missing or make no sense$
zopa run "$scenarios/talks.cfg" -n 500 -q --store s.db --store-trials
dd if=/dev/zero of=s.db bs=4096 seek=$(($(stat -c %s s.db) / 4096 - 10)) count=5 conv=notrunc 2>dd
zopa store list s.db >list
code=0
zopa store export s.db --trials 1 -o t.csv || code=$?
[ "$(ls)" = "$(printf 'dd\nlist\ns.db')" ]
exit $code
