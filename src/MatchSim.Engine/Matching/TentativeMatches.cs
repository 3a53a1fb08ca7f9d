namespace MatchSim.Engine.Matching;

/// <summary>Where a program's held set lives.</summary>
internal struct ProgramPlaces
{
    /// <summary>Index of the first slot in <see cref="TentativeMatches.Keys"/>.</summary>
    public int Start;

    /// <summary>Positions at the effective quota (no more than could ever be held).</summary>
    public int Capacity;

    /// <summary>Positions held, 0 … Capacity; they are the first slots.</summary>
    public int Count;
}

/// <summary>
/// Whom each program holds now. Small sets are unordered, in slots padded to a whole number of vectors; the set of a
/// full program with a large quota is a binary heap, worst first.
/// </summary>
internal sealed partial class TentativeMatches
{
    /// <summary>[program] key of the worst held when full, else Open; Closed at quota 0.</summary>
    public ulong[] Cutoffs = [];

    /// <summary>[program]</summary>
    public ProgramPlaces[] Places = [];

    /// <summary>[slot] held keys, program by program; Closed in slots without a holder.</summary>
    public ulong[] Keys = [];

    private int programs;
    private int slots;

    /// <summary>Empties all programs and lays out room for <paramref name="quotas"/>.</summary>
    public void Reset(MatchInstance instance, int[] quotas)
    {
        programs = instance.ProgramCount;
        Buffers.Grow(ref Cutoffs, programs);
        Buffers.Grow(ref Places, programs);
        int most = 2 * instance.ApplicantCount;
        long positions = 0;
        for (int p = 0; p < programs; p++)
        {
            int capacity = Math.Min(quotas[p], most);
            Places[p] = new ProgramPlaces { Capacity = capacity };
            Cutoffs[p] = capacity > 0 ? ApplicantKey.Open : ApplicantKey.Closed;
            positions += capacity;
        }

        if (positions > 4L * (most + programs + 64))
            LimitToListings(instance);
        slots = 0;
        for (int p = 0; p < programs; p++)
            slots = checked(slots + SlotsFor(Places[p].Capacity));
        Buffers.GrowPinned(ref Keys, slots + CacheLine);
        int start = SlotsToAlign(Keys);
        slots += start;
        for (int p = 0; p < programs; p++)
        {
            Places[p].Start = start;
            start += SlotsFor(Places[p].Capacity);
        }

        Keys.AsSpan(0, slots).Fill(ApplicantKey.Closed);
    }

    /// <summary>Becomes a copy of <paramref name="other"/>.</summary>
    public void CopyFrom(TentativeMatches other)
    {
        programs = other.programs;
        slots = other.slots;
        Buffers.Grow(ref Cutoffs, programs);
        Buffers.Grow(ref Places, programs);
        Buffers.Grow(ref Keys, slots);
        other.Cutoffs.AsSpan(0, programs).CopyTo(Cutoffs);
        other.Places.AsSpan(0, programs).CopyTo(Places);
        other.Keys.AsSpan(0, slots).CopyTo(Keys);
    }

    public ReadOnlySpan<ulong> Held(int program) => Keys.AsSpan(Places[program].Start, Places[program].Count);

    /// <summary>B(h, x): how many of those held are strictly better than <paramref name="key"/>.</summary>
    public int CountBetter(int program, ulong key)
    {
        int better = 0;
        foreach (ulong held in Held(program))
            better += held > key ? 1 : 0;
        return better;
    }

    /// <summary>The worst key held other than <paramref name="except"/>; None if there is no other.</summary>
    public ulong Worst(int program, ulong except)
    {
        ulong worst = ApplicantKey.Closed;
        foreach (ulong held in Held(program))
            worst = held != except && held < worst ? held : worst;
        return worst == ApplicantKey.Closed ? ApplicantKey.None : worst;
    }

    /// <summary>Gives up the place held by <paramref name="key"/>.</summary>
    public void Remove(int program, ulong key)
    {
        ref ProgramPlaces places = ref Places[program];
        Span<ulong> held = Keys.AsSpan(places.Start, places.Count);
        held[held.IndexOf(key)] = held[^1];
        held[^1] = ApplicantKey.Closed;
        places.Count--;
        Cutoffs[program] = ApplicantKey.Open;
    }

    /// <summary>With quotas far beyond the number of applicants, room for as many as list the program is enough.</summary>
    private void LimitToListings(MatchInstance instance)
    {
        int[] listings = new int[programs];
        foreach (ListEntry entry in instance.Entries.AsSpan(0, instance.ListOffsets[instance.ApplicantCount]))
            listings[entry.Program]++;
        if (instance.SupplementalOffsets.Length > 0)
            foreach (SupplementalLink link in
                instance.SupplementalLinks.AsSpan(0, instance.SupplementalOffsets[instance.ApplicantCount]))
                foreach (ListEntry entry in instance.SupplementalEntries.AsSpan(link.Start, link.End - link.Start))
                    listings[entry.Program]++;
        foreach (PairEntry pair in instance.Pairs.AsSpan(0, instance.PairOffsets[instance.CoupleCount]))
        {
            if (pair.ProgramA != MatchInstance.None)
                listings[pair.ProgramA]++;
            if (pair.ProgramB != MatchInstance.None)
                listings[pair.ProgramB]++;
        }

        for (int p = 0; p < programs; p++)
            if (Places[p].Capacity > listings[p])
                Places[p].Capacity = Math.Max(1, listings[p]);
    }
}
