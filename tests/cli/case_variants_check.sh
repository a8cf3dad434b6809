# `check` takes the file's own scenario and every variant, or one that is named.
# stdout variants\.cfg: ok \(2 belligerents, 1 issue, 1 uncertain number\)$
# stdout variants\.cfg, same: ok
# stdout variants\.cfg, open-cards: ok \(2 belligerents, 1 issue, 0 uncertain numbers\)$
# silent
cp "$scenarios/variants.cfg" "$scenarios/pie.cfg" .
zopa check variants.cfg >all
cat all
[ "$(wc -l <all)" = 5 ]
zopa check variants.cfg --variant bell >one
grep -q 'variants\.cfg, bell: ok' one
[ "$(wc -l <one)" = 1 ]
zopa check variants.cfg -q >quiet
[ ! -s quiet ]
