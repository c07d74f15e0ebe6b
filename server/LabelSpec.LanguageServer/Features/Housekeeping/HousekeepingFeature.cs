namespace LabelSpec.LanguageServer.Features.Housekeeping;

/// <summary>Collects garbage between keystrokes instead of within them.</summary>
sealed class HousekeepingFeature : IFeature
{
    /// <summary>Longer than answering a keystroke takes, shorter than the fastest typing leaves between two.</summary>
    static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Below what the runtime itself would collect at: a keystroke in a long guideline, or in a large annotation file, leaves some
    /// megabytes.
    /// </summary>
    const long Enough = 16 << 20;

    /// <summary>Of longer texts, formats that cannot be read in pieces, and edits of all of them, leave whole copies behind.</summary>
    const int LargestText = 1 << 20;

    /// <summary>
    /// These copies lie in a room for which the runtime takes gigabytes before it collects: after so much it is told to, beside the typing.
    /// </summary>
    const long EnoughOfLarge = 512 << 20;

    public void Register(FeatureRegistry features)
    {
        var services = features.Services;
        var collector = new QuietCollector(
            QuietTime,
            Enough,
            static () => GC.GetTotalAllocatedBytes(),
            static () => GC.Collect(1, GCCollectionMode.Forced, blocking: true)
        );
        var ofLarge = new QuietCollector(
            QuietTime,
            EnoughOfLarge,
            static () => GC.GetTotalAllocatedBytes(),
            static () => GC.Collect(2, GCCollectionMode.Forced, blocking: false)
        );
        services.Changed += snapshot =>
        {
            collector.Postpone();
            if (snapshot.Documents.Values.Any(document => document.Text.Length > LargestText))
                ofLarge.CollectIfWorthwhile();
        };
        services.Ended.Register(collector.Dispose);
    }
}
