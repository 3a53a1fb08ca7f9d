using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;

namespace MatchSim.Cli.Tests.Scenarios;

/// <summary>Every kind of bad scenario file: one sentence per mistake with file and line.</summary>
public sealed class ScenarioMistakeTests : IDisposable
{
    private static readonly string Sound = File.ReadAllText(Path.Combine(Golden.Root, "tests/MatchSim.Cli.Tests/Scenarios/small.yaml"));

    private readonly string folder = Directory.CreateTempSubdirectory("matchsim-scenario-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("registered: 150\n    specialties: { internal-medicine: 0.6", "registred: 150\n    specialties: { internal-medicine: 0.6",
        "line 25: found unknown key \"applicants.us-md-senior.registred\"; allowed: registered,", "(did you mean registered?)", "no applicants.us-md-senior.registered")]
    [InlineData("mean: 20 }", "mean: twenty }", "line 27: found \"twenty\" as applicants.us-md-senior.applications.mean; allowed: a number, 1 to 10000 (programs).")]
    [InlineData("mean: 20 }", "mean: \"20\" }", "found the text \"20\" as")]
    [InlineData("mean: 20 }", "mean: [20] }", "found a list as applicants.us-md-senior.applications.mean")]
    [InlineData("mean: 20 }", "mean: }", "found nothing as applicants.us-md-senior.applications.mean")]
    [InlineData("mean: 20 }", "mean: .nan }", "found \".nan\" as")]
    [InlineData("mean: 20 }", "mean: 1e999 }", "found \"1e999\" as")]
    [InlineData("registered: 150\n    specialties: { internal-medicine: 0.6", "registered: -150\n    specialties: { internal-medicine: 0.6",
        "line 25: found applicants.us-md-senior.registered = -150; allowed: 0 to 10000000 (applicants).")]
    [InlineData("registered: 60", "registered: 60.5", "found \"60.5\" as applicants.us-do-senior.registered; allowed: a whole number")]
    [InlineData("registered: 60", "registered: 99999999999", "found \"99999999999\" as applicants.us-do-senior.registered; allowed: a whole number")]
    [InlineData("surgery: 0.2, radiology: 0.2", "surgery: 0.2, radiology: 0.1",
        "line 26: found shares of applicants.us-md-senior.specialties adding up to 0.9; allowed: a sum of 1")]
    [InlineData("surgery: 0.2, radiology: 0.2", "surgery: 0.2, radiologie: 0.2", "found specialty \"radiologie\"", "did you mean radiology?")]
    [InlineData("seldom: 0.54", "seldom: 0.6", "line 21: found often, seldom and never of market.programs.screening.us-img adding up to 1.06")]
    [InlineData("us-md-senior: 5", "us-md-senior: 76", "line 47: found couples.counts.us-md-senior = 76; allowed: at most 75")]
    [InlineData("non-us-img: 2", "non-us-imgs: 2", "line 47: found unknown key \"couples.counts.non-us-imgs\"", "did you mean non-us-img?")]
    [InlineData("applicants.non-us-img.applications.mean", "applicants.non-us-img.application.mean", "line 50:", "did you mean applications?")]
    [InlineData("[5, 12, 24]", "[5, 0, 24]", "line 51: found 0 in the sweep over", "allowed: 1 to 10000 (programs)")]
    [InlineData("[5, 12, 24]", "[]", "line 51: found no values in the sweep over")]
    [InlineData("name: small", "name: ../small", "line 2: found the name \"../small\"")]
    [InlineData("question: What", "query: What", "line 3: found unknown key \"query\"", "no question")]
    [InlineData("seed: 7", "seed: 7\nseed: 8", "line 6: found key \"seed\" a second time (first in line 5)")]
    [InlineData("seed: 7", "seed: -7", "line 5: found \"-7\" as seed; allowed: a whole number, at least 0.")]
    [InlineData("seed: 7", "\tseed: 7", "line 4: found text that is not YAML")]
    [InlineData("seed: 7", "seed: &anchor 7", "line 5: found a YAML anchor, alias or tag")]
    public void One_change_to_a_sound_file(string before, string after, params string[] expected)
    {
        Assert.Contains(before, Sound, StringComparison.Ordinal);
        int at = Sound.IndexOf(before, StringComparison.Ordinal);
        Refuses("bad.yaml", Sound[..at] + after + Sound[(at + before.Length)..], expected);
    }

    [Theory]
    [InlineData("", "found an empty file")]
    [InlineData("# only a comment\n", "found an empty file")]
    [InlineData("just words\n", "found no keys")]
    [InlineData("- a\n- b\n", "found no keys")]
    [InlineData("{ name: [", "found text that is not YAML")]
    [InlineData("name: a\n---\nname: b\n", "found a second YAML document")]
    [InlineData("name: a\n? [x, y]\n: 1\n", "found a key that is a map or a list")]
    public void What_is_no_scenario_at_all(string text, string expected) => Refuses("bad.yaml", text, expected);

    [Fact]
    public void Hostile_nesting_is_refused() => Refuses("bad.yaml", new string('[', 20_000), "not YAML");

    /// <summary>Broken in 2,000 ways, a file is either still a scenario or the user's mistake; never a bug.</summary>
    [Fact]
    public void Damaged_files_are_never_a_bug()
    {
        const string Inserted = "[]{}:,-#&*!|>'\"%@`?\t\n 0.e\u0000\u2028";
        string path = Path.Combine(folder, "damaged.yaml");
        uint state = 1;
        int Next(int below) => (int)((state = (state * 1664525) + 1013904223) / 4294967296.0 * below);
        for (int round = 0; round < 2000; round++)
        {
            string text = Sound;
            for (int edit = Next(3); edit >= 0; edit--)
            {
                int at = Next(text.Length);
                text = Next(2) == 0
                    ? text.Remove(at, Math.Min(text.Length - at, 1 + Next(20)))
                    : text.Insert(at, Inserted[Next(Inserted.Length)].ToString());
            }

            File.WriteAllText(path, text);
            try
            {
                ScenarioFile.Read(path);
            }
            catch (UserErrorException)
            {
            }
            catch (Exception bug)
            {
                Assert.Fail($"round {round}: {bug}\n{text}");
            }
        }
    }

    [Fact]
    public void All_mistakes_are_said_at_once_in_the_order_of_the_file()
    {
        string text = Sound.Replace("mean: 20 }", "mean: twenty }", StringComparison.Ordinal)
            .Replace("often: 0.29", "often: 2.9", StringComparison.Ordinal)
            .Replace("seed: 7", "sead: 7", StringComparison.Ordinal);
        string sentences = Refuses("bad.yaml", text, "sead", "2.9", "twenty");
        string[] lines = sentences.Split('\n');
        Assert.Equal(4, lines.Length);
        Assert.All(lines, line => Assert.Contains("bad.yaml, line ", line, StringComparison.Ordinal));
        Assert.True(sentences.IndexOf("sead", StringComparison.Ordinal) < sentences.IndexOf("twenty", StringComparison.Ordinal));
    }

    [Fact]
    public void A_mistake_in_the_extended_file_is_said_with_its_own_name_and_line()
    {
        File.WriteAllText(Path.Combine(folder, "base.yaml"), Sound.Replace("mean: 20 }", "mean: twenty }", StringComparison.Ordinal));
        Refuses("bad.yaml", "extends: base.yaml\nname: child\nquestion: Why?\nseeed: 1\n", "base.yaml, line 27: found \"twenty\"", "bad.yaml, line 4: found unknown key \"seeed\"");
    }

    [Theory]
    [InlineData("extends: a.yaml", "extends: b.yaml", "circle: a.yaml → b.yaml → a.yaml")]
    [InlineData("extends: a.yaml", "seed: 1", "circle: a.yaml → a.yaml")]
    [InlineData("extends: nowhere.yaml", "seed: 1", "a.yaml, line 1: found extends: \"nowhere.yaml\", which is not there")]
    [InlineData("extends: ../b.yaml", "seed: 1", "a.yaml, line 1: found extends: \"../b.yaml\"; allowed: the name of a file in the same folder")]
    [InlineData("extends: /etc/passwd", "seed: 1", "found extends: \"/etc/passwd\"; allowed: the name of a file in the same folder")]
    [InlineData("extends: [b.yaml]", "seed: 1", "allowed: the name of a file in the same folder")]
    public void Extends_stays_in_its_folder_and_makes_no_circle(string a, string b, string expected)
    {
        bool circle = b.StartsWith("extends", StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, "b.yaml"), circle ? "extends: a.yaml\n" : b + "\n");
        Refuses("a.yaml", (circle ? b : a) + "\n", expected);
    }

    [Fact]
    public void A_link_out_of_the_folder_is_no_file_of_the_folder()
    {
        string outside = Path.Combine(folder, "outside.yaml");
        File.WriteAllText(outside, Sound);
        string inner = Directory.CreateDirectory(Path.Combine(folder, "inner")).FullName;
        File.CreateSymbolicLink(Path.Combine(inner, "base.yaml"), outside);
        Refuses("inner/bad.yaml", "extends: base.yaml\nname: child\nquestion: Why?\n", "a link that leads out of the folder");
    }

    [Fact]
    public void A_file_that_is_not_there_and_a_folder_are_said()
    {
        string output = Path.Combine(folder, "out");
        BuiltProgram.Run("run", Path.Combine(folder, "no.yaml"), "--out", output).IsUserError("which is not there", "us-2025");
        BuiltProgram.Run("run", folder, "--out", output).IsUserError("found the folder");
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_said()
    {
        string path = Path.Combine(folder, "bytes.yaml");
        File.WriteAllBytes(path, [0xff, 0xfe, 0x00, 0x41]);
        BuiltProgram.Run("run", path, "--out", Path.Combine(folder, "out")).IsUserError("found bytes that are not UTF-8");
    }

    [Fact]
    public void The_program_says_each_kind_of_mistake_and_writes_nothing()
    {
        (string Before, string After, string Expected)[] kinds =
        [
            ("seed: 7", "sede: 7", "found unknown key \"sede\""),
            ("seed: 7", "seed: seven", "found \"seven\" as seed"),
            ("registered: 60", "registered: -60", "found applicants.us-do-senior.registered = -60"),
            ("radiology: 0.2 }", "radiology: 0.3 }", "adding up to 1.1"),
            ("seed: 7", "seed: [", "found text that is not YAML"),
            ("seed: 7", "extends: bad.yaml", "circle: bad.yaml → bad.yaml"),
        ];
        foreach (var (before, after, expected) in kinds)
        {
            string path = Path.Combine(folder, "bad.yaml");
            File.WriteAllText(path, Sound.Replace(before, after, StringComparison.Ordinal));
            BuiltProgram.Run("run", path, "--out", Path.Combine(folder, "out")).IsUserError("bad.yaml, line ", expected);
        }

        Assert.Equal(["bad.yaml"], Directory.GetFileSystemEntries(folder).Select(Path.GetFileName));
    }

    /// <summary>Reading the file throws all its mistakes; returns their sentences.</summary>
    private string Refuses(string name, string text, params string[] expected)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        string sentences = Assert.Throws<UserErrorException>(() => ScenarioFile.Read(path)).Message;
        foreach (string fragment in expected)
            Assert.Contains(fragment, sentences, StringComparison.Ordinal);
        return sentences;
    }
}
