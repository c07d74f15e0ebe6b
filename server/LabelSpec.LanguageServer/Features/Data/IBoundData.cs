using LabelSpec.Engine.Migration;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>What guidelines may ask about the data that they judge.</summary>
interface IBoundData
{
    /// <summary>Counts over the data of all guidelines that have a file.</summary>
    DataCounts CountsOf(WorkspaceSnapshot snapshot, string guidelinePath, CancellationToken cancellation);

    /// <summary>
    /// The words of that data, as it was when it was last judged: nothing is read or judged for this, so that it can be asked while somebody
    /// types.
    /// </summary>
    IReadOnlyList<DataWords> WordsOf(WorkspaceSnapshot snapshot, string guidelinePath);

    /// <summary>Where data says words: open files first, as they are typed, then closed ones as they are on disk.</summary>
    IEnumerable<Location> PlacesOf(
        WorkspaceSnapshot snapshot,
        string guidelinePath,
        IReadOnlyList<DataWord> words,
        CancellationToken cancellation
    );

    /// <summary>
    /// The images whose file names have a part, in all data of the workspace: open files first, then closed data sets of up to 64 MB.
    /// </summary>
    IEnumerable<ImageInData> ImagesNamed(WorkspaceSnapshot snapshot, string part, CancellationToken cancellation);

    /// <summary>The edits that make data say other words.</summary>
    DataMigration MigrationOf(
        WorkspaceSnapshot snapshot,
        string guidelinePath,
        LabelChange change,
        CancellationToken cancellation
    );

    FirstViolations FirstViolations(WorkspaceSnapshot snapshot, CancellationToken cancellation);
}
