using System.Collections.Immutable;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Migration;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>
/// An attribute that the guideline does not give to the class. One finding for each class and attribute, as an exporter
/// writes it everywhere or nowhere. What the format itself writes for every annotation is nobody's mistake.
/// </summary>
sealed class UnknownAttribute(CheckContext context) : DatasetCheck(Info, context)
{
    const int MostRenamed = 1000;

    public static new CheckInfo Info { get; } =
        new("LS3105", "unknown_attribute", "Attribute is not in the guideline", Severity.Warning) { HasFix = true };

    public override void Judge(CheckReport report)
    {
        var columns = Rows.Attributes.Columns;
        for (var i = 0; i < columns.Length; i++)
        {
            var groups = new Groups<int>();
            var own = FilesThatWrite(columns[i].Name);
            foreach (var (row, _) in columns[i].Entries)
            {
                if (Facts.ClassOf(Rows.Categories[row]) is not { } symbol)
                    continue;
                report.Judged();
                if (!own[Rows.FileOf(row)] && !symbol.Attributes.Any(one => one.Label == columns[i].Name))
                    groups.Add(Rows.Categories[row], row);
            }

            foreach (var (_, group) in groups)
                report.Violated(Violation.OfAnnotation(group.FirstRow) with { Detail = i, Value = group.Count });
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var name = Rows.Attributes.Columns[violation.Detail].Name;
        var symbol = Facts.ClassOf(Rows.Categories[violation.Subject])!;
        var nearest = NearestWord.Find(name, symbol.Attributes.Select(one => one.Label));
        return new(
            $"{Wording.Count((long)violation.Value, "annotation")} of {symbol.Name} "
                + $"{(violation.Value == 1 ? "has" : "have")} an attribute \"{name}\" that the guideline does not know."
                + (nearest is null ? "" : $" Did you mean \"{nearest}\"?")
        )
        {
            Field = Field.Attribute(name),
            Values = [new DecidingValue("attribute", name), new DecidingValue("count", violation.Value)],
            Repairs = nearest is null ? [] : [.. Renamed(violation, name, nearest)],
        };
    }

    /// <summary>For all annotations of the class: the finding is about all of them. Of very many, `labelspec migrate` does it.</summary>
    IEnumerable<Repair> Renamed(in Violation violation, string from, string to)
    {
        if (violation.Value > MostRenamed)
            return [];
        var label = Data.Categories.NameOf(Rows.Categories[violation.Subject]);
        var change = new LabelChange.OfAttribute(from, to) { Classes = new HashSet<string>([label]) };
        ImmutableArray<ElementChange> changes = [.. new ChangedElements(Data, change).All()];
        return changes.IsEmpty
            ? []
            : [new($"Rename the attribute \"{from}\" of {label} to \"{to}\"", changes) { IsSafe = false }];
    }

    bool[] FilesThatWrite(string attribute)
    {
        var files = new bool[Data.Files.Length];
        IAnnotationFormat? last = null;
        var writes = false;
        for (var file = 0; file < files.Length; file++)
        {
            // Files of one format mostly come one after another.
            if (Data.Files[file].Format is var format && format != last)
                (last, writes) = (format, format?.OwnAttributes.Contains(attribute) == true);
            files[file] = writes;
        }

        return files;
    }
}
