using CsCheck;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Rules;

public class BoxTreeTests
{
    static readonly Gen<Box> AnyBox = Gen.Select(
        Gen.Double[0, 100],
        Gen.Double[0, 100],
        Gen.Double[0, 12],
        Gen.Double[0, 12],
        (left, top, width, height) => new Box(left, top, width, height)
    );

    [Fact]
    public void A_tree_finds_what_looking_at_all_boxes_finds() =>
        Gen.Select(AnyBox.Array[0, 300], AnyBox, Gen.Double[0, 10])
            .Holds(
                (boxes, box, distance) =>
                {
                    int[] rows = [.. Enumerable.Range(0, boxes.Length)];
                    var found = new List<int>();
                    new BoxTree(rows, boxes).Find(box, distance, found);
                    Assert.Equal(rows.Where(row => !boxes[row].IsOutside(box.Grow(distance))), found.Order());
                },
                iter: 300
            );
}
