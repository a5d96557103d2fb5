// The watchdog: it watches from outside of the app, so that a timer which has stopped is noticed too.
param name string
param location string
param tags object
@description('Resource ID of Application Insights.')
param insightsId string
@description('Addresses that are told.')
param operatorEmails array

resource operators 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: name
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'execreports'
    emailReceivers: [
      for (email, i) in operatorEmails: {
        name: 'operator-${i}'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

// Each tick measures how many scheduled runs should have finished and have not. No measurement for an hour: the timer has stopped.
resource overdue 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${name}-no-finished-run'
  location: location
  tags: tags
  properties: {
    displayName: 'ExecReports: no finished run since the expected time'
    description: 'A scheduled run should have finished and has not, or the timer has stopped. docs/operations.md, "A missed run".'
    enabled: true
    severity: 1
    scopes: [insightsId]
    evaluationFrequency: 'PT15M'
    windowSize: 'PT1H'
    criteria: {
      allOf: [
        {
          query: '''
            customMetrics
            | where name == "execreports.runs.overdue"
            | summarize ticks = count(), overdue = max(valueMax)
            | where ticks == 0 or overdue > 0
          '''
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: { actionGroups: [operators.id] }
    autoMitigate: true
  }
}
