using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Tests.Building;

public class PartRunnerTests
{
    [Fact]
    public void Parts_come_in_the_order_of_the_items_whatever_takes_long()
    {
        var builder = new DatasetBuilder();
        builder.AddFile(SourceFile.FromBuffer("a", []));

        PartRunner.Run(
            builder,
            items: 200,
            batchSize: 3,
            threads: 4,
            (item, part) =>
            {
                if (item % 7 == 0)
                    Thread.Sleep(1);
                part.AddImage(new ImageRow(new SourceSpan(0, item, 1)) { FileName = $"{item}" });
                part.AddAnnotation(
                    new AnnotationRow(new SourceSpan(0, item, 1))
                    {
                        Image = part.ImageCount - 1,
                        Category = part.Category($"{item % 5}"),
                        Geometry = part.Geometry.AddPolygon([item, item + 1]),
                    }
                );
            },
            CancellationToken.None
        );
        var dataset = builder.Build();

        Assert.Equal(Enumerable.Range(0, 200).Select(i => $"{i}"), dataset.Images.FileNames.ToArray());
        Assert.Equal(Enumerable.Range(0, 200), dataset.Annotations.Images.ToArray());
        Assert.Equal(["0", "1", "2", "3", "4"], dataset.Categories.Names.ToArray());
        var polygon = new Model.PolygonBuffer();
        for (var i = 0; i < 200; i++)
        {
            Assert.True(dataset.ReadPolygon(i, polygon));
            Assert.Equal([i, i + 1], polygon.PartAt(0).ToArray());
            Assert.Equal($"{i % 5}", dataset.Categories.NameOf(dataset.Annotations.Categories[i]));
        }
    }

    [Fact]
    public void An_exception_of_a_reader_reaches_the_caller_and_ends_the_others()
    {
        var read = 0;

        Assert.Throws<InvalidOperationException>(() =>
            PartRunner.Run(
                new DatasetBuilder(),
                items: 100_000,
                batchSize: 1,
                threads: 4,
                (item, _) =>
                {
                    Interlocked.Increment(ref read);
                    if (item == 50)
                        throw new InvalidOperationException();
                },
                CancellationToken.None
            )
        );
        Assert.True(read < 100_000);
    }
}
