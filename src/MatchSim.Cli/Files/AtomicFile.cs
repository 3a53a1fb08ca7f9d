using System.Text;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>Files that appear whole or not at all: written beside their place, then renamed into it.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes text as UTF-8 with line feeds.</summary>
    /// <exception cref="UserErrorException">The place cannot be written: missing folder, no permission, disk full.</exception>
    public static void WriteText(string path, Action<TextWriter> write) => Write(path, stream =>
    {
        using var writer = new StreamWriter(stream, Utf8, 1 << 16, leaveOpen: true) { NewLine = "\n" };
        write(writer);
    });

    /// <summary>Writes bytes.</summary>
    /// <inheritdoc cref="WriteText" path="/exception"/>
    public static void Write(string path, Action<Stream> write) => Try(path, "a file in an existing folder that you may write to", full =>
    {
        if (Directory.Exists(full))
            throw new IOException("it is a folder");
        if (IsDevice(full))
            WriteDevice(full, write);
        else
            Replace(Final(full), write);
    });

    /// <summary>Makes a folder and those above it, unless they exist.</summary>
    /// <exception cref="UserErrorException">It cannot be made.</exception>
    public static void CreateFolder(string path) =>
        Try(path, "a folder in a place that you may write to", full => Directory.CreateDirectory(full));

    private static void Try(string path, string allowed, Action<string> act)
    {
        if (path.Length == 0 || path.Contains('\0'))
            throw new UserErrorException(new Mistake($"the path {Say.Quote(path)}", allowed));
        try
        {
            act(Path.GetFullPath(path));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserErrorException(new Mistake($"that it cannot be written ({error.Message})", allowed, path));
        }
    }

    private static void Replace(string target, Action<Stream> write)
    {
        string beside = $"{target}.{Guid.NewGuid():N}.part";
        try
        {
            using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
            {
                write(stream);
                stream.Flush(flushToDisk: true);     // before the name: a power cut must not leave the name of an empty file
            }

            File.Move(beside, target, overwrite: true);
        }
        finally
        {
            if (File.Exists(beside))
                File.Delete(beside);
        }
    }

    /// <summary>Where a symbolic link leads: it stays a link, and what it names is replaced.</summary>
    private static string Final(string path) => new FileInfo(path).LinkTarget is null
        ? path
        : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;

    /// <summary>/dev/stdout, /dev/null: nothing to replace, and renaming over it would harm.</summary>
    private static bool IsDevice(string path) =>
        path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal);

    private static void WriteDevice(string path, Action<Stream> write)
    {
        using Stream device = path switch
        {
            "/dev/stdout" => Console.OpenStandardOutput(),
            "/dev/stderr" => Console.OpenStandardError(),
            _ => new FileStream(path, FileMode.Open, FileAccess.Write),
        };
        write(device);
    }
}
