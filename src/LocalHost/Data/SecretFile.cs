namespace Nots.LocalHost.Data;

/// <summary>A secret that is made once and kept in a file that only its owner can read.</summary>
internal static class SecretFile
{
    private const int ShortestSecret = 32;

    /// <summary>The file's content; where there is no file, what <paramref name="make"/> makes, which is then in the file for good.</summary>
    /// <param name="path">In the data folder, whose lock keeps other processes away.</param>
    /// <param name="make">Makes the secret.</param>
    /// <exception cref="StartFailedException">The file holds less than a secret.</exception>
    public static byte[] ReadOrMake(string path, Func<byte[]> make)
    {
        if (File.Exists(path))
            return Read(path);
        var secret = make();
        // Under another name first: a crash while it is written leaves no half a secret behind.
        var draft = path + ".new";
        File.Delete(draft);
        using (var file = new FileStream(draft, Options()))
        {
            file.Write(secret);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path);
        return secret;
    }

    /// <summary>An empty or cut file would be a key that anybody can guess.</summary>
    private static byte[] Read(string path)
    {
        var secret = File.ReadAllBytes(path);
        return secret.Length >= ShortestSecret
            ? secret
            : throw new StartFailedException($"{path} holds no secret: put the right one back, or delete it, and links and tokens given out so far are no longer good.");
    }

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
