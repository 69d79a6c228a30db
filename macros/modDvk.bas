Attribute VB_Name = "modDvk"
Option Explicit

' Made by "dvk build" from rules/actions.toml: a macro for each button, a callback for each button of the ribbon.

' Soát lỗi
Public Sub DVK_check()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.check()"
End Sub

Public Sub Ribbon_check(control As Object)
    DVK_check
End Sub

' Chỉ tiêu
Public Sub DVK_targets()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.targets()"
End Sub

Public Sub Ribbon_targets(control As Object)
    DVK_targets
End Sub

' Thời hạn
Public Sub DVK_deadlines()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.deadlines()"
End Sub

Public Sub Ribbon_deadlines(control As Object)
    DVK_deadlines
End Sub

' Văn bản
Public Sub DVK_documents()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.documents()"
End Sub

Public Sub Ribbon_documents(control As Object)
    DVK_documents
End Sub

' Ghi số, ngày
Public Sub DVK_number()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.number()"
End Sub

Public Sub Ribbon_number(control As Object)
    DVK_number
End Sub

' Phụ lục, báo cáo
Public Sub DVK_appendix()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.appendix()"
End Sub

Public Sub Ribbon_appendix(control As Object)
    DVK_appendix
End Sub

' Soạn thư gửi
Public Sub DVK_send()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.send()"
End Sub

Public Sub Ribbon_send(control As Object)
    DVK_send
End Sub

' Đối chiếu
Public Sub DVK_verify()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.verify()"
End Sub

Public Sub Ribbon_verify(control As Object)
    DVK_verify
End Sub

' Khôi phục bản lưu
Public Sub DVK_restore()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.restore()"
End Sub

Public Sub Ribbon_restore(control As Object)
    DVK_restore
End Sub

' Kiểm tra máy
Public Sub DVK_doctor()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.doctor()"
End Sub

Public Sub Ribbon_doctor(control As Object)
    DVK_doctor
End Sub

' Cách dùng
Public Sub DVK_guide()
    DVK_RunPython "from dvk_office.shells import buttons; buttons.guide()"
End Sub

Public Sub Ribbon_guide(control As Object)
    DVK_guide
End Sub
