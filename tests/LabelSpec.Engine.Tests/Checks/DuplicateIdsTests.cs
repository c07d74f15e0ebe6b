using CsCheck;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks.Structure;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

public class DuplicateIdsTests
{
    [Fact]
    public void Finds_what_comparing_all_pairs_finds() =>
        Gen.Select(Gen.Long[-5, 20], Gen.Long, (near, far) => (near, far))
            .Select(Gen.Bool, (id, isFar) => isFar && id.far % 3 == 0 ? id.far : id.near)
            .Array[0, 40]
            .Select(Gen.Int[0, 2])
            .Holds(
                (ids, spread) =>
                {
                    var rows = ids.Select(id => new RecordId(id)).ToArray();
                    var files = rows.Select((_, row) => row * (spread + 1) / Math.Max(1, rows.Length)).ToArray();
                    var expected = rows.Select((id, row) => (Row: row, First: First(rows, files, row)))
                        .Where(pair => pair.First < pair.Row && !rows[pair.Row].IsNone);
                    Assert.Equal(expected, DuplicateIds.Find(rows, row => files[row], _ => true));
                },
                iter: 5000
            );

    [Fact]
    public void Rows_without_an_id_repeat_nothing() =>
        Assert.Empty(DuplicateIds.Find([new(0), new(5), new(0)], _ => 0, row => row != 2));

    static int First(RecordId[] ids, int[] files, int row)
    {
        for (var i = 0; i < row; i++)
            if (ids[i] == ids[row] && files[i] == files[row])
                return i;
        return row;
    }
}
