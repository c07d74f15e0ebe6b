namespace LabelSpec.Annotations.Project;

/// <summary>How much a finding matters, or that it is not looked for at all.</summary>
public enum SeverityOverride
{
    /// <summary>Not checked.</summary>
    Off,

    /// <summary>A suggestion, shown in editors only.</summary>
    Hint,

    /// <summary>Worth knowing.</summary>
    Info,

    /// <summary>Probably wrong.</summary>
    Warning,

    /// <summary>Wrong.</summary>
    Error,
}
