# A file with variants stands for itself and then for each of them, in order, compared with itself.
# The variant that sets what holds anyway flips no trial; the one whose war is dearer only gains.
# stdout ^risk +6[0-9]\.[0-9]%
# stdout ^  same +6[0-9]
# stdout ^  0\.0% changed +\+0\.00 .* \+0\.00 .* \+0\.00
# stdout ^  dear war +7[0-9]
# stdout ^  1[0-9]\.[0-9]% changed +\+1[0-9]\.[0-9] .* \+0\.00 .* -1[0-9]\.[0-9]
# stdout ^  open-cards +100\.0%
# stderr ^dear war: 500 trials
zopa run "$scenarios/variants.cfg" -n 500 >table
cat table
sed -n 's/^ *\([a-z][a-z -]*[a-z]\)  *[0-9.]*% .*/\1/p' table >names
printf '%s\n' risk same 'dear war' open-cards bell | cmp - names
