namespace Nots.Domain.Quotes;

/// <summary>What a customer buys, and what a vehicle is licensed and fitted for.</summary>
public enum VehicleClass
{
    Standard,
    Executive,
    Minibus,
}
