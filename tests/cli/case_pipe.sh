# A pipe that nobody writes to is no scenario; waiting for it would never end.
# exit 66
# stderr pipe\.cfg:1: error: found no scenario \(Not a regular file\), expected a readable file$
mkfifo pipe.cfg
zopa check pipe.cfg
