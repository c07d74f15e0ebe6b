using System.Text;
using LabelSpec.Engine;

namespace LabelSpec.Reports.Tests;

static class Written
{
    /// <summary>What a format writes, as text.</summary>
    public static string By(string format, AnalysisResult result, ReportContext context)
    {
        using var output = new MemoryStream();
        ReportFormats.Find(format)!.Report.Write(result, context, output);
        return Encoding.UTF8.GetString(output.ToArray());
    }
}
