# syntax=docker/dockerfile:1
# The function app as a container, for AWS or any other place that runs one: docker buildx build --platform linux/amd64 --tag nots-api .
#
# The worker is portable; the Functions host in the base image is not, and Microsoft publishes it for amd64 alone. For arm64 name a base
# image that has the host for it: --platform linux/arm64 --build-arg FUNCTIONS_HOST=...
ARG FUNCTIONS_HOST=mcr.microsoft.com/azure-functions/dotnet-isolated:4-dotnet-isolated10.0

FROM --platform=$BUILDPLATFORM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN dotnet publish src/Functions --configuration Release --output /app && mkdir -p /keys

# Nothing is run in here, so that it can be made on a machine of another kind.
FROM $FUNCTIONS_HOST
# Where the host looks for the app, and where it keeps its own keys: beside its own files unless told, which the user below may not write.
ENV AzureWebJobsScriptRoot=/home/site/wwwroot \
    AzureFunctionsJobHost__Logging__Console__IsEnabled=true \
    FUNCTIONS_SECRETS_PATH=/home/keys \
    ASPNETCORE_URLS=http://+:8080
COPY --from=build /app /home/site/wwwroot
COPY --from=build --chown=app:app /keys /home/keys
EXPOSE 8080
USER app
# The host itself and not the base image's script, which starts it as a child and does not pass on that it should stop.
CMD ["/azure-functions-host/Microsoft.Azure.WebJobs.Script.WebHost"]
