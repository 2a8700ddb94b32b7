using System.Globalization;

namespace Nots.Host.Bench;

/// <summary>What <c>wrk</c> sends.</summary>
internal static class Scripts
{
    private static readonly string[] Places =
    [
        "Bournemouth Railway Station", "Poole Harbour", "Sandbanks Beach", "Bournemouth Airport", "Christchurch", "Swanage, Dorset",
        "Sherborne", "Dorchester South Railway Station", "Poole Railway Station", "Heathrow Terminal 5",
    ];

    /// <summary>One address again and again.</summary>
    public static string Get(string? token) => $"""
        wrk.method = "GET"
        {(token is null ? "" : $"""wrk.headers["Authorization"] = "Bearer {token}" """)}
        """;

    /// <summary>
    /// Quotes from each place to each other, at different hours, by people without a sign-in.
    /// </summary>
    /// <param name="pause">How long a connection waits before each request, milliseconds at most, half of it on average; 0 for as fast as it can.</param>
    public static string Quotes(int pause = 0)
    {
        var bodies = Places.SelectMany(from => Places.Where(to => to != from).Select((to, i) => Body(from, to, DateTime.UtcNow.Date.AddDays(2).AddHours(i))));
        return $$"""
            bodies = { {{string.Join(", ", bodies.Select(body => $"'{body}'"))}} }
            next = 0
            wrk.method = "POST"
            wrk.headers["Content-Type"] = "application/json"
            {{(pause > 0 ? $"function delay() return math.random(0, {pause}) end" : "")}}
            function request()
              next = next % #bodies + 1
              return wrk.format(nil, nil, nil, bodies[next])
            end
            """;
    }

    private static string Body(string from, string to, DateTime pickup) => string.Create(CultureInfo.InvariantCulture,
        $$"""{"pickupLocation":{"address":"{{from}}"},"dropoffLocation":{"address":"{{to}}"},"pickupTime":"{{pickup:yyyy-MM-dd'T'HH:mm:ss'Z'}}","passengers":2,"luggage":1,"vehicleType":"standard","journeyType":"one_way"}""");
}
