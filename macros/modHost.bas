Attribute VB_Name = "modHost"
Option Explicit

' The one place that knows whether the workbook is open in Excel or in LibreOffice. A button's macro (modDvk) hands its
' line of Python to DVK_RunPython; what can be known beforehand is said here in Vietnamese, everything else by Python.

Private Const CONF_SHEET As String = "xlwings.conf"
Private Const PYTHON_KEY As String = "INTERPRETER_WIN"
Private Const LAST_CONF_ROW As Long = 40
Private Const LOG_NAME As String = "dvk_office.log"
Private Const START_LIMIT As Double = 30 ' seconds that Python may take to start in LibreOffice
Private Const END_LIMIT As Double = 900 ' seconds that a button may take in LibreOffice

' LibreOffice can be clicked while Python works: a second click must not start a second run.
Private busy As Boolean

Public Sub DVK_RunPython(ByVal pythonLine As String)
    Dim fault As String
    On Error GoTo failed
    If busy Then
        Tell "NUT-011: Một việc khác đang chạy. Chờ việc đó xong rồi bấm lại."
        Exit Sub
    End If
    busy = True
    fault = WorkbookFault()
    If fault = "" Then fault = PythonFault()
    If fault = "" Then
        If InLibreOffice() Then
            fault = RunInLibreOffice(pythonLine)
        Else
            fault = RunInExcel(pythonLine)
        End If
    End If
    busy = False
    If fault <> "" Then Tell fault
    Exit Sub
failed:
    busy = False
    Tell "NUT-099: Nút này không chạy được. Chụp lại màn hình này gửi người cài đặt (" & Err.Number & ": " & Err.Description & ")."
End Sub

' LibreOffice says 11.0; every Excel that opens a workbook with macros says 12.0 or more.
Private Function InLibreOffice() As Boolean
    InLibreOffice = (Val(Application.Version) < 12)
End Function

' What is wrong with where the workbook stands; empty if nothing. xlwings cuts its arguments at = and ;.
Private Function WorkbookFault() As String
    Dim folder As String, book As String
    folder = ThisWorkbook.Path
    book = ThisWorkbook.Name
    If folder = "" Then
        WorkbookFault = "NUT-001: Sổ chưa được lưu lần nào. Lưu sổ vào một thư mục trên máy (Ctrl+S) rồi bấm lại."
    ElseIf InStr(folder, "://") > 0 Then
        WorkbookFault = "NUT-002: Sổ đang mở từ một địa chỉ trên mạng (" & folder & "). Lưu một bản vào thư mục trên máy, mở bản đó rồi bấm lại."
    ElseIf InStr(book, "=") > 0 Or InStr(folder & book, ";") > 0 Then
        WorkbookFault = "NUT-003: Tên tệp hoặc tên thư mục có dấu “=” hoặc “;”. Đóng sổ, đổi tên (bỏ các dấu đó), mở lại rồi bấm lại."
    End If
End Function

' What is wrong with the Python that the workbook names; empty if nothing.
Private Function PythonFault() As String
    Dim python As String
    python = Interpreter()
    If python = "" Then
        PythonFault = "NUT-004: Sổ này chưa được nối với chương trình trên máy. Chạy lại tệp cài đặt, hoặc lệnh “dvk new”, rồi mở sổ vừa lập."
    ElseIf Not FileThere(python) Then
        PythonFault = "NUT-005: Không thấy Python ở nơi đã ghi trong sổ: " & python & ". Chạy lại tệp cài đặt, hoặc lệnh “dvk new”."
    ElseIf Not InOwnCodePage(python) Then
        PythonFault = "NUT-006: Đường dẫn tới Python có chữ mà Excel trên máy này không đọc được: " & python & ". Cài chương trình vào một thư mục có tên không dấu."
    End If
End Function

' The interpreter as “dvk new” wrote it; xlwings reads the same row. Empty if it is not there.
Private Function Interpreter() As String
    Dim sheet As Object, row As Long
    For Each sheet In ThisWorkbook.Worksheets
        If sheet.Name = CONF_SHEET Then
            For row = 1 To LAST_CONF_ROW
                If sheet.Cells(row, 1).Value = PYTHON_KEY Then Interpreter = sheet.Cells(row, 2).Value
            Next
        End If
    Next
End Function

' VBA's own file functions read a path in the code page of the PC; FileSystemObject reads any.
Private Function FileThere(ByVal path As String) As Boolean
    If InLibreOffice() Then
        FileThere = (Dir(path) <> "")
    Else
        FileThere = CreateObject("Scripting.FileSystemObject").FileExists(path)
    End If
End Function

' Whether the code page of the PC has every letter of a path: xlwings asks GetAttr, which sees “?” for the others.
' LibreOffice reads any letter.
Private Function InOwnCodePage(ByVal path As String) As Boolean
    Dim place As Long
    InOwnCodePage = True
    If InLibreOffice() Then Exit Function
    For place = 1 To Len(path)
        If Chr(Asc(Mid(path, place, 1))) <> Mid(path, place, 1) Then InOwnCodePage = False
    Next
End Function

' The sentence with the place of the log, which gets a line: when, and the code, in plain letters. It is the file that
' the program writes, whose own sentences name it already.
Private Function Noted(ByVal text As String) As String
    Dim place As String
    Noted = text
    If InStr(text, LOG_NAME) > 0 Then Exit Function
    On Error GoTo nowhere
    place = LogFile()
    AddLine place, Year(Now) & "-" & Month(Now) & "-" & Day(Now) & " " & Hour(Now) & ":" & Minute(Now) & " " & Left(text, 7)
    Noted = text & " (Nhật ký: " & place & ")"
nowhere:
End Function

Private Function LogFile() As String
    If InLibreOffice() Then
        LogFile = TempFolder() & Application.PathSeparator & LOG_NAME
    Else
        LogFile = CreateObject("WScript.Shell").ExpandEnvironmentStrings("%TEMP%\" & LOG_NAME)
    End If
End Function

Private Function TempFolder() As String
    TempFolder = Environ("TEMP")
    If TempFolder = "" Then TempFolder = "/tmp"
End Function

' As in FileThere: VBA's own file functions know the letters of the code page only. 8: at the end of the file.
Private Sub AddLine(ByVal place As String, ByVal written As String)
    Dim handle As Integer, stream As Object
    If InLibreOffice() Then
        handle = FreeFile
        Open place For Append As #handle
        Print #handle, written
        Close #handle
    Else
        Set stream = CreateObject("Scripting.FileSystemObject").OpenTextFile(place, 8, True)
        stream.WriteLine written
        stream.Close
    End If
End Sub

' MsgBox in VBA shows the code page of the PC only; the Popup of Windows shows any letter. 48: exclamation mark,
' 4096: before all other windows.
Private Sub Tell(ByVal text As String)
    text = Noted(text)
    On Error GoTo plainly
    If InLibreOffice() Then
        MsgBox text, 48, "Dân vận khéo"
    Else
        CreateObject("WScript.Shell").Popup text, 0, "Dân vận khéo", 48 + 4096
    End If
    Exit Sub
plainly:
    MsgBox text, 48
End Sub

Private Function RunInExcel(ByVal pythonLine As String) As String
    If RunPython(pythonLine) = -1 Then
        RunInExcel = "NUT-007: Chương trình trên máy không chạy được. Chạy lại tệp cài đặt, hoặc lệnh “dvk doctor” để biết thiếu gì."
    End If
End Function

' The same line in a process of its own. It makes “<answer>.started” first and, when all is done, <answer> itself:
' OK, or one Vietnamese sentence. Waiting leaves LibreOffice free to be driven by that process.
Private Function RunInLibreOffice(ByVal pythonLine As String) As String
    Dim answer As String, book As String, started As Double, waited As Double
    answer = AnswerFile()
    book = ThisWorkbook.Path & Application.PathSeparator & ThisWorkbook.Name
    Shell Quoted(Interpreter()) & " -P -X utf8 -m dvk_office.shells.libreoffice " & Quoted(answer) & " " & Quoted(book) & " " & Quoted(pythonLine), 0
    started = Now
    Do While Dir(answer) = ""
        waited = (Now - started) * 86400
        If waited > START_LIMIT And Dir(answer & ".started") = "" Then
            RunInLibreOffice = "NUT-008: Chương trình trên máy không khởi động được. Chạy lệnh “dvk doctor” để biết thiếu gì."
            Exit Function
        ElseIf waited > END_LIMIT Then
            RunInLibreOffice = "NUT-009: Chờ đã lâu mà việc này chưa xong. Đóng LibreOffice, mở lại sổ rồi thử lại."
            Exit Function
        End If
        Application.Wait Now + 0.2 / 86400
    Loop
    RunInLibreOffice = ReadAnswer(answer)
    If RunInLibreOffice = "OK" Then RunInLibreOffice = ""
End Function

Private Function Quoted(ByVal text As String) As String
    Quoted = """" & text & """"
End Function

Private Function AnswerFile() As String
    Randomize
    AnswerFile = TempFolder() & Application.PathSeparator & "dvk-" & Int(Timer * 100) & "-" & Int(Rnd * 1000000)
End Function

Private Function ReadAnswer(ByVal answer As String) As String
    Dim handle As Integer, firstLine As String
    handle = FreeFile
    Open answer For Input As #handle
    Line Input #handle, firstLine
    Close #handle
    Kill answer
    If Dir(answer & ".started") <> "" Then Kill answer & ".started"
    ReadAnswer = firstLine
End Function
