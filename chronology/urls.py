from django.urls import path

from chronology.views import answers, entries, exports, files, genogram, grid, integrated, lanes, several

app_name = "chronology"

urlpatterns = [
    path("case/<uuid:pk>/", integrated.case_chronology, name="case_chronology"),
    path("case/<uuid:pk>/export/", exports.case_chronology_export, name="case_chronology_export"),
    path("case/<uuid:pk>/print/", exports.case_print, name="case_print"),
    path("case/<uuid:pk>/lanes/", lanes.case_lanes, name="case_lanes"),
    path("case/<uuid:pk>/genogram/", genogram.case_genogram, name="case_genogram"),
    path("case/<uuid:pk>/ask/", integrated.case_ask, name="case_ask"),
    path("<uuid:pk>/", entries.chronology, name="chronology"),
    path("<uuid:pk>/add-entry/", entries.chronology_add_entry, name="chronology_add_entry"),
    path("<uuid:pk>/grid/", grid.chronology_grid, name="chronology_grid"),
    path("<uuid:pk>/grid/row/", grid.chronology_save_row, name="chronology_save_row"),
    path("<uuid:pk>/grid/paste/", grid.chronology_paste, name="chronology_paste"),
    path("<uuid:pk>/several/", several.chronology_change_entries, name="chronology_change_entries"),
    path("<uuid:pk>/undo/", grid.chronology_undo, name="chronology_undo"),
    path("<uuid:pk>/date/", grid.chronology_read_date, name="chronology_read_date"),
    path("<uuid:pk>/struck-out/", entries.chronology_struck, name="chronology_struck"),
    path("<uuid:pk>/share/", entries.chronology_share, name="chronology_share"),
    path("<uuid:pk>/send-back/", entries.chronology_unshare, name="chronology_unshare"),
    path("<uuid:pk>/import/", files.chronology_import_file, name="chronology_import_file"),
    path("<uuid:pk>/import/answer/", files.chronology_apply_import, name="chronology_apply_import"),
    path("board/<uuid:pk>/columns/", exports.board_columns, name="board_columns"),
    path("printout/<uuid:pk>/", exports.printout, name="printout"),
    path("printout/<uuid:pk>/file/", exports.printout_file, name="printout_file"),
    path("entry/<uuid:pk>/", entries.entry, name="entry"),
    path("entry/<uuid:pk>/change/", entries.entry_change, name="entry_change"),
    path("entry/<uuid:pk>/strike-out/", entries.entry_remove, name="entry_remove"),
    path("entry/<uuid:pk>/restore/", entries.entry_restore, name="entry_restore"),
    path("file/<uuid:pk>/", files.imported, name="import"),
    path("file/<uuid:pk>/columns/", files.imported_columns, name="import_columns"),
    path("file/<uuid:pk>/answer/", answers.imported_answer, name="import_answer"),
    path("file/<uuid:pk>/row/<int:ordinal>/", answers.imported_row, name="import_row"),
    path("file/<uuid:pk>/forget-columns/", answers.imported_forget, name="import_forget"),
    path("file/<uuid:pk>/read-again/", files.imported_read_again, name="import_read_again"),
    path("file/<uuid:pk>/take-in/", files.imported_apply, name="import_apply"),
    path("file/<uuid:pk>/set-aside/", files.imported_set_aside, name="import_set_aside"),
]
