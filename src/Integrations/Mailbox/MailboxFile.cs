using System.Text.Json;

namespace Nots.Integrations.Mailbox;

/// <summary>
/// A file of JSON lines that only grows. A line counts once its line feed is written; what a killed process left behind the last
/// one is cut off when the file is opened, for whoever wrote it was not told that it is there. Not thread-safe.
/// </summary>
internal sealed class MailboxFile : IDisposable
{
    private readonly FileStream _file;

    private MailboxFile(FileStream file) => _file = file;

    /// <summary>Opens the file and hands over what is in it, oldest first.</summary>
    /// <exception cref="InvalidDataException">A finished line is no message.</exception>
    /// <exception cref="IOException">Another process has it open.</exception>
    public static MailboxFile Open(string path, Action<MailboxMessage> each)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { Length: > 0 } folder)
            Directory.CreateDirectory(folder);
        // Without a buffer of its own each line is with the operating system, out of reach of a kill, when Append returns.
        var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        try
        {
            file.SetLength(Load(file, each));
            file.Seek(0, SeekOrigin.End);
            return new MailboxFile(file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <exception cref="IOException">It was not written; nothing of it is left.</exception>
    public void Append(MailboxMessage message)
    {
        var end = _file.Position;
        try
        {
            _file.Write([.. JsonSerializer.SerializeToUtf8Bytes(message, MailboxJson.Default.MailboxMessage), (byte)'\n']);
        }
        catch (IOException)
        {
            _file.SetLength(end);
            _file.Position = end;
            throw;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Returns the length of the finished lines.</summary>
    private static long Load(FileStream file, Action<MailboxMessage> each)
    {
        var (length, line) = (0L, new MemoryStream());
        var buffered = new BufferedStream(file, 64 * 1024);
        for (var next = buffered.ReadByte(); next >= 0; next = buffered.ReadByte())
        {
            line.WriteByte((byte)next);
            if (next != '\n')
                continue;
            each(Parse(line, file.Name, length));
            length += line.Length;
            line.SetLength(0);
        }

        return length;
    }

    private static MailboxMessage Parse(MemoryStream line, string path, long at)
    {
        try
        {
            return JsonSerializer.Deserialize(line.GetBuffer().AsSpan(0, (int)line.Length), MailboxJson.Default.MailboxMessage)
                ?? throw new JsonException("null");
        }
        catch (JsonException fault)
        {
            throw new InvalidDataException($"{path} has something at byte {at} that is no message; move the file away to start an empty mailbox.", fault);
        }
    }
}
