using LabelSpec.Engine.Migration;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>A server that knows guidelines only.</summary>
sealed class NoData : IBoundData
{
    public static NoData Instance { get; } = new();

    public DataCounts CountsOf(WorkspaceSnapshot snapshot, string guidelinePath, CancellationToken cancellation) =>
        DataCounts.None;

    public IReadOnlyList<DataWords> WordsOf(WorkspaceSnapshot snapshot, string guidelinePath) => [];

    public IEnumerable<Location> PlacesOf(
        WorkspaceSnapshot snapshot,
        string guidelinePath,
        IReadOnlyList<DataWord> words,
        CancellationToken cancellation
    ) => [];

    public IEnumerable<ImageInData> ImagesNamed(
        WorkspaceSnapshot snapshot,
        string part,
        CancellationToken cancellation
    ) => [];

    public DataMigration MigrationOf(
        WorkspaceSnapshot snapshot,
        string guidelinePath,
        LabelChange change,
        CancellationToken cancellation
    ) => DataMigration.None;

    public FirstViolations FirstViolations(WorkspaceSnapshot snapshot, CancellationToken cancellation) =>
        Data.FirstViolations.None;
}
