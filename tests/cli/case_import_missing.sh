# A table that is missing, and a folder.
# exit 66
# stderr nowhere\.csv: No such file
# stderr \.: Is a directory
zopa import nowhere.csv || [ $? -eq 66 ]
zopa import .
