namespace LabelSpec.Engine.Violations;

/// <summary>What a violation is about; tells which table its row belongs to.</summary>
public enum SubjectKind : byte
{
    /// <summary>The data as a whole; shown at the first file.</summary>
    Dataset,

    /// <summary>A row of <c>Dataset.Files</c>.</summary>
    File,

    /// <summary>A row of <c>Dataset.Categories.Declarations</c>.</summary>
    Category,

    /// <summary>A row of <c>Dataset.Images</c>.</summary>
    Image,

    /// <summary>A row of <c>Dataset.Annotations</c>.</summary>
    Annotation,

    /// <summary>A row of <c>Dataset.Tracks</c>.</summary>
    Track,

    /// <summary>A row of <c>Dataset.Problems</c>: what a reader could not make sense of.</summary>
    Problem,
}
