# What a file says is laid over what it extends, by name.
# stdout name = "half-war"
# stdout p = 0\.5
# stdout ideal = "everything"
# silent
cp "$scenarios/pie.cfg" .
printf 'extends = "pie.cfg";\nname = "half-war";\nwar = { p = 0.5; };\n' >half.cfg
zopa show half.cfg
