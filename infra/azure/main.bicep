// The NOTS function app of one environment on Azure. The table, the documents, the people and the websites are on AWS (infra/aws),
// where the app's identity is known by its own token: no key of AWS is kept here. bootstrap.bicep comes first, once.

@allowed(['dev', 'staging', 'production'])
param environmentName string

@description('The commit that runs: a tag of the app, from which the next deployment knows what to go back to.')
param release string = ''

@description('The website\'s domain; dashboard. and driver. are below it.')
param domain string

param location string = resourceGroup().location

@description('What keeps the orchestrations: the managed Durable Task Scheduler, SQL Server, or the storage account.')
@allowed(['scheduler', 'mssql', 'azureStorage'])
param durableStore string = 'scheduler'

@description('How a release replaces the one before. Flex Consumption has no slots: RollingUpdate drains the old instances while new ones take over, Recreate stops them.')
@allowed(['RollingUpdate', 'Recreate'])
param siteUpdateStrategy string = 'RollingUpdate'

@allowed([512, 2048, 4096])
param instanceMemory int = 2048

@minValue(1)
@maxValue(1000)
param maximumInstances int

@description('Instances that wait for requests, and as many (one at least) for orchestrations; with fewer than two, a rolling update has nothing to roll over to.')
@minValue(0)
param alwaysReadyInstances int

@description('Who is told when an alert fires.')
param alertEmail string

@description('Where messages to the dispatchers go.')
param dispatchEmail string

param smtpHost string

// A variable that GitHub does not have is an empty text to the parameter files: it is refused here, before anything is changed.
@minLength(1)
param smtpUser string
param smtpFrom string

@description('The region of the table.')
param awsRegion string = 'eu-west-2'

@description('The role that trusts this app\'s identity: the output AzureRoleArn of the AWS stack.')
@minLength(1)
param awsRoleArn string

@description('The application id URI that the role trusts.')
@minLength(1)
param awsAudience string

@description('The Cognito user pool\'s issuer and client: outputs of the AWS stack.')
@minLength(1)
param identityAuthority string
@minLength(1)
param identityClientId string

@description('A table that took the place of the environment\'s own after a restore.')
param tableName string = ''

@description('The secret that is being rotated, whose previous value is accepted, too.')
@allowed(['none', 'webhook', 'signing'])
param rotation string = 'none'

var tags = { environment: environmentName }

// Made by bootstrap.bicep, since AWS has to know it before the app starts.
resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'nots-identity-${environmentName}'
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    alertEmail: alertEmail
    identityId: identity.id
    principalId: identity.properties.principalId
  }
}

module dashboard 'modules/dashboard.bicep' = {
  name: 'dashboard'
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
    keepsOrchestrations: durableStore == 'azureStorage'
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    environmentName: environmentName
    identityId: identity.id
    principalId: identity.properties.principalId
  }
}

module scheduler 'modules/scheduler.bicep' = if (durableStore == 'scheduler') {
  name: 'scheduler'
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    identityId: identity.id
    principalId: identity.properties.principalId
    clientId: identity.properties.clientId
  }
}

module sql 'modules/sql.bicep' = if (durableStore == 'mssql') {
  name: 'sql'
  params: {
    environmentName: environmentName
    location: location
    tags: tags
    identityName: identity.name
    clientId: identity.properties.clientId
  }
}

// What is known only when it is there: the identity's id for AWS, and the Functions host's own storage and telemetry.
var hostSettings = {
  AzureWebJobsStorage__accountName: storage.outputs.accountName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identity.properties.clientId
  Nots__DynamoDb__IdentityClientId: identity.properties.clientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: monitoring.outputs.connectionString
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identity.properties.clientId};Authorization=AAD'
}

// Where its orchestrations are: goes before what host.json says.
var durableSettings = {
  scheduler: {
    AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'azureManaged'
    AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'DURABLE_TASK_SCHEDULER_CONNECTION_STRING'
    DURABLE_TASK_SCHEDULER_CONNECTION_STRING: scheduler.?outputs.connectionString ?? ''
  }
  mssql: {
    AzureFunctionsJobHost__extensions__durableTask__storageProvider__type: 'mssql'
    AzureFunctionsJobHost__extensions__durableTask__storageProvider__connectionStringName: 'SQLDB_Connection'
    SQLDB_Connection: sql.?outputs.connectionString ?? ''
  }
  azureStorage: {}
}

// What the Functions host itself reads. A hub in a storage account or a database has letters and digits only. The platform's front
// ends say who the client is, and the host passes it on.
var triggerSettings = {
  TaskHub: durableStore == 'scheduler' ? 'nots-hub-${environmentName}' : 'nots${environmentName}'
  RelayOutboxSchedule: '0 * * * * *'
  ReconcilePaymentsSchedule: '0 */15 * * * *'
  ASPNETCORE_FORWARDEDHEADERS_ENABLED: 'true'
  AzureWebJobsDisableHomepage: 'true'
}

// The platform's settings: docs/deployment.md lists them all.
var platformSettings = {
  Nots__DynamoDb__Environment: environmentName
  Nots__DynamoDb__Region: awsRegion
  Nots__DynamoDb__TableName: empty(tableName) ? 'nots-main-table-${environmentName}' : tableName
  Nots__DynamoDb__Credentials: 'WebIdentity'
  Nots__DynamoDb__RoleArn: awsRoleArn
  Nots__DynamoDb__IdentityAudience: awsAudience
  Nots__Identity__Authority: identityAuthority
  Nots__Identity__ClientId: identityClientId
  Nots__AllowedOrigins__0: 'https://${domain}'
  Nots__AllowedOrigins__1: 'https://dashboard.${domain}'
  Nots__AllowedOrigins__2: 'https://driver.${domain}'
  Nots__WebsiteUrl: 'https://${domain}'
  Nots__DispatchEmail: dispatchEmail
  Nots__Smtp__Host: smtpHost
  Nots__Smtp__User: smtpUser
  Nots__Smtp__From: smtpFrom
}

// Settings that are secrets, and their names in the vault.
var secretSettings = {
  Nots__Stripe__SecretKey: 'stripe-secret-key'
  Nots__Stripe__WebhookSecrets__0: 'stripe-webhook-secret'
  Nots__SigningSecrets__0: 'signing-secret'
  Nots__Smtp__Password: 'smtp-password'
}
var rotationSettings = {
  none: {}
  webhook: { Nots__Stripe__WebhookSecrets__1: 'stripe-webhook-secret-previous' }
  signing: { Nots__SigningSecrets__1: 'signing-secret-previous' }
}

module app 'modules/app.bicep' = {
  name: 'app'
  params: {
    environmentName: environmentName
    location: location
    tags: union(tags, { release: release })
    identityId: identity.id
    packagesUrl: storage.outputs.packagesUrl
    siteUpdateStrategy: siteUpdateStrategy
    instanceMemory: instanceMemory
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    settings: union(
      hostSettings,
      durableSettings[durableStore],
      triggerSettings,
      platformSettings,
      mapValues(
        union(secretSettings, rotationSettings[rotation]),
        secret => '@Microsoft.KeyVault(VaultName=${vault.outputs.vaultName};SecretName=${secret})'
      )
    )
  }
}

output apiUrl string = 'https://${app.outputs.hostName}'
