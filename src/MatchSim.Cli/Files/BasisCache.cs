using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Advice;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Cli.Files;

/// <summary>
/// A scenario's basis of advice on disk, so that the next question is answered at once. A file holds the key it was made
/// for (scenario, seed, seasons, the very build of the engine) and ends with a SHA-256 of all before it; it appears whole or
/// not at all. A file that is torn, foreign or of another build is never believed: it is left aside and made again.
/// </summary>
internal sealed class BasisCache
{
    private const int Kept = 16;
    private const int Largest = 1 << 30;

    private static readonly byte[] Magic = "MATCHSIM"u8.ToArray();

    private readonly string folder;
    private readonly byte[] key;
    private readonly TextWriter notes;

    private BasisCache(string folder, byte[] key, TextWriter notes)
    {
        this.folder = folder;
        this.key = key;
        this.notes = notes;
        Path = System.IO.Path.Combine(folder, $"advice-{Convert.ToHexStringLower(SHA256.HashData(key))[..32]}.bin");
    }

    /// <summary>The file of this key.</summary>
    public string Path { get; }

    /// <summary>The cache of a scenario; <c>null</c> = there is no place for one.</summary>
    public static BasisCache? Of(Scenario scenario, BasisOptions options, TextWriter notes) =>
        CacheFolder.Find() is { } folder ? new BasisCache(folder, Encoding.UTF8.GetBytes(Key(scenario, options)), notes) : null;

    /// <summary>The kept basis; <c>null</c> = none that can be believed.</summary>
    public AdviceBasis? Read(Scenario scenario)
    {
        if (!File.Exists(Path))
            return null;
        try
        {
            if (new FileInfo(Path).Length <= Largest && Believed(scenario, File.ReadAllBytes(Path)) is { } basis)
                return basis;
            Note("is damaged or not ours, and is made again");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Note($"cannot be read ({error.Message}), and is made again");
        }

        return null;
    }

    /// <summary>Keeps a basis; where that cannot be, says so and goes on.</summary>
    public void Write(AdviceBasis basis)
    {
        try
        {
            AtomicFile.CreateFolder(folder);
            AtomicFile.Write(Path, stream => Write(stream, BasisBytes.Write(basis)));
            DropOldest();
        }
        catch (Exception error) when (error is UserErrorException or IOException or UnauthorizedAccessException)
        {
            notes.WriteLine($"matchsim: the seasons could not be kept for the next question ({error.Message.TrimEnd('.')}).");
        }
    }

    private static string Key(Scenario scenario, BasisOptions options) => string.Create(CultureInfo.InvariantCulture, $"""
        advice basis {BasisBytes.Format}
        engine {typeof(AdviceBasis).Module.ModuleVersionId}
        scenario {ScenarioFile.Hash(scenario with { Sweep = null, Sensitivity = null })}
        seed {scenario.Seed}
        seasons {scenario.Replications}
        market-wide {string.Join(' ', options.MarketWide)} x {options.MarketWideSeasons}
        """);

    private void Write(Stream stream, byte[] payload)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, key.Length);
        byte[] all = [.. Magic, .. length, .. key, .. payload];
        stream.Write(all);
        stream.Write(SHA256.HashData(all));
    }

    /// <summary>The basis in a file's bytes, which are checked while they are read.</summary>
    private AdviceBasis? Believed(Scenario scenario, byte[] bytes)
    {
        if (Payload(bytes) is not { } payload)
            return null;
        var whole = Task.Run(() => IsWhole(bytes));
        AdviceBasis? basis = BasisBytes.Read(scenario, payload.Span);
        return whole.GetAwaiter().GetResult() ? basis : null;
    }

    private static bool IsWhole(byte[] bytes)
    {
        ReadOnlySpan<byte> all = bytes;
        return SHA256.HashData(all[..^SHA256.HashSizeInBytes]).AsSpan().SequenceEqual(all[^SHA256.HashSizeInBytes..]);
    }

    /// <summary>What stands between this key and a checksum; <c>null</c> = the key is another one.</summary>
    private ReadOnlyMemory<byte>? Payload(byte[] bytes)
    {
        int start = Magic.Length + sizeof(int) + key.Length;
        int end = bytes.Length - SHA256.HashSizeInBytes;
        if (end < start || !bytes.AsSpan().StartsWith(Magic) || !bytes.AsSpan(start - key.Length, key.Length).SequenceEqual(key)
            || BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(Magic.Length)) != key.Length)
            return null;
        return bytes.AsMemory(start, end - start);
    }

    /// <summary>Scenarios that were edited leave files behind: only the latest stay.</summary>
    private void DropOldest()
    {
        foreach (FileInfo old in new DirectoryInfo(folder).GetFiles("advice-*.bin").OrderByDescending(file => file.LastWriteTimeUtc).Skip(Kept))
            old.Delete();
    }

    private void Note(string what) => notes.WriteLine($"matchsim: the cache file {Path} {what}.");
}
