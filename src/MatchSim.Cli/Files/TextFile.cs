using System.Buffers;
using System.Text.Unicode;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Files;

/// <summary>Bytes of a text file → characters; anything but UTF-8 is a mistake with its line, never a guess.</summary>
internal static class TextFile
{
    private const string Allowed = "UTF-8 text";

    /// <summary>The bytes of a file, or null and a mistake.</summary>
    public static byte[]? Load(string path, string label, MistakeList mistakes)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            bool missing = error is FileNotFoundException or DirectoryNotFoundException;
            string found = missing ? "no such file" : Directory.Exists(path) ? "a folder" : $"a file that cannot be read ({error.Message})";
            mistakes.Add(found, "a readable file", label);
            return null;
        }
    }

    /// <summary>The text without its byte order mark, up to the first place that is not UTF-8.</summary>
    public static ReadOnlyMemory<char> Decode(ReadOnlySpan<byte> bytes, string label, MistakeList mistakes)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            mistakes.Add("UTF-16 text", Allowed, label, 1);
            return default;
        }

        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            bytes = bytes[3..];
        char[] text = GC.AllocateUninitializedArray<char>(bytes.Length);
        if (Utf8.ToUtf16(bytes, text, out int read, out int written, replaceInvalidSequences: false) != OperationStatus.Done)
            mistakes.Add($"the byte 0x{bytes[read]:x2}, which is not UTF-8", Allowed, label, 1 + bytes[..read].Count((byte)'\n'));
        return text.AsMemory(0, written);
    }
}
