// Values come from the azd environment: `azd env set NAME value`. docs/deploy.md names each.
using 'main.bicep'

param environmentName = readEnvironmentVariable('AZURE_ENV_NAME', 'execreports')
param location = readEnvironmentVariable('AZURE_LOCATION', 'westus3')
param portfolio = readEnvironmentVariable('EXECREPORTS_PORTFOLIO', 'https://git.example.com/companies.git')
param schedulesAfter = readEnvironmentVariable('EXECREPORTS_SCHEDULES_AFTER', '')
param operatorEmails = split(readEnvironmentVariable('EXECREPORTS_OPERATORS', 'operations@example.com'), ',')
param awsRoleArn = readEnvironmentVariable('AWS_ROLE_ARN', '')
param awsTokenAudience = readEnvironmentVariable('AWS_WEB_IDENTITY_AUDIENCE', '')
param awsRegion = readEnvironmentVariable('AWS_REGION', '')
param reportBucket = readEnvironmentVariable('REPORT_BUCKET', '')
param reportTable = readEnvironmentVariable('REPORT_TABLE', 'executive_reports')
param gitCredentialsInVault = bool(readEnvironmentVariable('EXECREPORTS_GIT_CREDENTIALS_IN_VAULT', 'false'))
param authClientId = readEnvironmentVariable('AUTH_CLIENT_ID', '')
param historyDays = int(readEnvironmentVariable('EXECREPORTS_HISTORY_DAYS', '30'))
