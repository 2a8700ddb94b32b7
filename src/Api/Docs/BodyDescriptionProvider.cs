using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Nots.Api.Reading;

namespace Nots.Api.Docs;

/// <summary>Tells ApiExplorer of JSON bodies. It knows those that ASP.NET Core binds, and ours are read by the pipeline.</summary>
internal sealed class BodyDescriptionProvider : IApiDescriptionProvider
{
    // After the provider that finds endpoints.
    public int Order => -1000;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            if (description.ActionDescriptor.EndpointMetadata?.OfType<BodyMetadata>().LastOrDefault() is not { Json: { } record })
                continue;
            description.ParameterDescriptions.Add(new ApiParameterDescription { Name = "body", Source = BindingSource.Body, Type = record.Type, IsRequired = true });
            description.SupportedRequestFormats.Add(new ApiRequestFormat { MediaType = "application/json" });
        }
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
    }
}
