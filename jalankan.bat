@rem Klik dua kali di Windows: mengolah folder "input", lalu membuka laporan.html dan folder "output".
@echo off
setlocal
chcp 65001 >nul
set "PYTHONUTF8=1"
pushd "%~dp0"

set "PYTHON="
py -3 -c "import sys" >nul 2>nul
if not errorlevel 1 set "PYTHON=py -3"
if defined PYTHON goto ada_python
python -c "import sys" >nul 2>nul
if not errorlevel 1 set "PYTHON=python"
if defined PYTHON goto ada_python
echo Python belum terpasang di komputer ini.
echo Buka www.python.org/downloads, pasang Python 3.11 atau lebih baru, dan centang
echo "Add python.exe to PATH". Setelah itu klik dua kali berkas ini lagi.
set "KODE=7"
goto selesai

:ada_python
if not "%~1"=="" goto dengan_perintah
set "NOL=Selesai: semua berkas dan pegawai diterima."
%PYTHON% jalankan.py proses
set "KODE=%ERRORLEVEL%"
if exist "output" start "" "output"
if %KODE% GTR 1 goto arti
@rem The folder written last comes last; one with a recap is that of a period, not of lost files.
set "HALAMAN="
for /f "delims=" %%D in ('dir /b /ad /o:d output 2^>nul') do (
  if exist "output\%%D\rekap.xlsx" if exist "output\%%D\laporan.html" set "HALAMAN=output\%%D\laporan.html"
)
if defined HALAMAN start "" "%HALAMAN%"
goto arti

:dengan_perintah
set "NOL=Selesai."
%PYTHON% jalankan.py %*
set "KODE=%ERRORLEVEL%"

:arti
echo.
if "%KODE%"=="0" echo %NOL%
if "%KODE%"=="1" echo Selesai: ada yang perlu diperbaiki. Lihat berkas Perbaikan di folder output.
if "%KODE%"=="2" echo Perintah belum dikenali. Daftar perintah: jalankan.bat --help
if "%KODE%"=="3" echo Pengaturan.xlsx perlu dibetulkan. Lihat keterangan di atas.
if "%KODE%"=="4" echo Folder input belum berisi berkas yang dapat diolah.
if "%KODE%"=="5" echo Berkas tidak dapat dibaca atau ditulis. Tutup Excel, lalu ulangi.
if "%KODE%"=="6" echo Terjadi kesalahan pada program. Simpan keterangan di atas untuk dilaporkan.
if "%KODE%"=="7" echo Program belum siap dijalankan. Ikuti petunjuk di atas, lalu ulangi.
if "%KODE%"=="130" echo Dihentikan sebelum selesai. Jalankan lagi kapan saja.

:selesai
echo.
if not defined KINERJA_TANPA_JEDA pause
popd
exit /b %KODE%
