# One run as it was told when it was played: its JSON is that of --json, to the byte.
# silent
# stdout ^  deal +62\.7% +54\.7-70\.0% +94$
# stdout ^  victory of first +[0-9.]+%
# stdout ^0 of its trials are kept
zopa run "$scenarios/pie.cfg" -n 150 -q --json --store s.db >said.json
zopa store show s.db last --json | cmp - said.json
zopa store show s.db 1
