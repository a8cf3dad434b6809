# Every scenario on the war in Ukraine has a title, sources, and packages that name every issue within
# its levels; all but the baseline, and all their variants, ask a question of their own in `notes`.
# silent
folder=$cli/../../scenarios/ukraine
amiss=0
for file in "$folder"/*.cfg; do
    zopa show "$file" >shown
    awk -f "$cli/whole_scenario.awk" shown || {
        echo "$file"
        amiss=1
    }
    [ "$(basename "$file")" != baseline.cfg ] || continue
    awk -v RS='";' -v file="$file" '
        /name *= *"/ { names++ }
        /notes *= *"/ { notes++; if (!/\?/) { print file ": notes without a question:" $0; bad = 1 } }
        END {
            if (names == 0 || names != notes) { print file ": " names " names, " notes " notes"; bad = 1 }
            exit bad
        }' "$file" || amiss=1
done
# The check itself: a position past the last level, and a package with an issue less.
zopa show "$folder/contact_line.cfg" --set packages.contact_line.territory=0.95 >past
grep -v 'language = "minority_rights"' shown >short
if awk -f "$cli/whole_scenario.awk" past >said || awk -f "$cli/whole_scenario.awk" short >said; then
    echo "the check sees nothing"
    amiss=1
fi
exit "$amiss"
