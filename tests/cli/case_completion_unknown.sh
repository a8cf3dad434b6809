# A shell that is not known.
# exit 64
# stderr found the unknown word 'powershell'; known: bash, zsh, fish
zopa completion powershell
