// The managed Durable Task Scheduler and the hub of this app's orchestrations.
param environmentName string
param location string
param tags object
param identityId string
param principalId string
param clientId string

var dataContributor = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '0ad04412-c4d5-4796-b79c-f76d14c8d402'
)

resource scheduler 'Microsoft.DurableTask/schedulers@2025-11-01' = {
  name: 'nots-durable-${environmentName}'
  location: location
  tags: tags
  properties: {
    // Whoever calls has a token of the identity below; instances of Flex Consumption have no addresses to list.
    ipAllowlist: ['0.0.0.0/0']
    sku: { name: 'Consumption' }
  }
}

resource hub 'Microsoft.DurableTask/schedulers/taskHubs@2025-11-01' = {
  parent: scheduler
  name: 'nots-hub-${environmentName}'
}

resource works 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: hub
  name: guid(hub.id, identityId, dataContributor)
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: dataContributor }
}

output connectionString string = 'Endpoint=${scheduler.properties.endpoint};Authentication=ManagedIdentity;ClientID=${clientId}'
