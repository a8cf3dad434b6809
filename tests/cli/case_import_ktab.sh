# A table as KTAB's users have it: a leading line, pairs of columns, commas at the ends of lines.
# stderr ^zopa: wrote dummy\.cfg: 4 actors, 3 issues$
# stderr ^zopa: scale of positions: 0 to 100
# stdout ^title *= "DummyData_3Dim";
# stdout ^dummy - DummyData_3Dim$
cat >dummy.csv <<'TABLE'
DummyData_3Dim ,"Dummy scenario to test reading format",4,3,
Actor,Description,Power,Pstn1,Sal1,Pstn2,Sal2,Pstn3,Sal3,
SActor-00, Random Spatial Actor, 102.543, 75.79, 49.53,  6.37,  5.91, 70.45, 28.15,
SActor-01, Random Spatial Actor,  53.393, 82.72, 30.33, 73.50, 21.22, 64.00, 24.79,
SActor-02, Random Spatial Actor, 129.643, 82.45, 48.47, 90.89, 13.55,  0.07, 34.62,
SActor-03, Random Spatial Actor,  75.920, 62.52, 20.76, 50.82, 39.24, 62.33, 22.21,
TABLE
zopa import dummy.csv
grep title dummy.cfg
grep -q 'issue_2 = { ideal = 0.0637; salience = 5.91; };   // table: 6.37$' dummy.cfg
zopa run dummy.cfg -n 200
