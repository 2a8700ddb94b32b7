namespace Nots.LocalHost.Data;

/// <summary>A secret that is made once and kept in a file that only its owner can read.</summary>
internal static class SecretFile
{
    /// <summary>The file's content; where there is no file, what <paramref name="make"/> makes, which is then in the file for good.</summary>
    /// <param name="path">In the data folder, whose lock keeps other processes away.</param>
    /// <param name="make">Makes the secret.</param>
    public static byte[] ReadOrMake(string path, Func<byte[]> make)
    {
        if (File.Exists(path))
            return File.ReadAllBytes(path);
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

    private static FileStreamOptions Options()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
