; Inno Setup 6: iscc /DVersion=0.1.0 packaging\windows\space-race-tracker.iss
; Needs build\bundle\space-race-tracker, made on Windows by packaging\pyinstaller\space-race-tracker.spec.
#ifndef Version
  #error Say which: iscc /DVersion=...
#endif
#define Id "org.spaceracetracker.SpaceRaceTracker"
#define Program "space-race-tracker.exe"

[Setup]
; Never changed: by this an update finds what is installed.
AppId={{6C0E1C0B-6D3F-4E0E-9B57-2B6A3C1B7E41}
AppName=Space Race Tracker
AppVersion={#Version}
AppPublisher=The Space Race Tracker developers
AppPublisherURL=https://space-race-tracker.example/
AppSupportURL=https://space-race-tracker.example/issues
; For one person, without an administrator's password; who has it may install for all.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
DefaultDirName={autopf}\Space Race Tracker
DisableProgramGroupPage=yes
LicenseFile=..\..\LICENSE
OutputDir=..\..\dist
OutputBaseFilename=space-race-tracker-{#Version}-setup
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
Compression=lzma2
SolidCompression=yes
WizardStyle=modern
; A running app is closed and started again by an update, not asked for a restart of the system.
CloseApplications=yes
RestartApplications=yes
UninstallDisplayIcon={app}\{#Program}
; SignTool=...   with a certificate: the one line that is missing here

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; What an older version had and this one has not must not stay: the folder is ours alone. The data lies elsewhere.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\build\bundle\space-race-tracker\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
; The same id that the process takes (tracker/desktop/taskbar.py): only so do toasts, the taskbar and a pinned icon agree.
Name: "{autoprograms}\Space Race Tracker"; Filename: "{app}\{#Program}"; AppUserModelID: "{#Id}"
Name: "{autodesktop}\Space Race Tracker"; Filename: "{app}\{#Program}"; AppUserModelID: "{#Id}"; Tasks: desktopicon

[Registry]
; The app writes this value itself when it is asked to start at login (tracker/desktop/autostart_registry.py): it goes with it.
Root: HKCU; Subkey: "Software\Microsoft\Windows\CurrentVersion\Run"; ValueType: none; ValueName: "Space Race Tracker"; Flags: dontcreatekey uninsdeletevalue

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,Space Race Tracker}"; Flags: nowait postinstall skipifsilent
; Nothing under [UninstallDelete]: the data in {localappdata}\space-race-tracker is the person's.
