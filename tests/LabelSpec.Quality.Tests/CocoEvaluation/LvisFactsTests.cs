using LabelSpec.Annotations.Formats.Coco;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Quality.CocoEvaluation;
using LabelSpec.Quality.Evaluation;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.CocoEvaluation;

public class LvisFactsTests
{
    // A hundred images of LVIS. Who predicts the ground truth itself finds everything, whatever was looked for.
    [RealDataFact]
    public void Perfect_predictions_of_real_data_are_perfect()
    {
        var truth = DatasetReader.Read([RealData.PathOf("lvis/lvis-api/data/lvis_val_100.json")]);
        var input = CocoInputBuilder.Build(truth, truth, new(CocoTask.Boxes)).Input;

        var facts = LvisFacts.Of(truth, input)!;
        var report = Evaluator.Evaluate(truth, Predicted(truth), new(CocoTask.Boxes) { Lvis = true });

        Assert.Equal(input.ImageKeys.Length, facts.Images.Count);
        Assert.Contains(facts.Images, image => image.AbsentCategories.Length > 0);
        Assert.Equal(3, facts.Frequencies.Distinct().Count());
        Assert.Equal(13, report.Lvis!.Scores.Length);
        Assert.All(report.Lvis.Scores, score => Assert.Equal(1, score.Value, 9));
    }

    [Fact]
    public void A_file_of_COCO_states_no_facts()
    {
        var truth = DatasetReader.Read([RepositoryFiles.Sample("scores", "truth.json")]);

        Assert.Null(LvisFacts.Of(truth, CocoInputBuilder.Build(truth, truth, new(CocoTask.Boxes)).Input));
    }

    // The ground truth with a score in each annotation.
    static Dataset Predicted(Dataset truth)
    {
        var file = new MemoryStream();
        var rows = truth.Annotations;
        CocoWriter.Write(
            new(
                [
                    .. Enumerable
                        .Range(0, truth.Images.Count)
                        .Select(image => new CocoImageEntry(
                            truth.Images.Ids[image].Value,
                            truth.Images.FileNames[image],
                            truth.Images.Widths[image],
                            truth.Images.Heights[image]
                        )),
                ],
                [
                    .. truth.Categories.Declarations.Select(category => new CocoCategoryEntry(
                        category.Id.Value,
                        category.Name!,
                        null,
                        [],
                        []
                    )),
                ],
                [
                    .. Enumerable
                        .Range(0, rows.Count)
                        .Select(row =>
                            new CocoAnnotationEntry
                            {
                                Id = row + 1,
                                ImageId = truth.Images.Ids[rows.Images[row]].Value,
                                CategoryId = truth.Categories.DeclarationOf(rows.Categories[row])!.Id.Value,
                                More = json => json.WriteNumber("score", 1),
                            }.WithShapeOf(truth, row)
                        ),
                ]
            ),
            file
        );
        return DatasetReader.Read([new ReadInput("predicted.json", file.ToArray())]);
    }
}
