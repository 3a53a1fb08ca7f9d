using System.Reflection;
using CommandLine;

namespace MatchSim.Cli.Shell;

/// <summary>
/// Repeated options ("--explain 17 --explain 23") for CommandLineParser, which takes a repetition for an error and lets
/// a list option swallow the arguments behind it: all values of one list option become one argument, the last.
/// </summary>
/// <remarks>A list option is declared <c>[Option("explain", Separator = OptionLists.Separator)]</c> on an
/// <c>IEnumerable&lt;string&gt;</c>.</remarks>
internal static class OptionLists
{
    /// <summary>ASCII "unit separator": ids may hold any text, and this is no text.</summary>
    public const char Separator = '\u001f';

    public static IReadOnlyList<string> Join(IReadOnlyList<string> args, Type optionsType)
    {
        HashSet<string> lists = [.. optionsType.GetProperties()
            .Select(property => property.GetCustomAttribute<OptionAttribute>())
            .Where(option => option?.Separator == Separator)
            .Select(option => "--" + option!.LongName)];
        if (lists.Count == 0)
            return args;

        var joined = new List<string>();
        var values = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        for (int i = 0; i < args.Count; i++)
        {
            string name = args[i].Split('=', 2)[0];
            bool inline = name.Length < args[i].Length;
            if (args[i] == "--")
            {
                joined.AddRange(args.Skip(i));
                break;
            }

            if (!lists.Contains(name) || (!inline && i + 1 == args.Count))
            {
                joined.Add(args[i]);
                continue;
            }

            if (!values.TryGetValue(name, out List<string>? sofar))
                values.Add(name, sofar = []);
            sofar.Add(inline ? args[i][(name.Length + 1)..] : args[++i]);
        }

        int end = joined.IndexOf("--");
        joined.InsertRange(end < 0 ? joined.Count : end, values.Select(list => $"{list.Key}={string.Join(Separator, list.Value)}"));
        return joined;
    }
}
