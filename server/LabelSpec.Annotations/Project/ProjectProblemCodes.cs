namespace LabelSpec.Annotations.Project;

/// <summary>The codes of problems in project files.</summary>
public static class ProjectProblemCodes
{
    public static IReadOnlyList<string> All { get; } =
    [
        InvalidYaml,
        UnknownKey,
        WrongKind,
        DuplicateKey,
        UnknownValue,
        InvalidGlob,
        InvalidRegex,
        InvalidDate,
        MissingKey,
        TooLarge,
        UnknownRule,
        UnknownOption,
    ];

    /// <summary>The file is not YAML.</summary>
    public const string InvalidYaml = "LS2901";

    /// <summary>A key that project files do not have.</summary>
    public const string UnknownKey = "LS2902";

    /// <summary>A list where a text is expected, and the like.</summary>
    public const string WrongKind = "LS2903";

    /// <summary>A key that stands twice in one mapping.</summary>
    public const string DuplicateKey = "LS2904";

    /// <summary>A value that is none of the possible ones.</summary>
    public const string UnknownValue = "LS2905";

    /// <summary>A glob that cannot be understood.</summary>
    public const string InvalidGlob = "LS2906";

    /// <summary>A regular expression that cannot be used.</summary>
    public const string InvalidRegex = "LS2907";

    /// <summary>A date that is none.</summary>
    public const string InvalidDate = "LS2908";

    /// <summary>A key without which an entry says nothing.</summary>
    public const string MissingKey = "LS2909";

    /// <summary>A rule or check that does not exist.</summary>
    public const string UnknownRule = "LS2911";

    /// <summary>An option that a check does not have.</summary>
    public const string UnknownOption = "LS2912";

    /// <summary>Too long, too deeply nested, or too many aliases.</summary>
    public const string TooLarge = "LS2910";
}
