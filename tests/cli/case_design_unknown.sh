# exit 64
# stderr found the unknown design 'sobel'; did you mean 'sobol'\?
zopa run "$scenarios/talks.cfg" --design sobel
