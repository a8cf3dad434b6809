# --set into a member that there is not, of a group whose names a scenario chooses: a name near one that is
# known is taken for mistyped, another is told how it can be new; and so it can, whatever the group.
# exit 64
# stderr ^--set rules\.watch\.then\.pie\.at_least=0\.5: error: found the unknown rule 'watch', expected a known one; known: half; a new one is set as a whole: rules\.watch=\{ \.\.\. \}$
# stderr ^--set levers\.bread\.intensity=0\.5: error: found the unknown lever 'bread', .*; a new one is set as a whole: levers\.bread=\{ \.\.\. \}$
# stderr ^--set shocks\.flood\.size=0\.5: error: found the unknown shock 'flood', .*: shocks\.flood=\{ \.\.\. \}$
# stderr ^--set packages\.whole\.pie=0\.5: error: found the unknown package 'whole', .*: packages\.whole=\{ \.\.\. \}$
# stderr ^--set issues\.pie\.levels\.third=0\.3: error: found the unknown name 'third', .*; a new one is set in its group: issues\.pie\.levels=\{ third=\.\.\.; \}$
# stderr ^--set rules\.hlf\.then\.pie\.at_least=0\.5: error: found the unknown rule 'hlf', expected a known one; did you mean 'half'\?$
cat >named.cfg <<END
extends = "$scenarios/pie.cfg";
name = "named";
rules = { half = { then = { pie = { at_most = 0.9; }; }; }; };
levers = { salt = { owner = "first"; target = "second"; kind = "incentive"; }; };
shocks = { hail = { target = "first"; on = "cost"; at = 1; size = 0.1; }; };
packages = { middle = { pie = 0.5; }; };
END
zopa check named.cfg --set 'rules.watch={then={pie={at_least=0.1;};};}' \
    --set 'levers.bread={owner="first";target="second";kind="incentive";}' \
    --set 'shocks.flood={target="first";on="cost";at=1;size=0.1;}' \
    --set 'packages.whole={pie=1.0;}' --set 'issues.pie.levels={third=0.3;}' --set rules.watch.then.pie.at_least=third
zopa check named.cfg --set rules.watch.then.pie.at_least=0.5 --set levers.bread.intensity=0.5 \
    --set shocks.flood.size=0.5 --set packages.whole.pie=0.5 --set issues.pie.levels.third=0.3 \
    --set rules.hlf.then.pie.at_least=0.5
