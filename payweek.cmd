@echo off
rem Runs Payweek on Windows, in a checkout after building it. A test reads this file; nobody has run it on Windows yet.
setlocal EnableExtensions DisableDelayedExpansion

set "here=%~dp0"
set "lib=%here%lib"
set "launcher=%lib%"
if exist "%lib%\payweek.jar" goto :found
set "lib=%here%app\target"
set "launcher=%here%app\launcher"
:found
set "jar=%lib%\payweek.jar"

set "java=java.exe"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
if not defined JAVA_HOME where java.exe >nul 2>nul || goto :nojava
if defined JAVA_HOME if not exist "%java%" goto :nojava

if exist "%jar%" goto :run
where mvn >nul 2>nul || goto :nomaven
echo payweek: building, which takes a minute or two ... 1>&2
pushd "%here%"
call mvn -q -B -ntp -Dstyle.color=never -Pfast -pl app -am package 1>&2
popd
if not exist "%jar%" goto :failed

:run
set "options=@%launcher%\short.args"
if /i "%~1"=="import" set "options=@%launcher%\import.args"
if /i "%~1"=="export" set "options=@%launcher%\import.args"
if /i "%~1"=="serve" set "options=@%launcher%\serve.args"

rem Payweek writes UTF-8; the window gets its own letters back afterwards.
set "page="
for /f "tokens=2 delims=:." %%p in ('chcp') do set "page=%%p"
chcp 65001 >nul
"%java%" "%options%" "-Dpayweek.library=%lib%" -jar "%jar%" %*
set "code=%ERRORLEVEL%"
if defined page chcp %page% >nul
exit /b %code%

:nojava
echo payweek: Payweek needs a JDK 17 or newer; no Java was found. 1>&2
exit /b 1

:nomaven
echo payweek: Payweek needs Maven 3.8.7 or newer to be built; no Maven was found. 1>&2
exit /b 1

:failed
echo payweek: the build failed; see above. 1>&2
exit /b 1
