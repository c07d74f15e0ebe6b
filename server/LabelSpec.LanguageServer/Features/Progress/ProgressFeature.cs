using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Progress;

/// <summary>People may cancel what the server does on its own.</summary>
sealed class ProgressFeature : IFeature
{
    public void Register(FeatureRegistry features) =>
        features.Change<WorkDoneProgressCancelParams>(
            "window/workDoneProgress/cancel",
            (snapshot, cancelled) =>
            {
                features.Services.Work.Cancel(cancelled.Token);
                return snapshot;
            }
        );
}
