using MatchSim.Engine.Markets;
using MatchSim.Engine.Randomness;
using MatchSim.Engine.Scenarios;

namespace MatchSim.Engine.Advice;

/// <summary>
/// Draws focal applicants of a type of whom nothing else is known, as the market draws its own: specialties, score, visa
/// and all the rest. They are the same people as those of a profile with their specialties.
/// </summary>
internal sealed class FocalPeople(MarketLayout layout, ApplicantType type)
{
    private readonly Dictionary<(int Preferred, int Second), FocalSynthesis> _plans = [];
    private readonly ulong _group = AgentKey.Group(type.ToString());
    private readonly int _registered = layout.Of(type).Registered;

    /// <summary>The focal applicant of this number in this replication.</summary>
    public FocalApplicant Draw(Streams streams, int number)
    {
        ulong key = AgentKey.Of(_group, _registered + number);
        SpecialtyPlan plan = layout.Plans.Of(streams, type, key);
        if (!_plans.TryGetValue((plan.Preferred, plan.Second), out FocalSynthesis? synthesis))
        {
            synthesis = new FocalSynthesis(layout, new Profile(type, layout.SpecialtyIds[plan.Preferred])
            {
                SecondSpecialty = plan.Second == Market.None ? null : layout.SpecialtyIds[plan.Second],
            });
            _plans.Add((plan.Preferred, plan.Second), synthesis);
        }

        return synthesis.Draw(streams, key);
    }
}
