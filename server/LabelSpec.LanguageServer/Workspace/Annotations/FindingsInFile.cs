using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>
/// The findings in one file of an analysis. Each is made when it is first asked for, and kept: of ten thousands, editors show a
/// few, and only these are worth their texts and places.
/// </summary>
/// <param name="all">The findings in all files.</param>
/// <param name="indices">Which of them stand in the file, in their order.</param>
sealed class FindingsInFile(FindingList all, int[] indices) : FindingList
{
    readonly Finding?[] _made = new Finding?[indices.Length];

    public override int Count => indices.Length;

    public override Finding this[int index] => _made[index] ??= all[indices[index]];

    public override IReadOnlyList<Finding> WithoutFixes(IReadOnlyList<int> indexes) =>
        all.WithoutFixes([.. indexes.Select(index => indices[index])]);

    public override string RuleAt(int index) => all.RuleAt(indices[index]);

    public override Severity SeverityAt(int index) => all.SeverityAt(indices[index]);

    public override string FileAt(int index) => all.FileAt(indices[index]);

    public override long StartAt(int index) => all.StartAt(indices[index]);

    /// <summary>The findings of each file, in the order in which files first have one.</summary>
    public static OrderedDictionary<string, FindingList> Split(FindingList all)
    {
        var indices = new OrderedDictionary<string, List<int>>(StringComparer.Ordinal);
        string? last = null;
        List<int> those = [];
        for (var index = 0; index < all.Count; index++)
        {
            var file = all.FileAt(index);
            // Findings of one file stand together.
            if (!ReferenceEquals(file, last) && !indices.TryGetValue(file, out those!))
                indices.Add(file, those = []);
            last = file;
            those.Add(index);
        }

        return new(
            indices.Select(file =>
                KeyValuePair.Create(file.Key, (FindingList)new FindingsInFile(all, [.. file.Value]))
            ),
            StringComparer.Ordinal
        );
    }
}
