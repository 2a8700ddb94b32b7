# Sets up and runs every test: .\test.ps1. Ends with the line "N passed, N failed, N skipped" and a non-zero exit code unless all passed.
$root = $PSScriptRoot
. (Join-Path $root 'scripts/Steps.ps1')
Set-Location $root

# The worker processes of a build would outlive this command.
$env:MSBUILDDISABLENODEREUSE = '1'

$script:Counts = @{ succeeded = 0; failed = 0; skipped = 0 }
$script:Faults = @()

function Complete-Run {
  Say 'Done'
  if ($script:Counts.failed -gt 0) { $script:Faults += "$($script:Counts.failed) tests failed; each is listed above with its reason." }
  if ($script:Counts.succeeded + $script:Counts.failed -eq 0) { $script:Faults += 'No test ran.' }
  Write-Host ''
  $script:Faults | ForEach-Object { Write-Host $_ -ForegroundColor Red }
  Write-Host ('{0} passed, {1} failed, {2} skipped' -f $script:Counts.succeeded, $script:Counts.failed, $script:Counts.skipped)
  exit [int] ($script:Faults.Count -gt 0)
}

function Stop-Run([string] $Why) {
  $script:Faults += $Why
  Complete-Run
}

Assert-DotNet $root

Say 'Restoring packages (the first time a minute or two)'
& dotnet restore Nots.sln --verbosity minimal
if ($LASTEXITCODE -ne 0) { Stop-Run 'Packages could not be restored: check the connection to NuGet, then run this again.' }

Say 'Building everything (Release)'
& dotnet build Nots.sln --configuration Release --no-restore --verbosity minimal
if ($LASTEXITCODE -ne 0) { Stop-Run 'The build failed: the reason is above.' }

Say 'Checking the format'
& dotnet format Nots.sln --no-restore --verify-no-changes
if ($LASTEXITCODE -ne 0) { $script:Faults += "The format is not the agreed one: 'dotnet format Nots.sln' puts it right." }

Assert-Java
$locks = @(& git ls-files '*package-lock.json')
if ($locks.Count -gt 0) { Assert-Node }
foreach ($folder in $locks | Split-Path) {
  if (-not (Install-Npm $folder)) { Stop-Run "The npm packages of $folder could not be installed: check the connection to npm, then run this again." }
}

$only = @()
$browser = Find-Browser
if ($browser) {
  $env:CHROME_PATH = $browser
} else {
  Say 'Left out: the test of the page of operations in a browser. Install Chrome or Edge, or set CHROME_PATH to one, to have it run.'
  $only = @('--filter-not-trait', 'needs=browser')
}

Say 'Testing'
# The runner's own summary of all assemblies is the last thing that it prints.
& dotnet test --solution Nots.sln --configuration Release --no-build --no-progress --max-parallel-test-modules 1 @only 2>&1 | ForEach-Object {
  $line = "$_"
  Write-Host $line
  if ($line -match '^ +(succeeded|failed|skipped): (\d+)') { $script:Counts[$Matches[1]] = [int] $Matches[2] }
}
$status = $LASTEXITCODE
if ($status -ne 0 -and $script:Counts.failed -eq 0) {
  $script:Faults += "The test run ended with exit code ${status}: a test assembly crashed, had no tests, or could not start; the reason is above."
}

Say "Counting what a booking's life spends on the table"
& dotnet run --project bench/Cost --configuration Release --no-build
if ($LASTEXITCODE -ne 0) {
  $script:Faults += "A booking spends more on the table than it did: each figure that grew is above. 'dotnet run -c Release --project bench/Cost -- --update' stores new figures, if they must be."
}
Complete-Run
