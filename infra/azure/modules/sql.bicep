// SQL Server for the orchestrations. Nobody has a password: the app's identity is the server's administrator, since it makes its own
// schema, and the server has nothing but this database.
param environmentName string
param location string
param tags object
param identityName string
param clientId string

resource server 'Microsoft.Sql/servers@2023-08-01' = {
  name: 'nots-durable-${environmentName}'
  location: location
  tags: tags
  properties: {
    minimalTlsVersion: '1.2'
    administrators: {
      administratorType: 'ActiveDirectory'
      azureADOnlyAuthentication: true
      principalType: 'Application'
      login: identityName
      // Azure SQL knows a person by the object's id, and an application by its client id.
      sid: clientId
      tenantId: tenant().tenantId
    }
  }
}

// Addresses within Azure, which the app's instances have.
resource fromAzure 'Microsoft.Sql/servers/firewallRules@2023-08-01' = {
  parent: server
  name: 'AllowAllWindowsAzureIps'
  properties: { startIpAddress: '0.0.0.0', endIpAddress: '0.0.0.0' }
}

resource database 'Microsoft.Sql/servers/databases@2023-08-01' = {
  parent: server
  name: 'nots_durable'
  location: location
  tags: tags
  sku: environmentName == 'production'
    ? { name: 'GP_S_Gen5', tier: 'GeneralPurpose', family: 'Gen5', capacity: 4 }
    : { name: 'S0', tier: 'Standard' }
  properties: { zoneRedundant: false }
}

output connectionString string = 'Server=tcp:${server.properties.fullyQualifiedDomainName},1433;Database=${database.name};Authentication=Active Directory Managed Identity;User Id=${clientId};Encrypt=True'
