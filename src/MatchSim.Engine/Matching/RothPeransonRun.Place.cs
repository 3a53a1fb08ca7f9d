namespace MatchSim.Engine.Matching;

/// <content>Hold, displace, withdraw: the moves that change who is where.</content>
internal sealed partial class RothPeransonRun
{
    /// <summary>Moves a couple to pair <paramref name="rank"/>. A member who is already there stays put.</summary>
    private void PlaceCouple(int couple, int rank, PairEntry pair)
    {
        int a = instance.CoupleA[couple];
        int b = instance.CoupleB[couple];
        bool movesA = workspace.ProgramOf[a] != pair.ProgramA;
        bool movesB = workspace.ProgramOf[b] != pair.ProgramB;
        if (movesA)
            Vacate(a);
        if (movesB)
            Vacate(b);
        coupleRank[couple] = rank;
        ulong keyA = ApplicantKey.Primary(pair.ScoreA, a);
        ulong keyB = ApplicantKey.Primary(pair.ScoreB, b);
        bool together = pair.ProgramA == pair.ProgramB;
        if (movesA && pair.ProgramA != MatchInstance.None)
            Take(a, pair.ProgramA, keyA, together ? keyB : ApplicantKey.None);
        if (movesB && pair.ProgramB != MatchInstance.None)
            Take(b, pair.ProgramB, keyB, together ? keyA : ApplicantKey.None);
    }

    /// <summary>The program holds the applicant, letting its worst go when full, but never <paramref name="spared"/>,
    /// the partner who comes along.</summary>
    private void Take(int applicant, int program, ulong key, ulong spared)
    {
        ulong displaced = HoldSparing(program, key, spared);
        workspace.ProgramOf[applicant] = program;
        MayWant(applicant);
        Toggle(program, key);
        if (observer is not null)
            TellHeld(program, key, displaced);
        if (displaced != ApplicantKey.None)
            Displace(program, displaced);
        PushSupplemental(applicant);
    }

    private void TakeSupplemental(int applicant, int program, ulong key)
    {
        ulong displaced = tentative.Hold(program, key);
        workspace.SupplementalProgramOf[applicant] = program;
        supplementalKey[applicant] = key;
        Toggle(program, key);
        if (observer is not null)
            TellHeld(program, key, displaced);
        if (displaced != ApplicantKey.None)
            Displace(program, displaced);
        OfferToPartner(applicant, program);
    }

    /// <summary>A supplemental place just taken is one that the partner could have instead, if both went on to a better
    /// pair: nobody was worse off for it before, so no program was vacated and repair would not notice.</summary>
    private void OfferToPartner(int applicant, int program)
    {
        int couple = coupleOf[applicant];
        if (couple >= 0 && KeyIfBlocking(couple, program) != ApplicantKey.None)
            Push(applicants + couple);
    }

    private void TellHeld(int program, ulong key, ulong displaced)
    {
        if (displaced != ApplicantKey.None)
            observer!.Displaced(ApplicantKey.Applicant(displaced), program, KindOf(displaced));
        observer!.Held(ApplicantKey.Applicant(key), program, KindOf(key));
    }

    private PlaceKind KindOf(ulong key) => ApplicantKey.IsSupplemental(key) ? PlaceKind.Supplemental
        : coupleOf[ApplicantKey.Applicant(key)] < 0 ? PlaceKind.Primary
        : PlaceKind.Joint;

    private ulong HoldSparing(int program, ulong key, ulong spared)
    {
        ProgramPlaces places = tentative.Places[program];
        if (spared == ApplicantKey.None || places.Count < places.Capacity)
            return tentative.Hold(program, key);
        ulong worst = tentative.Worst(program, spared);
        tentative.Remove(program, worst);
        tentative.Hold(program, key);
        return worst;
    }

    /// <summary>Whoever lost a place to a better applicant proposes again; a couple's partner leaves too, and that place
    /// is offered to others.</summary>
    private void Displace(int program, ulong key)
    {
        Toggle(program, key);
        int applicant = ApplicantKey.Applicant(key);
        if (ApplicantKey.IsSupplemental(key))
        {
            workspace.SupplementalProgramOf[applicant] = MatchInstance.None;
            workspace.SupplementalRankOf[applicant] = -1;
            MayWant(applicant);
            PushSupplemental(applicant);
            return;
        }

        int couple = coupleOf[applicant];
        workspace.ProgramOf[applicant] = MatchInstance.None;
        VacateSupplemental(applicant);
        if (couple < 0)
        {
            workspace.RankOf[applicant] = -1;
            Push(applicant);
            return;
        }

        Vacate(instance.CoupleA[couple] == applicant ? instance.CoupleB[couple] : instance.CoupleA[couple]);
        coupleRank[couple] = -1;
        NoteDisplaced(couple);
        Push(applicants + couple);
    }

    /// <summary>Leaves the primary place, if any, and the supplemental one that hangs on it.</summary>
    private void Vacate(int applicant)
    {
        int program = workspace.ProgramOf[applicant];
        if (program == MatchInstance.None)
            return;
        ulong key = KeyOfPlace(applicant);
        tentative.Remove(program, key);
        Toggle(program, key);
        workspace.ProgramOf[applicant] = MatchInstance.None;
        PushProgram(program);
        observer?.Withdrew(applicant, program, KindOf(key));
        VacateSupplemental(applicant);
    }

    private void VacateSupplemental(int applicant)
    {
        if (!supplemental)
            return;
        int program = workspace.SupplementalProgramOf[applicant];
        if (program == MatchInstance.None)
            return;
        ulong key = supplementalKey[applicant];
        tentative.Remove(program, key);
        Toggle(program, key);
        workspace.SupplementalProgramOf[applicant] = MatchInstance.None;
        workspace.SupplementalRankOf[applicant] = -1;
        MayWant(applicant);
        PushProgram(program);
        observer?.Withdrew(applicant, program, PlaceKind.Supplemental);
    }

    private void PushSupplemental(int applicant)
    {
        if (supplemental)
            Push(FirstDependent + applicant);
    }

    /// <summary>Key under which the applicant's primary place is held.</summary>
    private ulong KeyOfPlace(int applicant)
    {
        int couple = coupleOf[applicant];
        if (couple < 0)
        {
            int entry = instance.ListOffsets[applicant] + workspace.RankOf[applicant];
            return ApplicantKey.Primary(instance.Entries[entry].Score, applicant);
        }

        PairEntry pair = instance.Pairs[instance.PairOffsets[couple] + coupleRank[couple]];
        return ApplicantKey.Primary(instance.CoupleA[couple] == applicant ? pair.ScoreA : pair.ScoreB, applicant);
    }
}
