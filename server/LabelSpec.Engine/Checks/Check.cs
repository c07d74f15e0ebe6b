using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Engine.Checks;

/// <summary>A built-in check, made for one data set. What it judges decides which of the derived kinds it is.</summary>
public abstract class Check(CheckInfo info, CheckContext context) : ViolationSource
{
    public CheckInfo Info => info;

    public sealed override string Rule => info.Code;

    public sealed override Severity Severity { get; } = context.Settings.SeverityOf(info);

    /// <summary>
    /// What verdicts on single rows or images depend on beside these and the categories. Verdicts on rows that an edit did not
    /// touch hold as long as this stays the same.
    /// </summary>
    internal virtual IEnumerable<bool> Circumstances => [];

    protected Dataset Data => context.Dataset;

    protected AnnotationTable Rows => context.Dataset.Annotations;

    protected Guideline? Guideline => context.Guideline;

    protected DatasetFacts Facts => context.Facts;

    /// <summary>The tuned value of one of the check's parameters.</summary>
    protected double Parameter(string name) => context.Settings.ParameterOf(info, name);

    protected string NameOf(int annotation) => Facts.NameOf(annotation);

    /// <summary>The name of an image's file; of one that has none, what its own file calls it.</summary>
    protected string NameOfImage(int image) =>
        Data.Images.FileNames[image] is { Length: > 0 } name ? name
        : Data.Images.Ids[image] is { IsNone: false } id ? $"the one with the id {Data.IdTexts.Show(id)}"
        : $"that in line {Data.PositionOf(Data.Images.SpanOf(image)).Line}";
}
