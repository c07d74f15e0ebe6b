using System.Globalization;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>The agreement of annotators for people.</summary>
public static class AgreementText
{
    const int MostImages = 20;

    /// <param name="report">What was measured.</param>
    /// <param name="by">Which breakdowns to show: class, attribute, image, annotator.</param>
    /// <param name="context">How to show it.</param>
    /// <param name="output">Where to.</param>
    public static void Write(AgreementReport report, IReadOnlySet<string> by, ReportContext context, Stream output)
    {
        using var writer = ScoreText.Open(output);
        var palette = new Palette(context.Colour);
        ScoreText.WriteFindings(writer, report.Findings, context);
        writer.WriteLine(
            $"{Count.Of(report.Annotators.Length, "annotator")}, {Count.Of(report.SharedImages, "shared image")} "
                + $"({Count.Of(report.EmptyImages)} empty), {Count.Of(report.Units, "object")} at IoU {report.Settings.Overlap}"
        );
        writer.WriteLine();
        WriteTables(writer, palette, report);
        writer.WriteLine();
        WriteCurve(writer, palette, report);
        WriteGates(writer, palette, report);
        if (!report.ByRule.IsEmpty)
            WriteRules(writer, palette, report);
        if (by.Contains("annotator"))
            WriteAnnotators(writer, palette, report);
        if (by.Contains("class"))
            WriteClasses(writer, palette, report);
        if (by.Contains("attribute"))
            WriteAttributes(writer, palette, report);
        if (by.Contains("image"))
            WriteImages(writer, palette, report);
    }

    static void WriteTables(StreamWriter writer, Palette palette, AgreementReport report)
    {
        var table = new TextTable("", "percent", "Cohen", "Fleiss", "AC1", "alpha", "95 % interval");
        AddTable(table, "objects (there, and what)", report.Objects);
        AddTable(table, "classes (what, if there)", report.Classes);
        table.Write(writer, palette);
        writer.WriteLine();
        if (report.Objects.Alpha.IsDefined)
            writer.WriteLine(
                $"alpha {ScoreText.Of(report.Objects.Alpha.Value)}: {AgreementWords.Meaning(report.Objects.Alpha)}; "
                    + $"mean over images {AgreementWords.Of(report.MeanImageAlpha)}"
            );
        foreach (var undefined in Undefined(report.Objects).Concat(Undefined(report.Classes)).Distinct())
            writer.WriteLine(undefined);
    }

    static IEnumerable<string> Undefined(TableAgreement table)
    {
        foreach (
            var (name, coefficient) in new[]
            {
                ("Cohen", table.Cohen),
                ("Fleiss", table.Fleiss),
                ("AC1", table.Gwet),
                ("alpha", table.Alpha),
            }
        )
            if (coefficient.Undefined is { } reason)
                yield return $"{name}: {reason}";
    }

    static void AddTable(TextTable table, string name, TableAgreement of) =>
        table.Add(
            name,
            AgreementWords.Short(of.Percent),
            AgreementWords.Short(of.Cohen),
            AgreementWords.Short(of.Fleiss),
            AgreementWords.Short(of.Gwet),
            AgreementWords.Short(of.Alpha),
            double.IsNaN(of.AlphaInterval.Low)
                ? "-"
                : $"{ScoreText.Of(of.AlphaInterval.Low)} .. {ScoreText.Of(of.AlphaInterval.High)}"
        );

    static void WriteCurve(StreamWriter writer, Palette palette, AgreementReport report)
    {
        var table = new TextTable(["IoU", .. report.Curve.Select(point => Number(point.Overlap))]);
        table.Add(["alpha", .. report.Curve.Select(point => AgreementWords.Short(point.Alpha))]);
        table.Add(["objects", .. report.Curve.Select(point => Count.Of(point.Units))]);
        table.Write(writer, palette);
    }

    static void WriteGates(StreamWriter writer, Palette palette, AgreementReport report)
    {
        if (report.Gates.IsEmpty)
            return;
        writer.WriteLine();
        foreach (var gate in report.Gates)
            writer.WriteLine(
                gate.IsReached switch
                {
                    true => palette.Good($"{gate.Text}: reached ({ScoreText.Of(gate.Value)})"),
                    false => palette.Bold($"{gate.Text}: not reached ({ScoreText.Of(gate.Value)})"),
                    null => $"{gate.Text}: cannot be told, {gate.Reason}",
                }
            );
    }

    static void WriteRules(StreamWriter writer, Palette palette, AgreementReport report)
    {
        writer.WriteLine();
        var table = new TextTable(["rule broken in images of", "disputed", .. report.Annotators.Select(Printable.Of)]);
        foreach (var rule in report.ByRule)
            table.Add([rule.Name, Count.Of(rule.Disputed), .. rule.ImagesOf.Select(count => Count.Of(count))]);
        table.Write(writer, palette);
    }

    static void WriteAnnotators(StreamWriter writer, Palette palette, AgreementReport report)
    {
        writer.WriteLine();
        var table = new TextTable("annotator", "images", "annotations", "alone", "missed", "alpha without", "vitality");
        foreach (var annotator in report.ByAnnotator)
            table.Add(
                Printable.Of(annotator.Name),
                Count.Of(annotator.Images),
                Count.Of(annotator.Annotations),
                Count.Of(annotator.Alone),
                Count.Of(annotator.Missed),
                annotator.AlphaWithout is { } without ? AgreementWords.Short(without) : "-",
                annotator.Vitality?.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture) ?? "-"
            );
        table.Write(writer, palette);
        writer.WriteLine();
        var kinds = Enum.GetValues<TideErrorKind>();
        var pairs = new TextTable([
            "pair",
            "images",
            "alpha",
            "kappa",
            "F1",
            "IoU",
            .. kinds.Select(EvaluationWords.Of),
        ]);
        foreach (var pair in report.Pairs)
            pairs.Add([
                $"{Printable.Of(report.Annotators[pair.First])} - {Printable.Of(report.Annotators[pair.Second])}",
                Count.Of(pair.Images),
                AgreementWords.Short(pair.Alpha),
                AgreementWords.Short(pair.Cohen),
                ScoreText.Of(pair.F1),
                ScoreText.Of(pair.MeanOverlap),
                .. pair.Errors.Select(error => Count.Of(error.Count)),
            ]);
        pairs.Write(writer, palette);
    }

    static void WriteClasses(StreamWriter writer, Palette palette, AgreementReport report)
    {
        writer.WriteLine();
        var table = new TextTable("class", "objects", "unanimous", "alpha");
        foreach (var category in report.ByClass)
            table.Add(
                Printable.Of(category.Name),
                Count.Of(category.Units),
                Count.Of(category.Unanimous),
                AgreementWords.Short(category.Alpha)
            );
        table.Write(writer, palette);
        WriteConfusions(writer, "taken for each other:", report.Confusions);
    }

    static void WriteAttributes(StreamWriter writer, Palette palette, AgreementReport report)
    {
        writer.WriteLine();
        var table = new TextTable("attribute", "of", "level", "items", "percent", "Cohen", "AC", "alpha");
        foreach (var attribute in report.ByAttribute)
            table.Add(
                Printable.Of(attribute.Name),
                attribute.IsOfImage ? "image" : "annotation",
                AgreementWords.Of(attribute.Agreement.Level),
                Count.Of(attribute.Items),
                AgreementWords.Short(attribute.Agreement.Percent),
                AgreementWords.Short(attribute.Agreement.WeightedCohen ?? attribute.Agreement.Cohen),
                AgreementWords.Short(attribute.Agreement.Gwet),
                AgreementWords.Short(attribute.Agreement.Alpha)
            );
        table.Write(writer, palette);
        foreach (var attribute in report.ByAttribute.Where(attribute => !attribute.Outside.IsEmpty))
            writer.WriteLine(
                $"{Printable.Of(attribute.Name)}: {AgreementWords.OffScale(attribute.Outside)}; they count as no answers"
            );
        foreach (var attribute in report.ByAttribute)
            WriteConfusions(writer, $"{Printable.Of(attribute.Name)}:", attribute.Confusions);
    }

    static void WriteConfusions(StreamWriter writer, string title, IEnumerable<Confusion> confusions)
    {
        var lines = confusions.Take(5).ToList();
        if (lines.Count == 0)
            return;
        writer.WriteLine();
        writer.WriteLine(title);
        foreach (var confusion in lines)
            writer.WriteLine(
                $"  {Count.Of(confusion.Pairs), 5}  {Printable.Of(confusion.First)} - "
                    + (confusion.Second is { } second ? Printable.Of(second) : "(nothing drawn)")
            );
    }

    static void WriteImages(StreamWriter writer, Palette palette, AgreementReport report)
    {
        writer.WriteLine();
        var table = new TextTable("image", "annotators", "objects", "disputed", "percent", "alpha");
        foreach (var image in report.ByImage.Take(MostImages))
            table.Add(
                Printable.Of(image.Name),
                Count.Of(image.Annotators),
                Count.Of(image.Units),
                Count.Of(image.Disputed),
                AgreementWords.Short(image.Percent),
                AgreementWords.Short(image.Alpha)
            );
        table.Write(writer, palette);
        if (report.ByImage.Length > MostImages)
            writer.WriteLine($"… {Count.Of(report.ByImage.Length - MostImages)} more (--format json lists all)");
    }

    static string Number(double value) => value.ToString("0.0##", CultureInfo.InvariantCulture);
}
