// What must be there before the platform of an environment can be deployed: the identity that GitHub's workflows take, the app's own,
// which AWS has to know, and the vault with the secrets. A person with an owner's rights deploys it once per environment, as docs/deployment.md says.

@allowed(['dev', 'staging', 'production'])
param environmentName string

@description('The repository whose workflows may deploy here, as owner/name.')
param gitHubRepository string

param location string = resourceGroup().location

var tags = { environment: environmentName }
// What main.bicep gives to the app and its deployer, and so all that the workflows may give.
var grantableRoles = [
  'b7e6dc6d-f1e8-4753-8033-0f276bb0955b' // Storage Blob Data Owner
  'ba92f5b4-2d11-453d-a403-e96b0029c9fe' // Storage Blob Data Contributor
  '974c5e8b-45b9-4653-ba55-5f855dd0fb88' // Storage Queue Data Contributor
  '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3' // Storage Table Data Contributor
  '4633458b-17de-408a-b874-0445c86b69e6' // Key Vault Secrets User
  '3913510d-42f4-4e42-8a64-420c390055eb' // Monitoring Metrics Publisher
  '0ad04412-c4d5-4796-b79c-f76d14c8d402' // Durable Task Data Contributor
]
var contributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'b24988ac-6180-42a0-ab88-20f7382dd24c'
)
var accessAdministrator = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  'f58310d9-a9f6-439a-9e8d-f62e7b41a168'
)

resource deployer 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'nots-deploy-${environmentName}'
  location: location
  tags: tags
}

resource gitHub 'Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials@2023-01-31' = {
  parent: deployer
  name: 'github'
  properties: {
    issuer: 'https://token.actions.githubusercontent.com'
    subject: 'repo:${gitHubRepository}:environment:${environmentName}'
    audiences: ['api://AzureADTokenExchange']
  }
}

resource deploys 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, deployer.id, contributor)
  properties: {
    principalId: deployer.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: contributor
  }
}

// It may give (and take) the roles above, to service principals, and no others.
resource grants 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(resourceGroup().id, deployer.id, accessAdministrator)
  properties: {
    principalId: deployer.properties.principalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: accessAdministrator
    conditionVersion: '2.0'
    condition: '((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/write\'})) OR (@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${join(grantableRoles, ', ')}} AND @Request[Microsoft.Authorization/roleAssignments:PrincipalType] ForAnyOfAnyValues:StringEqualsIgnoreCase {\'ServicePrincipal\'})) AND ((!(ActionMatches{\'Microsoft.Authorization/roleAssignments/delete\'})) OR (@Resource[Microsoft.Authorization/roleAssignments:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {${join(grantableRoles, ', ')}}))'
  }
}

resource app 'Microsoft.ManagedIdentity/userAssignedIdentities@2023-01-31' = {
  name: 'nots-identity-${environmentName}'
  location: location
  tags: tags
}

// Its secrets are put by hand: stripe-secret-key, stripe-webhook-secret, signing-secret, google-maps-api-key and smtp-password.
resource vault 'Microsoft.KeyVault/vaults@2023-07-01' = {
  name: 'nots-vault-${environmentName}'
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 90
    enablePurgeProtection: true
  }
}

@description('AZURE_CLIENT_ID of the GitHub environment.')
output deployerClientId string = deployer.properties.clientId

@description('AzurePrincipalId of the AWS stack.')
output identityPrincipalId string = app.properties.principalId
output tenantId string = tenant().tenantId
output vaultName string = vault.name
