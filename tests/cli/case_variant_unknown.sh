# A variant that a file does not have: the nearest name that it has, or those that there are.
# exit 64
# stderr ^--variant sane: error: .*variants\.cfg has no variant of that name; did you mean 'same'\?$
# stderr ^--variant x: error: .*; known: risk, same, dear war, open-cards, bell$
# stderr ^--variant x: error: .*pie\.cfg has no variant of that name; known: pie$
for name in sane x; do
    for verb in run check show params; do
        zopa $verb "$scenarios/variants.cfg" --variant $name >told || [ $? = 64 ]
        [ ! -s told ]
    done
done
zopa run "$scenarios/pie.cfg" --variant x
