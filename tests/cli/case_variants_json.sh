# An array of one summary more than there are variants. Each sha256 is that of what `show` prints of
# its scenario; a variant has its own name, title and notes, or else the file's.
# silent
zopa run "$scenarios/variants.cfg" -n 100 --json -q >all.json
jq -e '[.[].scenario] == ["risk", "same", "dear war", "open-cards", "bell"]' all.json >checked
jq -e '[.[].horizon] == [3, 3, 3, 3, 5]' all.json >checked
jq -e '.[1].title == .[0].title and .[2].title == "War costs the first more"' all.json >checked
jq -r '.[].scenario_sha256' all.json >told
zopa show "$scenarios/variants.cfg" -s run.trials=100 | sha256sum >shown
for name in same 'dear war' open-cards bell; do
    zopa show "$scenarios/variants.cfg" -s run.trials=100 --variant "$name" >one.cfg
    zopa check -q one.cfg
    sha256sum <one.cfg >>shown
done
cut -d ' ' -f 1 shown | cmp - told
