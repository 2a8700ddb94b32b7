using 'main.bicep'

param environmentName = 'staging'
param domain = 'staging.nots.co.uk'
param maximumInstances = 5
param alwaysReadyInstances = 0
param alertEmail = 'devops@nots.co.uk'
param dispatchEmail = 'dispatch@staging.nots.co.uk'
param smtpHost = 'email-smtp.eu-west-2.amazonaws.com'
param smtpFrom = 'NOTS <bookings@staging.nots.co.uk>'

// Of one account or tenant each: variables of the GitHub environment, or of whoever deploys by hand.
param smtpUser = readEnvironmentVariable('SMTP_USER')
param awsRoleArn = readEnvironmentVariable('AWS_AZURE_ROLE_ARN')
param awsAudience = readEnvironmentVariable('AWS_AUDIENCE')
param identityAuthority = readEnvironmentVariable('IDENTITY_AUTHORITY')
param identityClientId = readEnvironmentVariable('IDENTITY_CLIENT_ID')
