using System.Runtime.CompilerServices;

namespace MatchSim.Engine.Matching;

/// <summary>Where a program's held set lives.</summary>
internal struct ProgramPlaces
{
    /// <summary>Index of the first key in <see cref="TentativeMatches.Keys"/>.</summary>
    public int Start;

    /// <summary>Positions at the effective quota (no more than could ever be held).</summary>
    public int Capacity;

    /// <summary>Positions held, 0 … Capacity.</summary>
    public int Count;
}

/// <summary>
/// Whom each program holds now. Held sets are unordered, except that a full program keeps its worst key in the first
/// slot (a binary heap when the quota is large), because that is the one displaced next.
/// </summary>
internal sealed class TentativeMatches
{
    /// <summary>Up to this quota the worst is found by scanning; above it by a heap.</summary>
    private const int LinearQuota = 32;

    /// <summary>[program] key of the worst held when full, else Open; Closed at quota 0.</summary>
    public ulong[] Cutoffs = [];

    /// <summary>[program]</summary>
    public ProgramPlaces[] Places = [];

    /// <summary>[slot] held keys, program by program.</summary>
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
        long total = 0;
        for (int p = 0; p < programs; p++)
        {
            int capacity = Math.Min(quotas[p], most);
            Places[p] = new ProgramPlaces { Capacity = capacity };
            total += capacity;
        }

        if (total > 4L * (most + programs + 64))
            total = LimitToListings(instance);
        Buffers.Grow(ref Keys, checked((int)total));
        slots = (int)total;
        int start = 0;
        for (int p = 0; p < programs; p++)
        {
            Places[p].Start = start;
            start += Places[p].Capacity;
            Cutoffs[p] = Places[p].Capacity > 0 ? ApplicantKey.Open : ApplicantKey.Closed;
        }
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

    /// <summary>Holds <paramref name="key"/>, which must be above the cutoff; returns the key displaced or None.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Hold(int program, ulong key)
    {
        ref ProgramPlaces places = ref Places[program];
        ref ulong first = ref Keys[places.Start];
        if (places.Count < places.Capacity)
        {
            Unsafe.Add(ref first, places.Count) = key;
            if (++places.Count == places.Capacity)
                Cutoffs[program] = WorstToFront(ref first, places.Count);
            return ApplicantKey.None;
        }

        ulong displaced = first;
        Cutoffs[program] = ReplaceFront(ref first, places.Count, key);
        return displaced;
    }

    /// <summary>Gives up the place held by <paramref name="key"/>.</summary>
    public void Remove(int program, ulong key)
    {
        ref ProgramPlaces places = ref Places[program];
        Span<ulong> held = Keys.AsSpan(places.Start, places.Count);
        int at = held.IndexOf(key);
        held[at] = held[^1];
        places.Count--;
        Cutoffs[program] = ApplicantKey.Open;
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

    /// <summary>Orders a set that has just become full; returns its worst key.</summary>
    private static ulong WorstToFront(ref ulong first, int count)
    {
        if (count <= LinearQuota)
            return WorstToFrontByScan(ref first, count);
        for (int i = (count / 2) - 1; i >= 0; i--)
            SiftDown(ref first, count, i, Unsafe.Add(ref first, i));
        return first;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReplaceFront(ref ulong first, int count, ulong key)
    {
        if (count > LinearQuota)
        {
            SiftDown(ref first, count, 0, key);
            return first;
        }

        first = key;
        return WorstToFrontByScan(ref first, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong WorstToFrontByScan(ref ulong first, int count)
    {
        ulong front = first;
        ulong worst = front;
        int at = 0;
        for (int i = 1; i < count; i++)
        {
            ulong held = Unsafe.Add(ref first, i);
            at = held < worst ? i : at;
            worst = Math.Min(worst, held);
        }

        Unsafe.Add(ref first, at) = front;
        first = worst;
        return worst;
    }

    private static void SiftDown(ref ulong first, int count, int at, ulong key)
    {
        while (true)
        {
            int child = (2 * at) + 1;
            if (child >= count)
                break;
            if (child + 1 < count && Unsafe.Add(ref first, child + 1) < Unsafe.Add(ref first, child))
                child++;
            ulong smaller = Unsafe.Add(ref first, child);
            if (smaller >= key)
                break;
            Unsafe.Add(ref first, at) = smaller;
            at = child;
        }

        Unsafe.Add(ref first, at) = key;
    }

    /// <summary>With quotas far beyond the number of applicants, room for as many as list the program is enough.</summary>
    private long LimitToListings(MatchInstance instance)
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

        long total = 0;
        for (int p = 0; p < programs; p++)
        {
            Places[p].Capacity = Math.Min(Places[p].Capacity, listings[p]);
            total += Places[p].Capacity;
        }

        return total;
    }
}
