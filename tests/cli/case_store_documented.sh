# docs/store.md names every table, view and column that there is.
# silent
zopa run "$scenarios/pie.cfg" -n 20 -q --store s.db
sqlite3 s.db "SELECT DISTINCT thing.name FROM sqlite_schema AS thing
    WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite%'
    UNION SELECT info.name FROM sqlite_schema AS thing, pragma_table_info(thing.name) AS info
    WHERE thing.name NOT LIKE 'sqlite%' AND thing.name <> 'result'" >names
while read -r name; do
    grep -q "\`$name\`" "$cli/../../docs/store.md" || { echo "$name" >&2; exit 1; }
done <names
[ "$(wc -l <names)" -gt 30 ]
