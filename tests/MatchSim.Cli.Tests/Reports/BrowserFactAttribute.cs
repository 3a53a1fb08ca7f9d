using MatchSim.Cli.Reports;

namespace MatchSim.Cli.Tests.Reports;

/// <summary>A fact that needs an installed Chromium. Without one it is skipped with the reason, except in continuous
/// integration, which installs it: there it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        bool integration = Environment.GetEnvironmentVariable("CI") == "true";
        if (Chromium.Find() is null && !integration)
            Skip = Chromium.Missing;
    }
}
