# --set of a number, a bare word, a level's name and a distribution.
# stdout horizon = 5;
# stdout solver = "nash";
# stdout status_quo = "nothing";
# stdout dist = "normal";
# silent
zopa show "$scenarios/pie.cfg" --set run.horizon=5 --set process.solver=nash \
    --set issues.pie.status_quo=nothing \
    --set 'actors.second.resolve={dist="normal";mean=0.0;sd=0.1;}'
