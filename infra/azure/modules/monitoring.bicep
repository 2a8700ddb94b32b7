// What the app tells, and when to wake somebody. The AWS side has alarms of the same names and thresholds.
param environmentName string
param location string
param tags object
param alertEmail string
param identityId string
param principalId string

var metricsPublisher = subscriptionResourceId(
  'Microsoft.Authorization/roleDefinitions',
  '3913510d-42f4-4e42-8a64-420c390055eb'
)

// `value` is what is compared; a query without rows is no alert.
var alerts = [
  {
    name: 'api-5xx'
    description: 'More than 10 answers of the API in five minutes were 5xx.'
    threshold: 10
    query: 'requests | summarize value = countif(toint(resultCode) >= 500)'
  }
  {
    // Every run of a function is a request to Application Insights; a timer's, an orchestration's or an activity's has the result 0.
    name: 'api-errors'
    description: 'More than 5 % of the requests in five minutes failed.'
    threshold: 5
    query: 'requests | where toint(resultCode) >= 100 | summarize value = 100.0 * countif(toint(resultCode) >= 500) / max_of(count(), 1)'
  }
  {
    // The table's own throttles are an alarm on AWS, where it is; these are the requests that could not be answered for them, or because
    // another service did not answer.
    name: 'throttles'
    description: 'The API answered 503: the table or another service refused or did not answer.'
    threshold: 0
    query: 'requests | summarize value = countif(toint(resultCode) == 503)'
  }
  {
    // The line that the platform logs when it gives a message up.
    name: 'dead-letters'
    description: 'A message to a customer, driver or dispatcher could not be sent and was given up.'
    threshold: 0
    query: 'traces | where message contains "goes to the dead letters" | summarize value = count()'
  }
  {
    // The user pool's own failures are an alarm on AWS, where it is; these are the requests without a token that is accepted.
    name: 'failed-sign-ins'
    description: 'More than 10 requests in five minutes had no token that is accepted.'
    threshold: 10
    query: 'requests | summarize value = countif(toint(resultCode) == 401)'
  }
]

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' = {
  name: 'nots-logs-${environmentName}'
  location: location
  tags: tags
  properties: {
    sku: { name: 'PerGB2018' }
    retentionInDays: 90
    features: { disableLocalAuth: true }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'nots-insights-${environmentName}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    DisableLocalAuth: true
  }
}

resource publishes 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: insights
  name: guid(insights.id, identityId, metricsPublisher)
  properties: { principalId: principalId, principalType: 'ServicePrincipal', roleDefinitionId: metricsPublisher }
}

resource alertGroup 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: 'nots-alerts-${environmentName}'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'nots-alerts'
    emailReceivers: [{ name: 'operations', emailAddress: alertEmail, useCommonAlertSchema: true }]
  }
}

resource rules 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in alerts: {
    name: 'nots-${alert.name}-${environmentName}'
    location: location
    tags: tags
    properties: {
      displayName: 'nots-${alert.name}-${environmentName}'
      description: alert.description
      enabled: true
      severity: 1
      scopes: [insights.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT5M'
      autoMitigate: true
      criteria: {
        allOf: [
          {
            query: alert.query
            metricMeasureColumn: 'value'
            timeAggregation: 'Maximum'
            operator: 'GreaterThan'
            threshold: alert.threshold
            failingPeriods: { numberOfEvaluationPeriods: 1, minFailingPeriodsToAlert: 1 }
          }
        ]
      }
      actions: { actionGroups: [alertGroup.id] }
    }
  }
]

output insightsId string = insights.id
output connectionString string = insights.properties.ConnectionString
