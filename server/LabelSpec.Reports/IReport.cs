using LabelSpec.Engine;

namespace LabelSpec.Reports;

/// <summary>Writes the result of an analysis in one format. Writers stream: a million findings cost no memory.</summary>
public interface IReport
{
    /// <summary>Writes the whole report and flushes it; the stream stays open.</summary>
    void Write(AnalysisResult result, ReportContext context, Stream output);
}
