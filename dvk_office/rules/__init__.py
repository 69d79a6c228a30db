"""The year, the layout and the words as data: a file loads whole or says what is wrong. Imports nothing of ours."""
