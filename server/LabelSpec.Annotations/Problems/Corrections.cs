using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Problems;

/// <summary>
/// What is to stand at places that a reader stumbled over and understood. A problem that is shown once for a file holds those of all
/// its places, up to a limit: whoever corrects the file and reads it again comes to the others.
/// </summary>
public sealed class Corrections : IEquatable<Corrections>
{
    public const int Most = 100_000;

    readonly List<(SourceSpan Span, string Text)> all;

    Corrections(IEnumerable<(SourceSpan Span, string Text)> all) => this.all = [.. all];

    public Corrections(SourceSpan span, string text)
        : this([(span, text)]) { }

    /// <summary>In the order in which they were read.</summary>
    public IReadOnlyList<(SourceSpan Span, string Text)> All => all;

    internal Corrections Copy() => new(all);

    internal Corrections Moved(long by) => new(all.Select(one => (one.Span.Moved(by), one.Text)));

    internal void Add(Corrections more) => all.AddRange(more.all.Take(Most - all.Count));

    public bool Equals(Corrections? other) => other is not null && all.SequenceEqual(other.all);

    public override bool Equals(object? obj) => Equals(obj as Corrections);

    public override int GetHashCode() => all.Count == 0 ? 0 : HashCode.Combine(all.Count, all[0]);
}
