using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// What both sides call their classes, as one list: the classes of the guideline first, in its order, then names that it
/// does not know, in ordinal order. Aliases and dataset labels of the guideline are that class.
/// </summary>
sealed class LabelMap
{
    /// <summary>The only label of data without categories.</summary>
    const string Unnamed = "object";

    readonly Dataset truth;
    readonly Dataset work;
    readonly int[] ofTruth;
    readonly int[] ofWork;
    readonly ClassSymbol?[] classes;

    LabelMap(Dataset truth, Dataset work, Guideline? guideline)
    {
        (this.truth, this.work) = (truth, work);
        var labels = new SortedDictionary<(int Order, string Name), ClassSymbol?>(LabelOrder);
        foreach (var name in NamesOf(truth).Concat(NamesOf(work)))
            labels.TryAdd(KeyOf(name, guideline), guideline?.FindClassByLabel(name));
        var index = labels.Keys.Select((key, at) => (key, at)).ToDictionary(pair => pair.key, pair => pair.at);
        Names = [.. labels.Keys.Select(key => key.Name)];
        Order = [.. labels.Keys.Select(key => key.Order)];
        classes = [.. labels.Values];
        ofTruth = [.. NamesOf(truth).Select(name => index[KeyOf(name, guideline)])];
        ofWork = [.. NamesOf(work).Select(name => index[KeyOf(name, guideline)])];
    }

    static Comparer<(int Order, string Name)> LabelOrder { get; } =
        Comparer<(int Order, string Name)>.Create(
            static (a, b) => a.Order != b.Order ? a.Order.CompareTo(b.Order) : string.CompareOrdinal(a.Name, b.Name)
        );

    public ImmutableArray<string> Names { get; }

    /// <summary>For each label its place in the guideline, <see cref="int.MaxValue"/> for labels that it does not know.</summary>
    public ImmutableArray<int> Order { get; }

    public static LabelMap Of(Dataset truth, Dataset work, Guideline? guideline) => new(truth, work, guideline);

    /// <summary>For each label the class of the guideline, null for one that it does not know.</summary>
    public IReadOnlyList<ClassSymbol?> Classes => classes;

    /// <summary>The class of the guideline, null for a label that it does not know.</summary>
    public ClassSymbol? ClassOf(int label) => classes[label];

    public bool IsIgnored(int label) => classes[label] is { IsIgnore: true };

    /// <summary>The label of a category, −1 where the annotation has none although the data has categories.</summary>
    public int OfTruth(int category) => At(truth, ofTruth, category);

    /// <inheritdoc cref="OfTruth"/>
    public int OfWork(int category) => At(work, ofWork, category);

    static int At(Dataset dataset, int[] labels, int category) =>
        category >= 0 ? labels[category]
        : dataset.Categories.Count == 0 ? labels[0]
        : -1;

    static (int, string) KeyOf(string name, Guideline? guideline) =>
        guideline?.FindClassByLabel(name) is { } known ? (known.Index, known.Name) : (int.MaxValue, name);

    static string[] NamesOf(Dataset dataset) =>
        dataset.Categories.Count > 0 || dataset.Annotations.Count == 0 ? dataset.Categories.Names.ToArray() : [Unnamed];
}
