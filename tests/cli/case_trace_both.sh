# exit 64
# stderr found both --trial and --pick, expected one of them
zopa trace "$scenarios/pie.cfg" --trial 5 --pick deal
