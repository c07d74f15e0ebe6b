namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>What is wrong with project files.</summary>
sealed class ProjectDiagnosticsFeature : IFeature
{
    public void Register(FeatureRegistry features) => features.Services.Diagnostics.Add(new ProjectDiagnosticSource());
}
