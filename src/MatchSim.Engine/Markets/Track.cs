namespace MatchSim.Engine.Markets;

/// <summary>Kinds of programs. The order is that of programs within a specialty.</summary>
public enum Track : byte
{
    /// <summary>PGY-1 and everything after it.</summary>
    Categorical,

    /// <summary>Starts in PGY-2 or later.</summary>
    Advanced,

    /// <summary>PGY-1 only.</summary>
    Preliminary,
}

/// <summary>How a program treats an applicant type.</summary>
public enum Openness : byte
{
    Often,
    Seldom,
    Never,
}

/// <summary>Visas a program takes.</summary>
public enum VisaPolicy : byte
{
    None,
    J1,
    J1AndH1b,
}

/// <summary>Visas an applicant can use.</summary>
public enum VisaNeed : byte
{
    None,
    Any,
    H1bOnly,
}
