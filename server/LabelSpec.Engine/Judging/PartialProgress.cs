namespace LabelSpec.Engine.Judging;

/// <summary>The progress of a part of the work, as a stretch of the progress of the whole.</summary>
sealed class PartialProgress(IProgress<double> whole, double from, double to) : IProgress<double>
{
    public static IProgress<double>? Of(IProgress<double>? whole, double from, double to) =>
        whole is null ? null : new PartialProgress(whole, from, to);

    public void Report(double value) => whole.Report(from + value * (to - from));
}
