using System.Net;
using System.Net.Sockets;

namespace Nots.Emulators;

/// <summary>Ports of the loopback interface that nobody listens on; somebody else may still take one before it is used.</summary>
internal static class FreePorts
{
    /// <summary>How often to try again with other ports.</summary>
    public const int MostTries = 3;

    public static int[] Take(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        try
        {
            listeners.ForEach(listener => listener.Start());
            return [.. listeners.Select(listener => ((IPEndPoint)listener.LocalEndpoint).Port)];
        }
        finally
        {
            listeners.ForEach(listener => listener.Dispose());
        }
    }

    /// <summary>Starts something on free ports, and on others when one of them was taken meanwhile.</summary>
    public static async Task<T> TryAsync<T>(int count, Func<int[], Task<T>> start)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await start(Take(count));
            }
            catch (EmulatorException) when (tries < MostTries)
            {
            }
        }
    }
}
