# Each shape goes with its own loss, which needs it; 0 is no elasticity.
# exit 65
# stderr pie\.cfg:[0-9]+: error: actors\.first\.positions\.pie\.exponent: found nothing, expected .*"power"
# stderr pie\.cfg:[0-9]+: error: actors\.second\.positions\.pie\.elasticity: found 0, expected .*
# stderr pie\.cfg:[0-9]+: error: actors\.second\.positions\.pie\.curvature: .*unless loss = "cara"
sed 's/ideal = "everything";/& loss = "power";/; s/ideal = "nothing";/& loss = "crra"; elasticity = 0; curvature = 2;/' \
    "$scenarios/pie.cfg" >pie.cfg
zopa check pie.cfg
