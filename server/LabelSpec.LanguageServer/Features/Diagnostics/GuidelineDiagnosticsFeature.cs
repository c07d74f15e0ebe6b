namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>What the compiler says about guidelines.</summary>
sealed class GuidelineDiagnosticsFeature : IFeature
{
    public void Register(FeatureRegistry features) =>
        features.Services.Diagnostics.Add(new GuidelineDiagnosticSource());
}
