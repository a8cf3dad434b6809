# Names without a Latin letter: it is told what they are called, by the program and in the file.
# stderr 'Україна' is called actor:
# stderr '東京' is called actor_2:
# stdout ^//   東京 is called actor_2$
# stdout ^  ostrava = 
printf 'actor,power,position,salience\n%s,1,0,1\n%s,2,1,1\nÓstrava,1,.5,1\n' Україна 東京 >t.csv
zopa import t.csv -o -
