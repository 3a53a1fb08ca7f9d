using System.Text;
using MatchSim.Cli.Files;
using MatchSim.Cli.Shell;
using MatchSim.Engine.Matching;

namespace MatchSim.Cli.Tests.Instances;

/// <summary>Valid files with seeded damage: always sentences, or an instance that matches and reads back.</summary>
public sealed class FuzzTests
{
    private const int InMemory = 100_000;
    private const int ThroughTheProgram = 100;
    private static readonly string[] Tokens = [",", "\"", "\n", "\r", "\0", "-1", "0", "1", "99999999999", "P1", "a", "k", "é", "\u00ff", " ", "#", "m ", "r ", ",,"];

    [Fact]
    public void Damaged_files_end_in_sentences_or_in_a_sound_instance()
    {
        var workspace = new MatchWorkspace();
        int sound = 0;
        for (int seed = 0; seed < InMemory * Thorough.Factor; seed++)
        {
            var random = new Random(seed);
            try
            {
                NamedInstance instance = ReadDamaged(random);
                MatchAndReadBack(instance, workspace, seed);
                sound++;
            }
            catch (UserErrorException error)
            {
                Assert.NotEmpty(error.Mistakes);
            }
        }

        Assert.InRange(sound, InMemory / 50, InMemory * Thorough.Factor);
    }

    [Fact]
    public void Damaged_files_never_show_a_stack_to_users()
    {
        using var folder = new TemporaryFolder();
        Parallel.For(0, ThroughTheProgram, new ParallelOptions { MaxDegreeOfParallelism = 2 }, seed =>
        {
            var random = new Random(1_000_000 + seed);
            string path = seed % 2 == 0
                ? folder.Write($"{seed}", DamagedFolder(random))
                : folder.File($"{seed}.rcp");
            if (seed % 2 == 1)
                File.WriteAllBytes(path, Damage(Encoding.UTF8.GetBytes(Samples.Rcp), random));
            ProgramRun run = BuiltProgram.Run("match", path);
            if (run.ExitCode == 2)
                run.IsUserError("matchsim: ");
            else
                Assert.True(run.ExitCode is 0 or 1, $"seed {seed}: exit {run.ExitCode}\n{run.Diagnostics}");
        });
    }

    private static NamedInstance ReadDamaged(Random random) => random.Next(2) == 0
        ? Samples.Read(DamagedFolder(random))
        : InstanceFiles.Read(Damage(Encoding.UTF8.GetBytes(Samples.Rcp), random), Samples.RcpName, new MistakeList());

    private static Dictionary<string, byte[]> DamagedFolder(Random random)
    {
        Dictionary<string, byte[]> folder = Samples.Folder().Bytes();
        string table = folder.Keys.ElementAt(random.Next(folder.Count));
        folder[table] = Damage(folder[table], random);
        return folder;
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        List<byte> damaged = [.. bytes];
        for (int times = random.Next(1, 4); times > 0; times--)
        {
            int at = random.Next(damaged.Count + 1);
            int length = Math.Min(random.Next(1, 8), damaged.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    damaged.RemoveRange(at, length);
                    break;
                case 1:
                    damaged.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
                case 2:
                    damaged.InsertRange(random.Next(damaged.Count + 1), damaged.GetRange(at, length));
                    break;
                case 3 when at < damaged.Count:
                    damaged[at] = (byte)random.Next(256);
                    break;
                default:
                    damaged.RemoveRange(at, length);
                    damaged.InsertRange(at, Encoding.UTF8.GetBytes(Tokens[random.Next(Tokens.Length)]));
                    break;
            }
        }

        return [.. damaged];
    }

    private static void MatchAndReadBack(NamedInstance instance, MatchWorkspace workspace, int seed)
    {
        MatchResult result = RothPeranson.Match(instance.Match, MatchOptions.Default with { RestartBudget = 20 }, workspace);
        if (result.Status == MatchStatus.Stable)
            Assert.True(Stability.Check(instance.Match, result).IsStable, $"seed {seed}: the matcher says stable, the check does not");
        if (instance.Programs.Length > 0 && int.TryParse(instance.Programs[0], out _))
        {
            string text = Samples.WriteRcp(instance);
            Assert.Equal(text, Samples.WriteRcp(Samples.ReadRcp(text)));
            return;
        }

        Dictionary<string, string> written = Samples.Write(instance);
        NamedInstance again = Samples.Read(written);
        Assert.Equal(written, Samples.Write(again));
    }
}
