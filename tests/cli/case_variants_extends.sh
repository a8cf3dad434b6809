# Variants belong to the file that lists them: a file that extends it has its own, or none, and its
# own may change whatever it inherits. A folder's files are each played with theirs.
# silent
mkdir folder
cp "$scenarios/pie.cfg" "$scenarios/variants.cfg" folder
printf 'extends = "variants.cfg"; name = "heir";\n' >folder/heir.cfg
cat >folder/pair.cfg <<'END'
extends = "variants.cfg"; name = "pair";
variants = ( { name = "second"; set = ( "actors.first.war.cost = 0.3", "process.proposer = second" ); } );
END
zopa show folder/heir.cfg >heir.cfg
if grep -q variants heir.cfg; then exit 1; fi
zopa run folder -n 10 --json -q >all.json
jq -e '[.[].scenario] == ["heir", "pair", "second", "pie",
    "risk", "same", "dear war", "open-cards", "bell"]' all.json >checked
