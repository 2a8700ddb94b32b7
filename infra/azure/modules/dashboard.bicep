// What to look at when an alert fires: a workbook with the figures of the AWS side's dashboard. Those of the table are there, where it is.
param environmentName string
param location string
param tags object
param insightsId string

// An API's request has a status; a timer's, an orchestration's or an activity's run has the result 0.
var figures = [
  {
    title: 'Requests'
    shows: 'timechart'
    query: 'requests | extend status = toint(resultCode) | where status >= 100 | summarize all = count(), refused = countif(status between (400 .. 499)), failed = countif(status >= 500) by bin(timestamp, 5m)'
  }
  {
    title: 'Time to answer, milliseconds'
    shows: 'timechart'
    query: 'requests | where toint(resultCode) >= 100 | summarize percentiles(duration, 50, 95, 99) by bin(timestamp, 5m)'
  }
  {
    title: 'Runs that failed, by function'
    shows: 'timechart'
    query: 'requests | where success == false | summarize count() by name, bin(timestamp, 5m)'
  }
  {
    title: 'Instances'
    shows: 'timechart'
    query: 'requests | summarize dcount(cloud_RoleInstance) by bin(timestamp, 5m)'
  }
  {
    title: 'Dead letters'
    shows: 'timechart'
    query: 'traces | where message contains "goes to the dead letters" | summarize count() by bin(timestamp, 5m)'
  }
  {
    title: 'Errors'
    shows: 'table'
    query: 'union traces, exceptions | where severityLevel >= 3 | top 20 by timestamp desc | project timestamp, message = coalesce(message, outerMessage), operation_Id'
  }
]

var charts = [
  for figure in figures: {
    type: 3
    name: figure.title
    customWidth: '50'
    content: {
      version: 'KqlItem/1.0'
      title: figure.title
      query: figure.query
      visualization: figure.shows
      size: 0
      timeContext: { durationMs: 86400000 }
      queryType: 0
      resourceType: 'microsoft.insights/components'
    }
  }
]

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = {
  name: guid(resourceGroup().id, 'operations')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'nots-operations-${environmentName}'
    category: 'workbook'
    sourceId: insightsId
    version: 'Notebook/1.0'
    serializedData: string({ version: 'Notebook/1.0', items: charts, fallbackResourceIds: [insightsId] })
  }
}
