# A process that was killed while it wrote leaves a journal beside the store: whoever opens the store
# next, also only to read it, undoes what was half done.
# silent
zopa run "$scenarios/talks.cfg" -n 300 -q --store s.db --store-trials
zopa store export s.db --trials 1 -o before.csv
sqlite3 s.db >out <<end
PRAGMA cache_size = 2;
BEGIN;
UPDATE trial SET detail = 'half done, and longer than it was: ' || detail;
.shell cp s.db-journal half.db-journal
.shell cp s.db half.db
ROLLBACK;
end
grep -q 'half done' half.db
zopa store export half.db --trials 1 -o after.csv
cmp before.csv after.csv
[ ! -e half.db-journal ]
cp s.db mute.db
chmod a-w mute.db
zopa store list mute.db >list
