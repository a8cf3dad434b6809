# A file's own choice of model ends what it inherited for another, and a variant that chooses back
# does not revive it: it is what `show` prints that the variant changes.
# stdout rule = "mood";
# silent
cp "$scenarios/talks.cfg" .
printf 'extends = "talks.cfg"; name = "mood"; process = { acceptance = { rule = "mood"; sd = 0.2; }; };\n' >mood.cfg
cat >logit.cfg <<'END'
extends = "mood.cfg"; name = "logit"; process = { acceptance = { rule = "logit"; }; };
variants = ( { name = "back"; set = ( "process.acceptance.rule = mood" ); } );
END
zopa show mood.cfg | grep -q 'sd = 0.2;'
zopa show logit.cfg >shown.cfg
for file in logit.cfg shown.cfg; do
    zopa show $file --variant back >$file.back
    if grep -q 'sd = 0.2;' $file.back; then exit 1; fi
    zopa show $file -s process.acceptance.rule=mood >$file.set
    if grep -q 'sd = 0.2;' $file.set; then exit 1; fi
done
cmp logit.cfg.back shown.cfg.back
cmp logit.cfg.set shown.cfg.set
cat shown.cfg.back
