### My data. How to write this file is told in terminal/texts/de.ftl.

my-data-title = My data
my-data-sublabel = What my card says
my-data-about = What does my card say about me?
my-data-about-text = The chip of your card holds your name, your address and more. You can read and print it here. Before that you see who reads what, and decide for yourself.
my-data-pin = You need your card and your 6-digit PIN.
my-data-begin = Read the card
my-data-help = Put your card on the card reader only when you are asked to.
my-data-shown = This is what your card says.
my-data-forgotten = Take your card with you. When your visit ends, everything is forgotten here.
my-data-done = Done
my-data-print = Print it
my-data-help-shown = Is something no longer right, such as the address? The citizens’ office changes it.
my-data-take-card = Take your card with you, and everything that was printed.
my-data-look-again = Look at the data again
my-data-no-proof = This is no official proof.
