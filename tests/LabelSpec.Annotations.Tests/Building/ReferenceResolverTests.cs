using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Tests.Building;

public class ReferenceResolverTests
{
    [Fact]
    public void A_folder_of_many_files_looks_for_what_is_near_once()
    {
        const int LabelFiles = 2_000;
        var files = Enumerable
            .Range(0, LabelFiles)
            .Select(number => SourceFile.OnDisk($"/data/near/labels/{number}.txt"))
            .Append(SourceFile.OnDisk("/data/far/data.yaml"))
            .Append(SourceFile.OnDisk("/data/near/data.yaml"))
            .ToList();
        var annotations = new AnnotationColumnsBuilder();
        for (var file = 0; file < LabelFiles; file++)
            annotations.Add(new AnnotationRow(new SourceSpan(file, 0, 1)) { CategoryId = new RecordId(7) }, -1);
        List<CategoryDeclaration> declarations =
        [
            new() { Span = new SourceSpan(LabelFiles, 0, 1), Id = new RecordId(7) },
            new() { Span = new SourceSpan(LabelFiles + 1, 0, 1), Id = new RecordId(7) },
        ];
        var resolver = new ReferenceResolver(new ImageColumnsBuilder(), annotations, declarations, [0, 1], files);

        Assert.Empty(resolver.ResolveCategories());
        Assert.All(Enumerable.Range(0, LabelFiles), row => Assert.Equal(1, annotations.Category.At(row)));
        // One folder, and two that declare something.
        Assert.Equal(2, resolver.FoldersCompared);
    }
}
