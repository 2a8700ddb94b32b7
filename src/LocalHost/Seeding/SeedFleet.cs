using Nots.Domain.Places;
using Nots.Domain.Quotes;

namespace Nots.LocalHost.Seeding;

/// <summary>
/// Ten drivers with their vehicles. Names are made up; telephone numbers are from the range that Ofcom keeps free for drama
/// (07700 900000 to 900999).
/// </summary>
internal static class SeedFleet
{
    private const string Bcp = "BCP Council";
    private const string Dorset = "Dorset Council";

    public static IReadOnlyList<SeedPair> Pairs { get; } =
    [
        new(1, "Daniel", "Purbeck", Bcp, At(50.7272, -1.8645), 4.9m, 1812, "HF23 NTA", "Toyota", "Corolla Touring", 2023, "Silver", VehicleClass.Standard, 4),
        new(2, "Priya", "Hartley", Bcp, At(50.7193, -1.9817), 4.8m, 1344, "HF72 NTB", "Skoda", "Octavia Estate", 2022, "Grey", VehicleClass.Standard, 4),
        new(3, "Marek", "Nowicki", Bcp, At(50.7356, -1.7785), 4.7m, 967, "HG21 NTC", "Kia", "Niro EV", 2021, "White", VehicleClass.Standard, 4),
        new(4, "Grace", "Ashmore", Dorset, At(50.7154, -2.4367), 4.8m, 702, "HJ22 NTD", "Hyundai", "Ioniq 5", 2022, "Blue", VehicleClass.Standard, 4),
        new(5, "Samuel", "Okoro", Dorset, At(50.6144, -2.4576), 4.6m, 489, "HJ73 NTE", "Volkswagen", "Passat Estate", 2023, "Black", VehicleClass.Standard, 4),
        new(6, "Helena", "Cross", Bcp, At(50.7202, -1.8798), 5.0m, 2105, "HF24 NTF", "Mercedes-Benz", "E-Class", 2024, "Black", VehicleClass.Executive, 4),
        new(7, "Thomas", "Venn", Bcp, At(50.6868, -1.9446), 4.9m, 1533, "HG73 NTG", "BMW", "i5", 2023, "Black", VehicleClass.Executive, 4),
        new(8, "Aisha", "Rahman", Dorset, At(50.7983, -1.9878), 4.9m, 1178, "HJ23 NTH", "Audi", "A6", 2023, "Grey", VehicleClass.Executive, 4),
        new(9, "Peter", "Lulworth", Bcp, At(50.7800, -1.8425), 4.7m, 1420, "HF71 NTJ", "Mercedes-Benz", "Vito Tourer", 2021, "Silver", VehicleClass.Minibus, 8),
        new(10, "Joanna", "Swyre", Dorset, At(50.6875, -2.1109), 4.8m, 865, "HJ21 NTK", "Ford", "Tourneo Custom", 2021, "White", VehicleClass.Minibus, 8),
    ];

    private static Coordinates At(double latitude, double longitude) => new(latitude, longitude);
}
