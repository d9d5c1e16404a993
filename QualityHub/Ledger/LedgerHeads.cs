using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using QualityHub.Platform;

namespace QualityHub.Ledger;

/// <summary>
/// The key outside the database, and the file that every head is appended to after its commit. Each line reaches the operating system
/// at once and the disk at every seal: a power cut may lose the last lines, which weakens the anchor and never the trail.
/// </summary>
public sealed partial class LedgerHeads : IDisposable
{
    private readonly Lock _oneAtATime = new();
    private readonly ECDsa _key;
    private readonly string _file;
    private readonly ILogger<LedgerHeads> _log;
    private FileStream? _stream;

    public LedgerHeads(IOptions<LedgerOptions> options, IOptions<DatabaseOptions> database, ILogger<LedgerHeads> log)
    {
        var folder = Path.GetFullPath(database.Value.DataFolder);
        Directory.CreateDirectory(folder);
        _log = log;
        _file = Path.Combine(folder, options.Value.HeadsFile);
        _key = Load(Path.Combine(folder, options.Value.KeyFile), _file);
        PublicKey = _key.ExportSubjectPublicKeyInfoPem();
        File.WriteAllText(Path.Combine(folder, options.Value.PublicKeyFile), PublicKey + "\n");
    }

    public string PublicKey { get; }

    public string FilePath => _file;

    /// <summary>False after a head could not be appended: nothing opens until one could.</summary>
    public bool CanAppend { get; private set; } = true;

    public LedgerHead Sign(long sequence, string hash, string at)
    {
        lock (_oneAtATime)
        {
            return LedgerHead.Sign(sequence, hash, at, _key);
        }
    }

    /// <summary>Never throws: the act is committed already. A failure closes the ledger for openings.</summary>
    public bool TryAppend(long sequence, string hash, string at, bool toDisk)
    {
        lock (_oneAtATime)
        {
            try
            {
                _stream ??= Open();
                _stream.Write(Encoding.ASCII.GetBytes(LedgerHead.Sign(sequence, hash, at, _key) + "\n"));
                _stream.Flush(toDisk);
                CanAppend = true;
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or CryptographicException)
            {
                CanAppend = false;
                CloseQuietly();
                NotAppended(problem, sequence);
            }

            return CanAppend;
        }
    }

    /// <summary>Every head the file still holds; a torn line vouches for nothing and is left out.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public IReadOnlyList<LedgerHead> ReadAll()
    {
        if (!File.Exists(_file))
        {
            return [];
        }

        using var stream = new FileStream(_file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(stream);
        return LedgerCommand.ReadAnchors(reader.ReadToEnd().Split('\n'));
    }

    public void Dispose()
    {
        lock (_oneAtATime)
        {
            CloseQuietly();
            _key.Dispose();
        }
    }

    private FileStream Open()
    {
        var stream = new FileStream(_file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, bufferSize: 0);
        stream.Seek(0, SeekOrigin.End);

        // A process killed in mid-line leaves a torn one: the next head starts on its own line.
        if (stream.Length > 0)
        {
            stream.Seek(-1, SeekOrigin.End);
            if (stream.ReadByte() != '\n')
            {
                stream.WriteByte((byte)'\n');
            }
        }

        return stream;
    }

    private void CloseQuietly()
    {
        try
        {
            _stream?.Dispose();
        }
        catch (IOException)
        {
            // What could not be written has been said already.
        }

        _stream = null;
    }

    private static ECDsa Load(string file, string heads)
    {
        if (File.Exists(file))
        {
            var known = ECDsa.Create();
            known.ImportFromPem(File.ReadAllText(file));
            return known;
        }

        // A lost key must be noticed, not replaced in silence: the seals it made could no longer be verified with the new one.
        if (File.Exists(heads))
        {
            throw new InvalidOperationException($"The ledger's key {file} is missing, although heads were signed with it. Restore it from the backup.");
        }

        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        stream.Write(Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"));
        stream.Flush(flushToDisk: true);
        return key;
    }

    [LoggerMessage(Level = LogLevel.Critical, Message = "The head of ledger entry {Sequence} could not be appended; nothing opens until one can be")]
    private partial void NotAppended(Exception problem, long sequence);
}
