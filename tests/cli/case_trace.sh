# One history in plain words: what was tabled, who said what, how it ended.
# stdout ^Trial 3 of seed 11, as in the run: 
# stdout ^Month 0: war$
# stdout Fighting on is worth  +now
# stdout ^How it ends$
# silent
zopa trace "$scenarios/talks.cfg" --trial 3
