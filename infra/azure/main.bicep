// The Functions app and what it stands on, in a resource group of its own. No key, password or connection string with a secret exists: every access is by the app's managed identity.
targetScope = 'subscription'

@description('Name of the environment; resources are named after it.')
@minLength(1)
@maxLength(24)
param environmentName string

@description('Azure region that has Flex Consumption, such as westus3.')
@minLength(1)
param location string

@description('The portfolio: an address on a git server (https://git.example.com/companies.git#main:handoffs), or s3://bucket/prefix.')
@minLength(1)
param portfolio string

@description('Occurrences of schedules up to this moment (UTC) are never started, such as 2026-11-30T12:00:00Z: the moment of the installation. Empty: whatever the catch-up limit allows.')
param schedulesAfter string = ''

@description('Addresses that are told when a scheduled run did not finish in time.')
@minLength(1)
param operatorEmails array

@description('AWS role that the app assumes with its identity token: the output RoleArn of infra/aws. Empty: nothing is delivered through AWS.')
param awsRoleArn string = ''

@description('Audience of the token that AWS checks: the application ID URI of the Entra application that infra/aws names.')
param awsTokenAudience string = ''

@description('AWS region of bucket, table and mail.')
param awsRegion string = ''

@description('Bucket that keeps the reports: an output of infra/aws.')
param reportBucket string = ''

@description('Table of the ledger.')
param reportTable string = 'executive_reports'

@description('Whether the key vault holds the secret git-credentials, which reads the portfolio and the repositories (host=user:token).')
param gitCredentialsInVault bool = false

@description('Application (client) ID of the Entra application that signs people in. Empty: function keys only, and no Durable Functions Monitor.')
param authClientId string = ''

@description('How long the history of a run is kept, in days; at least a day more than schedules catch up over.')
@minValue(4)
param historyDays int = 30

@description('The most instances that the app scales out to. Flex Consumption takes 40 or more.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 40

var tags = { 'azd-env-name': environmentName }
var identityName = 'id-execreports-${token}'
var token = uniqueString(subscription().id, environmentName, location)

resource group 'Microsoft.Resources/resourceGroups@2024-03-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  scope: group
  params: {
    name: identityName
    location: location
    tags: tags
  }
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  scope: group
  params: {
    workspaceName: 'log-execreports-${token}'
    insightsName: 'appi-execreports-${token}'
    location: location
    tags: tags
    identityName: identityName
    principalId: identity.outputs.principalId
  }
}

module storage 'modules/storage.bicep' = {
  name: 'storage'
  scope: group
  params: {
    name: 'st${token}'
    location: location
    tags: tags
    identityName: identityName
    principalId: identity.outputs.principalId
  }
}

module vault 'modules/key-vault.bicep' = {
  name: 'vault'
  scope: group
  params: {
    name: 'kv-${token}'
    location: location
    tags: tags
    identityName: identityName
    principalId: identity.outputs.principalId
  }
}

module app 'modules/function-app.bicep' = {
  name: 'app'
  scope: group
  params: {
    name: 'func-execreports-${token}'
    planName: 'plan-execreports-${token}'
    location: location
    tags: union(tags, { 'azd-service-name': 'functions' })
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    storage: storage.outputs.endpoints
    packageContainer: storage.outputs.packageContainer
    insightsConnectionString: monitoring.outputs.connectionString
    authClientId: authClientId
    maximumInstances: maximumInstances
    settings: union(
      {
        EXECREPORTS_PORTFOLIO: portfolio
        EXECREPORTS_HISTORY_DAYS: string(historyDays)
        EXECREPORTS_SCHEDULES_AFTER: schedulesAfter
      },
      empty(awsRoleArn)
        ? {}
        : {
            EXECREPORTS_DELIVER: 'aws'
            AWS_ROLE_ARN: awsRoleArn
            AWS_WEB_IDENTITY_AUDIENCE: awsTokenAudience
            AWS_REGION: awsRegion
            REPORT_BUCKET: reportBucket
            REPORT_TABLE: reportTable
          },
      gitCredentialsInVault
        ? { EXECREPORTS_GIT_CREDENTIALS: '@Microsoft.KeyVault(SecretUri=${vault.outputs.uri}secrets/git-credentials)' }
        : {}
    )
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  scope: group
  params: {
    name: 'execreports-${environmentName}'
    location: location
    tags: tags
    insightsId: monitoring.outputs.insightsId
    operatorEmails: operatorEmails
  }
}

@description('Resource group of everything.')
output AZURE_RESOURCE_GROUP string = group.name

@description('Name of the Functions app.')
output AZURE_FUNCTION_NAME string = app.outputs.name

@description('Address of the app.')
output AZURE_FUNCTION_URI string = app.outputs.uri

@description('Name of the key vault.')
output AZURE_KEY_VAULT_NAME string = vault.outputs.name

@description('Object ID of the app\'s identity: the subject (sub) that the AWS role must pin.')
output AZURE_IDENTITY_PRINCIPAL_ID string = identity.outputs.principalId

@description('Tenant of the identity: part of the issuer (iss) that AWS must trust.')
output AZURE_IDENTITY_TENANT_ID string = identity.outputs.tenantId
