"""The buttons in a window of their own (tkinter): for offices where macros, or programs that Excel starts, are blocked.

The window draws and listens; a click is done in a thread (`thread`), and between the two there are messages only
(`desk`). Nothing of tkinter is touched outside the thread that made the window.
"""
