# A reader that has gone ends the program quietly.
# silent
{
    sleep 1
    zopa params "$scenarios/talks.cfg"
} | true
