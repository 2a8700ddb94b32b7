// The Functions host's storage: its leases, the app's package, and the orchestrations where they are kept here; and the releases that a
// deployment can go back to.
param environmentName string
param location string
param tags object
param identityId string
param principalId string
param keepsOrchestrations bool

var blobContributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
)

// Blobs for the leases and the package; queues and tables for orchestrations alone.
var roles = concat(
  ['b7e6dc6d-f1e8-4753-8033-0f276bb0955b'],
  keepsOrchestrations ? ['974c5e8b-45b9-4653-ba55-5f855dd0fb88', '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'] : []
)

// A storage account's name has no hyphens and is unique in the world.
resource account 'Microsoft.Storage/storageAccounts@2023-05-01' = {
  name: take('nots${environmentName}${uniqueString(resourceGroup().id)}', 24)
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: { name: environmentName == 'production' ? 'Standard_ZRS' : 'Standard_LRS' }
  properties: {
    allowBlobPublicAccess: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2023-05-01' = {
  parent: account
  name: 'default'
}

resource packages 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'packages'
}

// Every release by its commit. The platform itself keeps only the one that runs.
resource releases 'Microsoft.Storage/storageAccounts/blobServices/containers@2023-05-01' = {
  parent: blobs
  name: 'releases'
}

resource deployer 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' existing = {
  name: 'nots-deploy-${environmentName}'
}

resource keeps 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: releases
  name: guid(releases.id, deployer.id, blobContributor)
  properties: {
    principalId: deployer.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: blobContributor
  }
}

resource access 'Microsoft.Authorization/roleAssignments@2022-04-01' = [
  for role in roles: {
    scope: account
    name: guid(account.id, identityId, role)
    properties: {
      principalId: principalId
      principalType: 'ServicePrincipal'
      roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', role)
    }
  }
]

output accountName string = account.name
output packagesUrl string = '${account.properties.primaryEndpoints.blob}${packages.name}'
