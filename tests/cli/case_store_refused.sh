# What cannot be a store, and why; nothing is played, and nothing is changed.
# stderr text\.db: cannot be the store: it is no SQLite database$
# stderr foreign\.db: cannot be the store: it is an SQLite database, but no store of zopa$
# stderr newer\.db: cannot be the store: its format is number 3, of a newer zopa; this one knows 2$
# stderr half\.db: cannot be the store: it is damaged: parts of it are missing or make no sense$
# stderr folder: cannot be the store: Is a directory$
# stderr nowhere/s\.db: cannot be the store: No such file or directory$
# stderr text\.db/s\.db: cannot be the store: Not a directory$
# stderr /dev/full: cannot be the store: it is no regular file$
# stderr text\.db: cannot read: it is no SQLite database$
# stderr newer\.db: cannot read: its format is number 3
# stderr half\.db: cannot read: it is damaged
# stderr empty\.db: cannot read: it is empty: no run was ever kept in it$
# stderr none\.db: cannot read: No such file or directory$
echo 'a text' >text.db
sqlite3 foreign.db 'CREATE TABLE mine (x); INSERT INTO mine VALUES (1)'
zopa run "$scenarios/pie.cfg" -n 300 -q --store newer.db --store-trials
head -c 40000 newer.db >half.db
sqlite3 newer.db 'PRAGMA user_version = 3'
mkdir folder
sha256sum text.db foreign.db newer.db half.db >before
for store in text.db foreign.db newer.db half.db folder nowhere/s.db text.db/s.db /dev/full; do
    code=0
    zopa run "$scenarios/pie.cfg" -n 50 --json --store "$store" >said || code=$?
    [ $code -eq 73 ]
    [ ! -s said ]
done
: >empty.db
for store in text.db foreign.db newer.db half.db empty.db; do
    code=0
    zopa store list "$store" || code=$?
    [ $code -eq 65 ]
done
code=0
zopa store list none.db || code=$?
[ $code -eq 66 ]
[ ! -e none.db ]
sha256sum -c --quiet before
