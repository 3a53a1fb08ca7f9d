namespace MatchSim.Engine.Matching;

/// <summary>
/// The way from one stable matching of singles to the one best for every program: rotations (Gusfield and Irving 1989,
/// chapter 2), rings of applicants in which each gives up his place, the worst held there, for the next program down his
/// list that would rather have him than its own worst. Every stable matching but the last has one, and few have many.
/// </summary>
internal sealed class Rotations
{
    /// <summary>[program]</summary>
    private Standing[] standings = [];

    /// <summary>Programs followed from one to the next, each at most once.</summary>
    private Step[] path = [];
    private int length;

    private MatchInstance instance = null!;
    private MatchWorkspace workspace = null!;

    /// <summary>Takes up a matching: everybody holds the place he is said to hold. False when it is not stable.</summary>
    /// <param name="held">[applicant] 0-based rank of the place held, −1 = none; quotas are kept.</param>
    public bool Begin(MatchInstance instance, MatchWorkspace workspace, ReadOnlySpan<int> held)
    {
        this.instance = instance;
        this.workspace = workspace;
        workspace.Begin(instance);
        workspace.Clear(instance);
        held.CopyTo(workspace.RankOf);
        for (int a = 0; a < held.Length; a++)
            if (held[a] >= 0)
                Hold(a, instance.ListOffsets[a] + held[a]);
        for (int a = 0; a < held.Length; a++)
            if (IsWantedAbove(a, held[a]))
                return false;
        return true;
    }

    /// <summary>Carries out all rotations there are.</summary>
    public void Eliminate()
    {
        Buffers.Grow(ref standings, instance.ProgramCount);
        Buffers.Grow(ref path, instance.ProgramCount);
        standings.AsSpan(0, instance.ProgramCount).Clear();
        length = 0;
        for (int p = 0; p < instance.ProgramCount; p++)
            while (standings[p] == Standing.Unknown)
                Follow(p);
    }

    /// <summary>Would a program above the place held take the applicant?</summary>
    private bool IsWantedAbove(int applicant, int held)
    {
        ReadOnlySpan<ulong> cutoffs = workspace.Tentative.Cutoffs;
        int start = instance.ListOffsets[applicant];
        int above = held < 0 ? instance.ListOffsets[applicant + 1] - start : held;
        foreach (ListEntry entry in instance.Entries.AsSpan(start, above))
            if (ApplicantKey.Primary(entry.Score, applicant) > cutoffs[entry.Program])
                return true;
        return false;
    }

    /// <summary>From program to program, until a ring closes or the way ends. Where it ends no ring can pass, now or later:
    /// the last program keeps its worst for good, and so do all before it.</summary>
    private void Follow(int program)
    {
        Add(program);
        while (length > 0)
        {
            int entry = NextOfWorst(path[length - 1].Program);
            int next = entry < 0 ? MatchInstance.None : instance.Entries[entry].Program;
            if (entry < 0 || standings[next] == Standing.Final)
            {
                while (length > 0)
                    standings[path[--length].Program] = Standing.Final;
                return;
            }

            path[length - 1].Entry = entry;
            if (standings[next] == Standing.OnPath)
                Rotate(next);
            else
                Add(next);
        }
    }

    private void Add(int program)
    {
        standings[program] = Standing.OnPath;
        path[length++].Program = program;
    }

    /// <summary>The entry below the one held whose program would take the worst held of <paramref name="program"/>; −1 =
    /// none, or it has room: a place that is free in one stable matching is free in all.</summary>
    private int NextOfWorst(int program)
    {
        ReadOnlySpan<ulong> cutoffs = workspace.Tentative.Cutoffs;
        ulong worst = cutoffs[program];
        if (worst is ApplicantKey.Open or ApplicantKey.Closed)
            return -1;
        int applicant = ApplicantKey.Applicant(worst);
        int end = instance.ListOffsets[applicant + 1];
        for (int e = instance.ListOffsets[applicant] + workspace.RankOf[applicant] + 1; e < end; e++)
        {
            ListEntry entry = instance.Entries[e];
            if (ApplicantKey.Primary(entry.Score, applicant) > cutoffs[entry.Program])
                return cutoffs[entry.Program] == ApplicantKey.Open ? -1 : e;
        }

        return -1;
    }

    /// <summary>The ring that begins at <paramref name="first"/> and ends with the path: each program's worst moves on and
    /// lets the next one's worst go.</summary>
    private void Rotate(int first)
    {
        int start = length;
        do
            standings[path[--start].Program] = Standing.Unknown;
        while (path[start].Program != first);
        ulong leaving = workspace.Tentative.Cutoffs[first];
        for (int i = start; i < length; i++)
        {
            int applicant = ApplicantKey.Applicant(leaving);
            workspace.RankOf[applicant] = path[i].Entry - instance.ListOffsets[applicant];
            leaving = Hold(applicant, path[i].Entry);
        }

        length = start;
    }

    /// <summary>The program of an entry holds the applicant; returns the key displaced.</summary>
    private ulong Hold(int applicant, int entry)
    {
        (int program, uint score) = instance.Entries[entry];
        workspace.ProgramOf[applicant] = program;
        return workspace.Tentative.Hold(program, ApplicantKey.Primary(score, applicant));
    }

    /// <summary>Unknown comes first: memory that was cleared says so. Final: no ring can pass, whom it holds stays.</summary>
    private enum Standing : byte
    {
        Unknown,
        OnPath,
        Final,
    }

    /// <summary>A program, and the entry by which its worst would move on.</summary>
    private struct Step
    {
        public int Program;
        public int Entry;
    }
}
