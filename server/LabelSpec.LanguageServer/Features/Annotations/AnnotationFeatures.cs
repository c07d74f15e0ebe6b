using System.Text.Json.Nodes;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>Everything about annotation files; its parts share what is known about files that are not open.</summary>
sealed class AnnotationFeatures : IFeature
{
    public void Register(FeatureRegistry features)
    {
        var background = new BackgroundJudge(features.Services);
        var findings = new WorkspaceFindings(background);
        features.Services.Data = new BoundData(findings, background);
        features.Services.Diagnostics.Add(new AnnotationDiagnosticSource(background));
        IFeature[] parts =
        [
            new FindingsFeature(findings, background),
            new PictureFeature(new DiskViews(findings)),
            new RepairsFeature(findings, background),
            new StatusFeature(findings, background),
            new Editing.AnnotationEditingFeature(findings),
        ];
        foreach (var part in parts)
            part.Register(features);
        features.Announce(
            "experimental.labelspec",
            () =>
                new JsonObject
                {
                    ["version"] = 1,
                    ["picture"] = true,
                    ["findings"] = true,
                    ["fix"] = true,
                    ["waive"] = true,
                    ["baseline"] = true,
                    ["status"] = true,
                }
        );
    }
}
