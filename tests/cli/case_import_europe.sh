# A spreadsheet of much of Europe: semicolons, decimal commas, CR LF, a byte order mark, marked letters.
# stderr ^zopa: passed over the columns 'Bemerkung'$
# stderr ^zopa: read commas inside numbers as decimal commas$
# stderr ^zopa: wrote tabelle\.cfg: 3 actors
printf '\357\273\277Actor;Power;Position;Salience;Bemerkung\r\nÖsterreich;0,5;10;0,8;"a; b"\r\nCôte d'\''Ivoire;1,25;90;0,4;\r\nIMF;2;50;1;\r\n' >tabelle.csv
zopa import tabelle.csv
grep -q 'osterreich = { title = "Österreich"' tabelle.cfg
grep -q 'cote_d_ivoire = { title = "Côte d'\''Ivoire"' tabelle.cfg
zopa check -q tabelle.cfg
