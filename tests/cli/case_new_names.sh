# Names: with the ending, in a folder, with blanks; a name is made sensible, a command can be pasted.
# stderr ^zopa: wrote 'a folder/my war.cfg': .*named "my-war"$
# stderr ^zopa: next: zopa run 'a folder/my war.cfg' -n 2000$
mkdir 'a folder'
zopa new 'a folder/my war.cfg'
zopa check -q 'a folder/my war.cfg'
grep -q "zopa run 'my war.cfg' -n 2000$" 'a folder/my war.cfg'
zopa new -q côte
zopa check -q côte.cfg
