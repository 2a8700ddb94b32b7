namespace Nots.Domain.Compliance;

public enum DocumentOwner
{
    Driver,
    Vehicle,
}
