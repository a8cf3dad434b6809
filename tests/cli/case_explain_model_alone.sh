# A model's name without its kind: it is told how to ask.
# exit 64
# stderr 'front'; a model, of war: zopa explain war front$
zopa explain front
