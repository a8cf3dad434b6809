# Variants are listed; what --set takes leaves them out, since it does not reach into them.
# stdout ^variants\[0\]\.name = 
# silent
zopa params "$scenarios/variants.cfg" --names >names
! grep '^variants' names || exit 1
zopa params "$scenarios/variants.cfg" -q variants
