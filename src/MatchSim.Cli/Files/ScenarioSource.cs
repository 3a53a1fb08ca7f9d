using System.Text;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>A scenario file and the files it extends, joined into one tree of keys.</summary>
/// <param name="Root">The joined keys, without <c>extends</c>.</param>
/// <param name="Texts">File name and text, the scenario itself first, then what it extends.</param>
internal sealed record ScenarioSource(SourceMap Root, IReadOnlyList<KeyValuePair<string, string>> Texts)
{
    private const int LargestFile = 4 << 20;

    private static readonly string[] NotInherited = ["name", "question", "sweep", "sensitivity", "extends"];

    /// <summary>Reads the file and all it extends.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="shown">How the user knows it.</param>
    /// <returns><c>null</c> when a mistake keeps the tree from being put together.</returns>
    public static ScenarioSource? Read(string path, string shown, MistakeList mistakes) => Read(path, shown, [], mistakes);

    /// <summary>Joins texts that were read before.</summary>
    /// <param name="texts">File name and text, the scenario itself first, then what it extends.</param>
    /// <returns><c>null</c> when a mistake keeps the tree from being put together.</returns>
    public static ScenarioSource? Of(IReadOnlyList<KeyValuePair<string, string>> texts, MistakeList mistakes)
    {
        SourceMap? root = null;
        foreach (var (name, text) in texts.Reverse())
        {
            if (YamlSource.Read(name, text, mistakes) is not { } own)
                return null;
            root = root is null ? own : Extend(root, own);
        }

        return root is null ? null : new ScenarioSource(root, texts);
    }

    private static ScenarioSource? Read(string path, string shown, IReadOnlyList<string> below, MistakeList mistakes)
    {
        if (ReadText(path, shown, mistakes) is not { } text || YamlSource.Read(shown, text, mistakes) is not { } own)
            return null;
        KeyValuePair<string, string> itself = new(Path.GetFileName(path), text);
        if (own.Find("extends") is not { } extends)
            return new ScenarioSource(own, [itself]);

        IReadOnlyList<string> chain = [.. below, Path.GetFileName(path)];
        if (BaseFile(path, extends, chain, mistakes) is not { } name
            || Read(Beside(path, name), Beside(shown, name), chain, mistakes) is not { } inherited)
            return null;
        return new ScenarioSource(Extend(inherited.Root, own), [itself, .. inherited.Texts]);
    }

    /// <summary>The name of the file that is extended, if it may be.</summary>
    private static string? BaseFile(string path, SourceEntry extends, IReadOnlyList<string> chain, MistakeList mistakes)
    {
        const string Allowed = "the name of a file in the same folder, such as us-2025.yaml";
        string name = (extends.Value as SourceScalar)?.Text ?? "";
        string found = $"extends: {Say.Quote(name)}";
        if (name.Length == 0 || name is "." or ".." || name.AsSpan().IndexOfAny("/\\:\0") >= 0)
            mistakes.Add(found, Allowed, extends.Value.File, extends.Line);
        else if (chain.Contains(name, StringComparer.Ordinal))
        {
            mistakes.Add(
                $"{found}, which closes a circle: {string.Join(" → ", [.. chain, name])}",
                "files that do not extend each other in a circle", extends.Value.File, extends.Line);
        }
        else if (!File.Exists(Beside(path, name)))
            mistakes.Add($"{found}, which is not there", Allowed, extends.Value.File, extends.Line);
        else if (LeavesFolder(Beside(path, name)))
            mistakes.Add($"{found}, a link that leads out of the folder", Allowed, extends.Value.File, extends.Line);
        else
            return name;
        return null;
    }

    private static string Beside(string path, string name) => Path.Combine(Path.GetDirectoryName(path) ?? "", name);

    private static bool LeavesFolder(string path) =>
        File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target
        && Path.GetDirectoryName(target.FullName) != Path.GetDirectoryName(Path.GetFullPath(path));

    private static SourceMap Extend(SourceMap inherited, SourceMap own) => Merge(
        inherited with { Entries = [.. inherited.Entries.Where(entry => !NotInherited.Contains(entry.Key, StringComparer.Ordinal))] },
        own with { Entries = [.. own.Entries.Where(entry => entry.Key != "extends")] });

    /// <summary>Maps merge by key; anything else replaces.</summary>
    private static SourceMap Merge(SourceMap inherited, SourceMap own)
    {
        var merged = inherited.Entries.Select(entry => own.Find(entry.Key) switch
        {
            null => entry,
            { Value: SourceMap over } when entry.Value is SourceMap under => new SourceEntry(entry.Key, entry.Line, Merge(under, over)),
            var replacement => replacement,
        });
        var added = own.Entries.Where(entry => inherited.Find(entry.Key) is null);
        return own with { Entries = [.. merged, .. added] };
    }

    private static string? ReadText(string path, string shown, MistakeList mistakes)
    {
        const string Allowed = "a readable scenario file in UTF-8";
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read);
            byte[] bytes = new byte[LargestFile + 1];
            int length = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (length > LargestFile)
                mistakes.Add($"more than {LargestFile >> 20} MB", "a scenario file, which has a few kB", shown);
            else
                return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes.AsSpan(0, length)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            mistakes.Add("bytes that are not UTF-8", Allowed, shown);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            mistakes.Add($"that it cannot be read ({error.Message})", Allowed, shown);
        }

        return null;
    }
}
