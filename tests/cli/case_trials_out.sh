# A row a trial, the same bytes for any threads and block size, and nothing on either stream.
# silent
for layout in "1 64" "2 1" "7 13"; do
    zopa run "$scenarios/talks.cfg" "$scenarios/pie.cfg" -n 200 --horizon 2 -j "${layout% *}" \
        --block "${layout#* }" -q --trials-out now.csv >said
    [ ! -s said ]
    [ -f first.csv ] || cp now.csv first.csv
    cmp first.csv now.csv
done
[ "$(wc -l <first.csv)" = 401 ]
[ "$(head -n 1 first.csv)" = "scenario,trial,seed,outcome,detail,round,u_south,u_north,u_mediator,\
u_guarantor,u_first,u_second,border,alliance,protection,monitors,trade,pie" ]
[ "$(ls)" = "$(printf 'first.csv\nnow.csv\nsaid')" ]
