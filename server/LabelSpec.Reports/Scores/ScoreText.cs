using System.Globalization;
using System.Text;
using LabelSpec.Engine.Findings;
using LabelSpec.Reports.Text;

namespace LabelSpec.Reports.Scores;

/// <summary>What reports of scores in text have in common.</summary>
static class ScoreText
{
    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static StreamWriter Open(Stream output) =>
        new(output, Utf8, bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };

    /// <summary>Three decimals; a dash for what could not be measured, which COCO writes as -1.</summary>
    public static string Of(double value) =>
        double.IsNaN(value) || value == -1 ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>Three decimals with a sign, for differences.</summary>
    public static string Signed(double value) =>
        double.IsNaN(value) ? "-" : value.ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture);

    public static void WriteFindings(StreamWriter writer, IReadOnlyList<Finding> findings, ReportContext context)
    {
        var lines = new FindingWriter(writer, context);
        foreach (var finding in findings)
            lines.Write(finding);
        if (findings.Count > 0)
            writer.WriteLine();
    }
}
