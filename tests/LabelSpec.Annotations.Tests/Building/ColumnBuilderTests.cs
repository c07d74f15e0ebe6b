using CsCheck;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Building;

/// <summary>Columns in memory and columns in pages of a temporary file hold the same.</summary>
public class ColumnBuilderTests
{
    const long Missing = -1;

    static readonly Gen<long[][]> Parts = Gen.OneOf(Gen.Const(Missing), Gen.Long[-3, 3]).Array[0, 40].Array[0, 8];

    [Theory]
    [InlineData(int.MaxValue)]
    [InlineData(50)]
    [InlineData(0)]
    public void A_column_holds_what_was_added_wherever_it_lies(int rowsInMemory) =>
        Gen.Select(Parts, Gen.Int[0, 300])
            .Holds(
                (parts, reserved) =>
                {
                    var expected = new List<long>();
                    var column = new ColumnBuilder<long>(Missing, rowsInMemory);
                    column.Reserve(reserved);
                    foreach (var part in parts)
                    {
                        var added = new ColumnBuilder<long>(Missing);
                        foreach (var value in part)
                            added.Add(value);
                        column.AddRange(added);
                        column.Add(part.Length);
                        expected.AddRange(part);
                        expected.Add(part.Length);
                    }

                    for (var row = 0; row < expected.Count; row += 7)
                        column[row] = expected[row] = row;
                    Assert.Equal(expected.Count, column.Count);
                    Assert.Equal(expected, Enumerable.Range(0, column.Count).Select(column.At));
                    var built = column.Build();
                    Assert.Equal(expected, Enumerable.Range(0, built.Count).Select(row => built[row]));
                    Assert.Equal(expected, column.BuildStore().AsSpan(0, column.Count).ToArray());
                    var isInPages = rowsInMemory == 0 || column.BuildStore().Length > rowsInMemory;
                    Assert.Equal(isInPages, column.BuildStore().Array is null);
                    column.Release();
                    Assert.Equal(0, column.Count);
                },
                iter: 100
            );

    [Fact]
    public void Where_the_disk_has_no_room_the_column_lies_in_memory()
    {
        Assert.Null(TemporaryPages.TryTake(1L << 60));
        Assert.NotNull(ColumnStore<int>.Of(10, inPages: false).Array);
    }

    [Fact]
    public void Pages_leave_no_file_behind()
    {
        if (OperatingSystem.IsWindows())
            return;
        var pages = TemporaryPages.TryTake(1 << 20);
        Assert.NotNull(pages);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.GetTempPath(), "labelspec-*.columns"),
            path => new FileInfo(path).Length == 1 << 20
        );
        pages.Release();
    }
}
