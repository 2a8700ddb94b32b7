using Nots.Domain.Places;
using Nots.Integrations.Routing.Offline;

namespace Nots.Integrations.Tests.Routing.Offline;

public sealed class EncodedPolylineTests
{
    [Fact]
    public void The_example_of_Googles_documentation_is_encoded_as_documented() => Assert.Equal(
        "_p~iF~ps|U_ulLnnqC_mqNvxq`@",
        EncodedPolyline.Encode([new(38.5, -120.2), new(40.7, -120.95), new(43.252, -126.453)]));

    [Fact]
    public void The_single_number_of_Googles_documentation_is_encoded_as_documented() =>
        Assert.StartsWith("`~oia@", EncodedPolyline.Encode([new Coordinates(-179.9832104, 0)]), StringComparison.Ordinal);

    [Fact]
    public void No_points_are_an_empty_text() => Assert.Equal("", EncodedPolyline.Encode([]));
}
