namespace MatchSim.Cli.Tests.Commands;

/// <summary>What all verbs have in common, seen from outside.</summary>
public sealed class ShellTests
{
    [Fact]
    public void Help_lists_the_verbs_and_a_verb_shows_an_example()
    {
        ProgramRun overview = BuiltProgram.Run("--help");
        Assert.Equal(0, overview.ExitCode);
        Assert.Contains("  match ", overview.Answer);
        Assert.Contains("  check ", overview.Answer);
        Assert.Empty(overview.Diagnostics);

        ProgramRun verb = BuiltProgram.Run("match", "--help");
        Assert.Equal(0, verb.ExitCode);
        Assert.Contains("--stability=FORM", verb.Answer);
        Assert.Contains("Example", verb.Answer);
        Assert.Equal(verb, BuiltProgram.Run("help", "match"));
        Assert.Equal(verb, BuiltProgram.Run("match", "-h"));
        Assert.Equal(verb, BuiltProgram.Run("match", "x", "--seed", "--help"));
    }

    [Fact]
    public void The_version_is_one_line()
    {
        ProgramRun run = BuiltProgram.Run("--version");
        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith("matchsim 0.", run.Answer);
    }

    [Fact]
    public void No_command_is_a_user_error() => BuiltProgram.Run().IsUserError("found no command; allowed: ", "match", "see matchsim --help");

    [Fact]
    public void An_unknown_command_names_the_nearest() =>
        BuiltProgram.Run("macth").IsUserError("found command \"macth\"", "(did you mean match?)");

    [Fact]
    public void Unknown_options_and_surplus_arguments_are_user_errors()
    {
        BuiltProgram.Run("match", "x", "--stabilty", "mm").IsUserError("found option \"--stabilty\"", "(did you mean --stability?)");
        BuiltProgram.Run("match", "x", "y").IsUserError("found argument \"y\"");
        BuiltProgram.Run("match").IsUserError("found no INSTANCE");
        BuiltProgram.Run("check").IsUserError("found no INSTANCE", "found no MATCHING");
        ProgramRun half = BuiltProgram.Run("check", "--stability", "mm", "x");
        half.IsUserError("found no MATCHING");
        Assert.DoesNotContain("INSTANCE", half.Diagnostics, StringComparison.Ordinal);
        BuiltProgram.Run("match", "x", "--seed", "many").IsUserError("--seed", "whole number");
        BuiltProgram.Run("match", "x", "--seed").IsUserError("--seed without a value");
        BuiltProgram.Run("match", "x", "--seed", "1", "--seed", "2").IsUserError("--seed more than once");
    }

    [Fact]
    public void Options_with_wrong_words_are_told_all_at_once() =>
        BuiltProgram.Run("match", "x", "--algorithm", "magic", "--proposing", "nobody", "--stability", "biss").IsUserError(
            "found --algorithm \"magic\"; allowed: roth-peranson or deferred-acceptance.",
            "found --proposing \"nobody\"; allowed: applicants or programs.",
            "found --stability \"biss\"; allowed: bis or mm (did you mean bis?).");
}
