# exit 64
# stderr unknown name 'nahs'; did you mean 'nash'\?
zopa bench nahs
