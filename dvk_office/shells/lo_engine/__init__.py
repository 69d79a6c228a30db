"""An engine of xlwings for a live LibreOffice: the few calls that `shells.live` makes, over UNO. Any other call raises.

It stands on the free (BSD) part of xlwings only, and where LibreOffice differs from Excel in a way that would hide a
fault of ours it does as Excel does. It is loaded only when the workbook is open in LibreOffice.
"""
