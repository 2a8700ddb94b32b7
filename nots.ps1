# Runs the operations tool; builds it first when its sources have changed.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$tool = Join-Path $root 'src/Cli/bin/Release/net10.0/nots.dll'

if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
  [Console]::Error.WriteLine('nots: the .NET 10 SDK is needed, and there is no dotnet on the path: https://dotnet.microsoft.com/download')
  exit 2
}

function Test-Changed {
  if (-not (Test-Path $tool)) { return $true }
  $built = (Get-Item $tool).LastWriteTimeUtc
  $sources = @('src/Cli', 'src/Storage', 'src/Application', 'src/Domain', 'simulators/Journeys', 'clients/csharp' | ForEach-Object { Get-ChildItem (Join-Path $root $_) -Recurse -File } | Where-Object { $_.FullName -notmatch '[\\/](bin|obj)[\\/]' })
  $sources += Get-Item (Join-Path $root 'Directory.Build.props'), (Join-Path $root 'Directory.Packages.props')
  return [bool]($sources | Where-Object { $_.LastWriteTimeUtc -gt $built } | Select-Object -First 1)
}

if (Test-Changed) {
  [Console]::Error.WriteLine('nots: building the tool.')
  $log = dotnet build (Join-Path $root 'src/Cli') --configuration Release --nologo --verbosity quiet 2>&1
  if ($LASTEXITCODE -ne 0) {
    [Console]::Error.WriteLine(($log | Out-String))
    [Console]::Error.WriteLine('nots: the tool does not build; see above.')
    exit 2
  }
  # A build that found nothing to do leaves the old file's time.
  (Get-Item $tool).LastWriteTimeUtc = [DateTime]::UtcNow
}

# The platform that such a demo starts brings a DynamoDB Local of its own.
if ($args.Count -gt 0 -and $args[0] -eq 'demo' -and "$args" -match '--start' -and "$args" -match 'dynamodb' -and -not "$env:Nots__DynamoDb__Endpoint$env:Nots__DynamoDb__Region") {
  . (Join-Path $root 'scripts/Steps.ps1')
  Install-DynamoDbLocal $root
}

& dotnet $tool @args
exit $LASTEXITCODE
