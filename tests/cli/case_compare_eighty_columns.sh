# Whatever is compared, no line is wider than 80 columns; in the C locale all of it is ASCII.
# silent
sh "$cli/hostile.sh" 'an extraordinarily, long name of a scenario, 会議の名前, that goes on and on and on' >one.cfg
sed 's/p = 0.5/p = 0.9/; s/seed = [0-9]*L/seed = 1/' one.cfg >two.cfg
. "$cli/narrow.sh"
narrow zopa compare "$scenarios/pie.cfg" "$scenarios/talks.cfg" -n 8 --permutations 2 --fail-if 'deal<-1'
narrow zopa compare "$scenarios/variants.cfg" -n 50 --color never
narrow zopa compare one.cfg two.cfg -n 1 --horizon 1
LC_ALL=C zopa compare "$scenarios/variants.cfg" -n 50 2>said | grep -q '|###'
