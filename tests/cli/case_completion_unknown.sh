# A shell that is not known.
# exit 64
# stderr found the unknown word 'powershell', expected bash|zsh|fish
# stderr found the unknown word 'tcsh', expected bash|zsh|fish
! zopa completion tcsh
zopa completion powershell
