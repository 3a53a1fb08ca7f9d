using System.Text;
using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Tests.Instances;

/// <summary>Small instances in memory: a folder that uses every table, and a text file that uses every line.</summary>
internal static class Samples
{
    /// <summary>The file name that in-memory text instances go by.</summary>
    public const string RcpName = "sample.rcp";

    public const string Rcp = """
        # two singles, a couple, three programs
        r 1 10 11
        r 2 11 10 12
        r 3
        c 0 4 5 10 11 12 -1
        p 10 1 4 1 2
        p 11 2 2 5 1
        p 12 1 2 4
        """;

    public static Dictionary<string, string> Folder() => new(StringComparer.Ordinal)
    {
        ["applicants.csv"] = "applicant,rank,program\na,1,P1\na,3,P2\nb,1,P1\nb,2,P2\n\"c, d\",1,P2\n\"c, d\",2,P3\ne,,\nh,1,P3\n",
        ["programs.csv"] = "program,quota,parity\nP1,2,any\nP2,1,\nP3,2,even\nP4,1,odd\n",
        ["rankings.csv"] = "program,rank,applicant\nP1,1,b\nP1,2,f\nP1,4,a\nP2,1,g\nP2,2,\"c, d\"\nP2,3,a\nP3,1,\"c, d\"\nP3,2,f\nP3,3,h\nP4,1,a\nP4,2,e\n",
        ["couples.csv"] = "couple,applicant_a,applicant_b,rank,program_a,program_b\nk,f,g,1,P1,P2\nk,f,g,2,P3,\n",
        ["supplemental.csv"] = "applicant,advanced_program,rank,program\na,P1,1,P4\n",
        ["reversions.csv"] = "donor,rank,receiver,positions\nP4,1,P2,1\nP4,2,P3,1\n",
    };

    public static Dictionary<string, byte[]> Bytes(this IReadOnlyDictionary<string, string> folder) =>
        folder.ToDictionary(table => table.Key, table => Encoding.UTF8.GetBytes(table.Value), StringComparer.Ordinal);

    public static NamedInstance Read(IReadOnlyDictionary<string, string> folder) => Read(folder.Bytes());

    /// <exception cref="UserErrorException">The folder has mistakes.</exception>
    public static NamedInstance Read(Dictionary<string, byte[]> folder) =>
        InstanceFiles.Read(new InstanceFolder("", folder), new MistakeList());

    /// <exception cref="UserErrorException">The text has mistakes.</exception>
    public static NamedInstance ReadRcp(string text) =>
        InstanceFiles.Read(Encoding.UTF8.GetBytes(text), RcpName, new MistakeList());

    /// <summary>The tables as the writer writes them.</summary>
    public static Dictionary<string, string> Write(NamedInstance instance) =>
        InstanceFolderWriter.Tables(instance).ToDictionary(table => table.Table, table => Text(table.Write), StringComparer.Ordinal);

    public static string WriteRcp(NamedInstance instance) => Text(writer => RcpWriter.Write(instance, writer));

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter { NewLine = "\n" };
        write(writer);
        return writer.ToString();
    }
}
