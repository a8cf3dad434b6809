# A folder stands for the .cfg files in it.
# stdout pie\.cfg.*ok
# stdout talks\.cfg.*ok
zopa check "$scenarios"
