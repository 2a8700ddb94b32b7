using Nots.LocalHost.Tests.Running;

namespace Nots.LocalHost.Tests.Ops;

/// <summary>Somebody at the operations page, with cookies but without a browser's manners: it says where a form comes from only as told.</summary>
internal sealed class OpsVisitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _own;

    public OpsVisitor(RunningHost host)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        _own = host.Address.GetLeftPart(UriPartial.Authority);
    }

    public static async Task<OpsVisitor> SignedInAsync(RunningHost host, string user)
    {
        var visitor = new OpsVisitor(host);
        var page = await visitor.PostAsync("/ops/sign-in", [("user", user + "@nots.test")]);
        Assert.Equal((303, "/ops"), (page.Status, page.Location));
        return visitor;
    }

    public async Task<OpsPage> GetAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        return await OpsPage.OfAsync(answer);
    }

    /// <summary>Sends a form as a browser does from the host's own page.</summary>
    public Task<OpsPage> PostAsync(string path, (string Name, string Value)[] form) => PostAsync(path, form, _own);

    /// <param name="path">Of the form's target.</param>
    /// <param name="form">Its fields.</param>
    /// <param name="origin">Whose page it is sent from; null when nothing is said of that.</param>
    public async Task<OpsPage> PostAsync(string path, (string Name, string Value)[] form, string? origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path);
        request.Content = new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await _http.SendAsync(request);
        return await OpsPage.OfAsync(answer);
    }

    public void Dispose() => _http.Dispose();
}
