# Builds the platform and runs it on this machine: .\run.ps1 [--urls URL] [--data DIR] [--store sqlite|dynamodb] [--durable sqlite|azure-storage] [--stripe-urls URL]; .\run.ps1 --help tells more.
$root = $PSScriptRoot
. (Join-Path $root 'scripts/Steps.ps1')

Assert-DotNet $root
Say 'Building the platform (the first time this also fetches its packages and takes a minute or two)'
$build = & dotnet build (Join-Path $root 'src/LocalHost') --configuration Release --verbosity minimal 2>&1 | ForEach-Object { "$_" }
if ($LASTEXITCODE -ne 0) {
  $build | ForEach-Object { Write-Host $_ }
  Fail 'The build failed: the reason is above. If packages could not be fetched, check the connection to NuGet and run this again.'
}
# With an address or a region of its own the table is elsewhere.
if ("$env:Nots__Store $args" -match 'dynamodb' -and -not "$env:Nots__DynamoDb__Endpoint$env:Nots__DynamoDb__Region") { Install-DynamoDbLocal $root }
# With a connection string or an account the orchestrations are elsewhere.
if ("$env:Nots__Durable $args" -match 'azure-storage' -and -not "$env:Nots__AzureStorage__ConnectionString$env:Nots__AzureStorage__AccountName") { Install-Azurite $root }
Say 'Starting'
& dotnet (Join-Path $root 'src/LocalHost/bin/Release/net10.0/Nots.LocalHost.dll') @args
exit $LASTEXITCODE
