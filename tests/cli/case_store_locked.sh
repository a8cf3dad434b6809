# Another process holds the store for longer than was to be waited: before anything is played; and
# then for less.
# exit 73
# stderr s\.db: cannot be the store: another process has held it for 1 s$
# stderr s\.db: cannot read: another process has held it for 0 s$
zopa run "$scenarios/pie.cfg" -n 50 -q --store s.db
hold()
{
    mkfifo "$1.held"
    { echo 'BEGIN EXCLUSIVE; SELECT 1;'; sleep "$2"; } | sqlite3 s.db >"$1.held" &
    read -r _ <"$1.held"
}
hold first 3
code=0
zopa run "$scenarios/pie.cfg" -n 50 -q --json --store s.db --store-wait 1 >said || code=$?
[ ! -s said ]
zopa store list s.db --store-wait 0 && exit 1
wait
hold second 1
zopa run "$scenarios/pie.cfg" -n 50 -q --store s.db
wait
[ "$(zopa store list s.db --json | jq length)" = 2 ]
exit $code
