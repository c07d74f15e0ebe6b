using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols;

/// <summary>What the <c>guideline</c> header says beside name and version; other words are kept and mean nothing.</summary>
public static class HeaderProperties
{
    public static ImmutableArray<string> All { get; } = ["title", "owner", "language"];
}
