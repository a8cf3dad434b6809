# A run that is not there: told with those that are.
# exit 64
# stderr s\.db: found no run '7', expected 'last' or an id from 1 to 2$
# stderr empty\.db: found no run 'last': it holds none$
zopa run "$scenarios/variants.cfg" -n 20 -q --store s.db --variant risk
[ "$(sqlite3 s.db "SELECT count(*) FROM parameter WHERE path LIKE 'variants%'")" = 0 ]
zopa run "$scenarios/pie.cfg" -n 20 -q --store s.db
zopa store show s.db last | grep -q '^run 2: pie'
zopa run "$scenarios/pie.cfg" -n 20 -q --store empty.db
sqlite3 empty.db 'PRAGMA foreign_keys = ON; DELETE FROM run'
zopa store show empty.db last && exit 1
zopa store show s.db 7
